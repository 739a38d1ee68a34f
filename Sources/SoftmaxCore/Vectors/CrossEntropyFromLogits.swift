/// The cross entropy of a target with softmax(z/T), straight from the logits.
///
/// The probabilities are never formed, so one too small for a Double still has its finite loss, and
/// one too close to 1 its tiny loss:
/// ```
/// CE = −Σₖ yₖ log pₖ = Σₖ yₖ (log Σⱼ exp(zⱼ/T) − zₖ/T)
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter target: shape `[K]`, one-hot or any weights y.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits, as for `softmax(_:temperature:)`.
/// - Returns: in the unit given, ≥ 0 for y ≥ 0; `+∞` if a masked class has yₖ > 0 (and 0 from it if
///   yₖ = 0); NaN where log-softmax is NaN. Within 4 ulps of the exact value.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
public func crossEntropy(
  logits: [Double], target: [Double], temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Double {
  try checkInput(
    logits: logits, ("target", target.count), temperature: temperature, in: "crossEntropy")
  let shifted = ShiftedExponentials(logits, temperature: temperature)
  return shifted.crossEntropy(of: logits, with: target, temperature: temperature)
    / unit.naturalLogOfBase
}

/// The cross entropy of one true class with softmax(z/T): −log p of that class.
///
/// - Parameter logits: shape `[K]`, K ≥ 1.
/// - Parameter label: the true class, counted from 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: in the unit given, ≥ 0; `+∞` if the class is masked.
/// - Throws: ``DomainError`` if `label` is no index of `logits`, or `temperature` is negative or NaN.
public func crossEntropy(
  logits: [Double], label: Int, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> Double {
  try checkLabel(label, of: logits, in: "crossEntropy")
  try checkTemperature(temperature, in: "crossEntropy")
  let shifted = ShiftedExponentials(logits, temperature: temperature)
  return (0 - shifted.logProbability(label, logSum: shifted.logSum)) / unit.naturalLogOfBase
}

/// The gradient of the cross entropy with respect to the logits, ∂CE/∂z.
///
/// ```
/// ∂CE/∂zᵢ = (pᵢ Σₖ yₖ − yᵢ) / (T ln b) = (pᵢ Σ_{k ≠ i} yₖ − yᵢ (1 − pᵢ)) / (T ln b)
/// ```
/// The second form is computed, with 1 − pᵢ as the sum of the other probabilities, so a nearly
/// certain class keeps its digits. In nats, at T = 1, for a y that sums to 1, this is p − y.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is −yᵢ/(T ln b).
/// - Parameter target: shape `[K]`, one-hot or any weights y.
/// - Parameter temperature: T ≥ 0. At T = 0 a component is 0 where p and y agree, else infinite.
/// - Returns: shape `[K]`, in the unit given a logit; sums to 0. NaN where softmax is NaN. Within
///   4 ulps of the exact value, or of the larger of pᵢ Σy and yᵢ where the two cancel.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
public func crossEntropyGradient(
  logits: [Double], target: [Double], temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("target", target.count), temperature: temperature, in: "crossEntropyGradient")
  return ShiftedExponentials(logits, temperature: temperature)
    .pullBackThroughLog(target, temperature: temperature)
    .map { (0 - $0) / unit.naturalLogOfBase }
}

/// The gradient of the cross entropy of one true class, ∂CE/∂z = (p − onehot)/(T ln b).
///
/// - Parameter logits: shape `[K]`, K ≥ 1.
/// - Parameter label: the true class, counted from 0.
/// - Returns: shape `[K]`, as for a one-hot target.
/// - Throws: ``DomainError`` if `label` is no index of `logits`, or `temperature` is negative or NaN.
public func crossEntropyGradient(
  logits: [Double], label: Int, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> [Double] {
  try checkLabel(label, of: logits, in: "crossEntropyGradient")
  try checkTemperature(temperature, in: "crossEntropyGradient")
  let shifted = ShiftedExponentials(logits, temperature: temperature)
  let sum = shifted.sum
  return shifted.values.indices.map { index in
    let component =
      index == label ? 0 - shifted.sum(without: index) / sum : shifted.values[index] / sum
    return quotientKeepingZero(component, temperature) / unit.naturalLogOfBase
  }
}

private func checkLabel(
  _ label: Int, of logits: [Double], in operation: String
) throws(DomainError) {
  guard logits.indices.contains(label) else {
    throw DomainError(
      operation: operation, operand: "label", value: label,
      requirement: "it must be the index of one of the \(logits.count) logits, counted from 0")
  }
}

extension ShiftedExponentials {
  /// −Σₖ yₖ log pₖ, in nats.
  func crossEntropy(of logits: [Double], with target: [Double], temperature: Double) -> Double {
    let logSum = logSum
    var sum = CompensatedSum()
    for (index, weight) in target.enumerated() {
      sum.add(cost(of: index, in: logits, weight, logSum: logSum, temperature: temperature))
    }
    return sum.value
  }

  /// −y log p of one class.
  ///
  /// Where the difference of two finite logits overflows, half of it does not, and its product with
  /// a small y may be finite.
  func cost(
    of index: Int, in logits: [Double], _ weight: Double, logSum: Double, temperature: Double
  ) -> Double {
    let information = 0 - logProbability(index, logSum: logSum)
    guard information == .infinity, logits[index].isFinite, temperature > 0 else {
      return productKeepingZero(weight, information, given: information)
    }
    return 2 * weight / temperature * (peak / 2 - logits[index] / 2)
  }
}
