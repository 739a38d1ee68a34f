extension TextProblem {
  var english: String {
    switch self {
    case .openEmphasis(let marker): "\(marker) opens and never closes; a star is \\*"
    case .strayEmphasis(let marker):
      "\(marker) opens nothing here and closes nothing; a star is \\*"
    case .underscoreEmphasis: "emphasis is *…*, not _…_; a low line is \\_"
    case .struckOut: "text is not struck out here; a tilde is \\~"
    case .backslashAtEnd: "a backslash ends the line; a line break is a new paragraph"
    case .latexOutside: "LaTeX stands between $ and $; a backslash is \\\\"
    case .openCode: "code opens and never closes; a backtick is \\`"

    case .displayDollars: "a formula on its own lines is a ```math fence, not $$"
    case .openFormula: "a formula opens and never closes; a dollar is \\$"
    case .spaceInFormula:
      "GitHub shows no formula that begins or ends with a space; write $x$, not $ x $"
    case .bracesTooDeep(let deepest): "braces are nested deeper than \(deepest); a brace is \\{"
    case .openValue: "a value opens and never closes; a brace is \\{"
    case .emptyValue: "a value needs a formula between its braces, as in {p_1}"
    case .strayBrace: "a value closes here and never opened; a brace is \\}"

    case .linkByReference: "a link by reference is not read; write [words](address)"
    case .linkDefinition: "a definition of a link is not read; write [words](address)"
    case .openAddress: "the address of a link opens and never closes"
    case .badAddress: "an address has no spaces and is not empty; a link is [words](address)"
    case .linkWithoutWords: "a link needs words: [words](address)"
    case .bracketsTooDeep(let deepest):
      "brackets are nested deeper than \(deepest); a bracket is \\["
    case .html: "HTML is not read; a less-than sign before a letter is \\<"
    case .image: "an image can't be shown; describe it in words"
    case .htmlEntity: "an HTML entity is not read; write the character itself"

    case .openDirective: "the directive ends with --> on its own line"
    case .textAfterDirective: "nothing follows a directive on its line; begin a new line"
    case .directiveForm: "a directive is made of key: value, as in id: some-name"
    case .givenTwice(let key): "\(key) is given twice"
    case .directiveWithoutID: "the step needs an id: <!-- id: some-name -->"
    case .unknownDirective(let key, let known):
      "a directive has no key \(key); it knows \(known.joined(separator: ", "))"
    case .directiveWithoutValue(let key): "\(key) has no value"
    case .badID: "an id is made of a to z, 0 to 9 and -, without spaces"
    case .noSuchChoice(let key, let choices, let found):
      "a \(key) is \(choices.dropLast().joined(separator: ", ")) or \(choices.last ?? ""), not \(found)"
    case .needOfOneWord(let key, let word, let found):
      "what a step may need is \(key): \(word), not \(found)"
    case .badClassCount(let found):
      "a number of classes is \(Example.classCounts.lowerBound) to "
        + "\(Example.classCounts.upperBound), not \(found)"
    }
  }
}
