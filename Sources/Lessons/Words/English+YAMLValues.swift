extension YAMLOwner {
  var english: String {
    switch self {
    case .frontMatter: "the front matter"
    case .example: "example"
    case .live: "a live block"
    case .mistake: "a mistake"
    case .exercise(let kind): "a \(kind.rawValue) block"
    }
  }
}

extension YAMLExpectation {
  var english: String {
    switch self {
    case .lineOfText: "a line of text"
    case .slugs: "a list of slugs, as in [softmax]"
    case .texts: "a list of texts, each after -"
    case .words: "a list of words, as in [derivative, gradient]"
    case .formulas: "a list of formulas, each after -"
    case .trueOrFalse: "true or false"
    case .unit: "nats, bits or hartleys"
    case .wholeNumber(let most): "a whole number from 0 to \(most)"
    }
  }
}
