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
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0 for y ≥ 0; `+∞` if a masked class has yₖ > 0 (and 0 from it if
///   yₖ = 0); NaN where log-softmax is NaN. Within 4 ulps of the exact value.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - SeeAlso: Goodfellow, Bengio & Courville, *Deep Learning*, MIT Press 2016, §6.2.2.3.
public func crossEntropy(
  logits: some Collection<Double>, target: some Collection<Double>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> Double {
  try checkInput(
    logits: logits, ("target", target.count), temperature: temperature, in: "crossEntropy")
  let logits = Array(logits)
  let shifted = ShiftedExponentials(logits, temperature: temperature)
  let loss = shifted.crossEntropy(
    of: logits, with: Array(target), temperature: temperature)
  return unit.converted(loss)
}

/// The cross entropy of one true class with softmax(z/T): −log p of that class.
///
/// - Parameter logits: shape `[K]`, K ≥ 1.
/// - Parameter label: the true class, counted from 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0; `+∞` if the class is masked.
/// - Throws: ``DomainError`` if `label` is no index of `logits`, or `temperature` is negative or NaN.
/// - SeeAlso: Goodfellow, Bengio & Courville, *Deep Learning*, MIT Press 2016, §6.2.2.3.
public func crossEntropy(
  logits: some Collection<Double>, label: Int, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(DomainError) -> Double {
  try checkLabel(label, classes: logits.count, in: "crossEntropy")
  try checkTemperature(temperature, in: "crossEntropy")
  let shifted = ShiftedExponentials(Array(logits), temperature: temperature)
  let logProbability = shifted.logProbability(label, logSum: shifted.logSum)
  return unit.converted(0 - logProbability)
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
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given a logit; sums to 0. NaN where softmax is NaN. Within
///   4 ulps of the exact value, or of the larger of pᵢ Σy and yᵢ where the two cancel.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, eq. 4.108–4.109.
public func crossEntropyGradient(
  logits: some Collection<Double>, target: some Collection<Double>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("target", target.count), temperature: temperature, in: "crossEntropyGradient")
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .pullBackThroughLog(Array(target), unit: unit).map { 0 - $0 }
}

/// The gradient of the cross entropy of one true class, ∂CE/∂z = (p − onehot)/(T ln b).
///
/// - Parameter logits: shape `[K]`, K ≥ 1.
/// - Parameter label: the true class, counted from 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, as for a one-hot target.
/// - Throws: ``DomainError`` if `label` is no index of `logits`, or `temperature` is negative or NaN.
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, eq. 4.108–4.109.
public func crossEntropyGradient(
  logits: some Collection<Double>, label: Int, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(DomainError) -> [Double] {
  try checkLabel(label, classes: logits.count, in: "crossEntropyGradient")
  try checkTemperature(temperature, in: "crossEntropyGradient")
  let oneHot = (0..<logits.count).map { $0 == label ? 1.0 : 0 }
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .pullBackThroughLog(oneHot, unit: unit).map { 0 - $0 }
}

/// The Hessian of the cross entropy times a vector, Hv, without the Hessian.
///
/// ```
/// H = ∂²CE/∂z∂zᵀ = Σₖ yₖ (diag p − p pᵀ) / (T² ln b),
/// (Hv)ᵢ = Σₖ yₖ pᵢ (vᵢ − Σⱼ pⱼ vⱼ) / (T² ln b)
/// ```
/// It depends on the target by its sum alone; vᵀHv ≥ 0 for Σy ≥ 0: the loss is convex.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is 0 for a finite v.
/// - Parameter target: shape `[K]`, one-hot or any weights y.
/// - Parameter vector: shape `[K]`, v.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given a logit squared, times v; sums to 0. NaN where softmax
///   is NaN.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - Complexity: O(K).
/// - SeeAlso: Pearlmutter, "Fast exact multiplication by the Hessian", *Neural Comput.* 6(1), 1994,
///   147–160.
public func crossEntropyHessianVectorProduct(
  logits: some Collection<Double>, target: some Collection<Double>,
  vector: some Collection<Double>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  let operation = "crossEntropyHessianVectorProduct"
  try checkInput(
    logits: logits, ("target", target.count), temperature: temperature, in: operation)
  try checkInput(
    logits: logits, ("vector", vector.count), temperature: temperature, in: operation)
  var weight = CompensatedSum()
  for share in Array(target) { weight.add(share) }
  let factor = weight.pair / unit.logOfBase
  let shifted = ShiftedExponentials(Array(logits), temperature: temperature)
  guard temperature > 0 else {
    return shifted.timesJacobian(Array(vector), factor: factor).map { quotientKeepingZero($0, 0) }
  }
  return shifted.timesJacobian(Array(vector), factor: factor / Pair(temperature))
}

/// A label that counts the classes from 0, or the reason why not.
func checkLabel(
  _ label: Int, classes: Int, in operation: String
) throws(DomainError) {
  guard label >= 0, label < classes else {
    throw DomainError(
      operation: operation, operand: "label", value: label,
      requirement: "it must be the index of one of the \(classes) logits, counted from 0")
  }
}

extension ShiftedExponentials {
  /// −Σₖ yₖ log pₖ, in nats.
  package func crossEntropy(of logits: [Double], with target: [Double], temperature: Double)
    -> Double
  {
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
  package func cost(
    of index: Int, in logits: [Double], _ weight: Double, logSum: Double, temperature: Double
  ) -> Double {
    let information = 0 - logProbability(index, logSum: logSum)
    guard information == .infinity, logits[index].isFinite, temperature > 0 else {
      return productKeepingZero(weight, information, given: information)
    }
    return 2 * weight / temperature * (peak / 2 - logits[index] / 2)
  }
}
