// Errors of this module; one initialiser a subject, so that a case is named without its type.
extension FormulaDiagnostic {
  init(_ problem: ReadingProblem, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, problem, suggestion: suggestion, range: range)
  }

  init(_ problem: PlainFormProblem, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, problem, suggestion: suggestion, range: range)
  }
}
