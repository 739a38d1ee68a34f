import Notation

extension LayoutProblem {
  var english: String {
    switch self {
    case .unbreakable(let columns, let width):
      "this takes \(columns) columns, and there is no place to break it within \(width)"
    }
  }
}

extension FormulaDiagnostic {
  var englishHeadline: String {
    let question = suggestion.map { " (did you mean \($0)?)" } ?? ""
    return (severity == .error ? "error: " : "lint: ") + sentence(in: .english) + question
  }
}
