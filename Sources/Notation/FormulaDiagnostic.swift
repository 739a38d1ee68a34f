/// What is wrong with a formula, and where.
///
/// Both the parser and the evaluator report with it; whoever knows the file adds the line.
public struct FormulaDiagnostic: Error, Hashable, Sendable {
  public enum Severity: Hashable, Sendable { case error, lint }

  public var severity: Severity
  /// What is wrong, without words; ``sentence(in:)`` says it.
  public var problem: any Problem
  /// What to write instead, if it is known: `\operatorname{softmax}`.
  public var suggestion: String?
  /// UTF-8 offsets into the formula's source.
  public var range: Range<Int>
  /// Whether cases leave out what they are asked for: what else holds of the claim proves nothing.
  public var isUncovered = false
  /// Whether the formula was typed in plain form, so that its sentence spells it so too.
  public var isPlain = false

  public init(
    _ severity: Severity, _ problem: any Problem, suggestion: String? = nil, range: Range<Int>
  ) {
    self.severity = severity
    self.problem = problem
    self.suggestion = suggestion
    self.range = range
  }

  /// One sentence without a full stop: `unknown command \sofmax`.
  public func sentence(in language: Language) -> String {
    let sentence = problem.sentence(in: language)
    return isPlain ? PlainSpelling.sentence(sentence) : sentence
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.severity == right.severity && left.problem.equals(right.problem)
      && left.suggestion == right.suggestion && left.range == right.range
      && left.isUncovered == right.isUncovered && left.isPlain == right.isPlain
  }

  public func hash(into hasher: inout Hasher) {
    problem.hash(into: &hasher)
    hasher.combine(range)
  }
}
