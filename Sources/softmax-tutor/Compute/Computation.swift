import SoftmaxCore

/// All that `compute` reports of one vector of logits.
struct Computation: Hashable {
  /// Beyond this many classes the Jacobian is given only when asked for: it has their square.
  static let largestJacobian = 64
  /// A hundred megabytes of numbers.
  static let mostJacobianRows = 2_000
  static let mostLogits = 100_000

  var logits: [Double]
  /// One-hot where a class was given.
  var target: [Double]?
  var temperature: Double
  var unit: InformationUnit
  var softmax: [Double]
  var logSoftmax: [Double]
  var logSumExp: Double
  /// −log p, from the logits: finite also where p is too small for a Double.
  var information: [Double]
  var entropy: Double
  var crossEntropy: Double?
  /// D(target‖softmax).
  var klDivergence: Double?
  var jacobian: [[Double]]?
  /// ∂CE/∂z in the unit given.
  var gradient: [Double]?

  /// - Parameter wantsJacobian: nil for "while it is small".
  init(
    logits: [Double], target: [Double]? = nil, temperature: Double = 1,
    unit: InformationUnit = .nats, wantsJacobian: Bool? = nil
  ) throws(InputError) {
    self.logits = logits
    self.target = target
    self.temperature = temperature
    self.unit = unit
    do {
      softmax = try SoftmaxCore.softmax(logits, temperature: temperature)
      logSoftmax = try SoftmaxCore.logSoftmax(logits, temperature: temperature, unit: unit)
      logSumExp = try SoftmaxCore.logSumExp(logits, temperature: temperature, unit: unit)
      entropy = try SoftmaxCore.entropy(logits: logits, temperature: temperature, unit: unit)
      if wantsJacobian ?? (logits.count <= Self.largestJacobian) {
        jacobian = try softmaxJacobian(logits, temperature: temperature)
      }
    } catch { throw .domain(error) }
    information = logSoftmax.map { 0 - $0 }
    guard let target else { return }
    crossEntropy = try SoftmaxCore.crossEntropy(
      logits: logits, target: target, temperature: temperature, unit: unit)
    klDivergence = try SoftmaxCore.klDivergence(
      of: target, relativeToLogits: logits, temperature: temperature, unit: unit)
    gradient = try crossEntropyGradient(
      logits: logits, target: target, temperature: temperature, unit: unit)
  }
}
