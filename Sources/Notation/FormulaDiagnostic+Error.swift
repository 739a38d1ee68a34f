extension FormulaDiagnostic {
  /// An error, which is what a formula without one meaning gets.
  package init(_ message: String, suggestion: String? = nil, range: Range<Int>) {
    self.init(.error, message, suggestion: suggestion, range: range)
  }
}
