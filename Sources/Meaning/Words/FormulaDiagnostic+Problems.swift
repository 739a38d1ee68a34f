import Notation

// Errors of this module; one initialiser a subject, so that a case is named without its type.
extension FormulaDiagnostic {
  init(_ problem: SyntaxProblem, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, problem, suggestion: suggestion, range: range)
  }

  init(_ problem: DefinitionProblem, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, problem, suggestion: suggestion, range: range)
  }

  init(_ problem: ResolutionProblem, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, problem, suggestion: suggestion, range: range)
  }

  init(_ problem: ValueProblem, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, problem, suggestion: suggestion, range: range)
  }
}
