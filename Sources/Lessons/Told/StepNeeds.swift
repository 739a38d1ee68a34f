/// What a step needs of an example, beyond its unit, so that each of its sentences is true: the rest
/// of its directive.
public struct StepNeeds: Hashable, Sendable {
  /// `temperature: 1` where S = Σ e^z stands, `positive` where a line divides by T.
  public enum Temperature: String, Hashable, Sendable, CaseIterable {
    case one = "1"
    case positive
  }

  public var temperature: Temperature?
  /// `scores: finite`: no class is masked.
  public var finiteScores = false
  /// `reference: positive`: P has no 0.
  public var positiveReference = false
  /// `probabilities: softmax`: p is that of the scores, and not a text's rounded one.
  public var softmaxProbabilities = false
  /// `classes: 3`: the step speaks of so many.
  public var leastClasses = Example.classCounts.lowerBound

  public init() {}

  /// Whether the step's lines have exponentials of the scores, which must be numbers then.
  var takesExponentials: Bool { temperature != nil || finiteScores }
}
