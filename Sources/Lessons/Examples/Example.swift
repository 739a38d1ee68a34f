public import SoftmaxCore

/// The learner's numbers: everything a formula or a panel may depend on.
public struct Example: Hashable, Sendable {
  public static let classCounts = 2...12
  public static let decimalCounts = 0...10

  /// z, one score a class. −∞ masks a class.
  public var logits: [Double]
  /// y, the target of the loss: one-hot or any distribution.
  public var target: [Double]
  /// P, the distribution that KL and cross entropy compare with; the target of those lessons.
  public var reference: [Double]
  /// T ≥ 0.
  public var temperature: Double
  public var unit: InformationUnit
  /// Digits shown after the point.
  public var decimals: Int
  /// The chosen output i and input j, counted from 0.
  public var i: Int
  public var j: Int
  /// Text 003's rounded probabilities, when `o` has put them in the place of softmax(z).
  public var givenProbabilities: [Double]?

  public init(
    logits: [Double] = [2, 1, 0], target: [Double] = [1, 0, 0],
    reference: [Double] = [0.5, 0.3, 0.2], temperature: Double = 1, unit: InformationUnit = .nats,
    decimals: Int = 4, i: Int = 0, j: Int = 1, givenProbabilities: [Double]? = nil
  ) {
    self.logits = logits
    self.target = target
    self.reference = reference
    self.temperature = temperature
    self.unit = unit
    self.decimals = decimals
    self.i = i
    self.j = j
    self.givenProbabilities = givenProbabilities
  }

  public var classCount: Int { logits.count }
}
