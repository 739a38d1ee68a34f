/// What is wrong with a formula, and where.
///
/// Both the parser and the evaluator report with it; whoever knows the file adds the line.
public struct FormulaDiagnostic: Error, Hashable, Sendable {
  public enum Severity: Hashable, Sendable { case error, lint }

  public var severity: Severity
  /// One sentence without a full stop: `unknown command \sofmax`.
  public var message: String
  /// What to write instead, if it is known: `\operatorname{softmax}`.
  public var suggestion: String?
  /// UTF-8 offsets into the formula's source.
  public var range: Range<Int>
  /// Whether cases leave out what they are asked for: what else holds of the claim proves nothing.
  public var isUncovered = false

  public init(
    _ severity: Severity = .error, _ message: String, suggestion: String? = nil, range: Range<Int>
  ) {
    self.severity = severity
    self.message = message
    self.suggestion = suggestion
    self.range = range
  }
}
