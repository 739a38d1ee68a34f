/// The entropy of softmax(z/T), straight from the logits.
///
/// ```
/// H = Σᵢ pᵢ (log S − (zᵢ − m)/T),    S = Σⱼ exp((zⱼ − m)/T),    m = maxⱼ zⱼ
/// ```
/// No term is negative and none is formed from a rounded p, so nothing cancels: the entropy of a
/// nearly certain distribution is as exact as any.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class, which adds nothing.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits, as for `softmax(_:temperature:)`.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, between 0 and log K; 0 for `[]`. NaN where softmax is NaN. Within
///   4 ulps of the exact value.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.1.
public func entropy(
  logits: some Collection<Double>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> Double {
  try checkTemperature(temperature, in: "entropy")
  let shifted = ShiftedExponentials(Array(logits), temperature: temperature)
  return shifted.entropy / unit.naturalLogOfBase
}

/// The terms of the entropy of softmax(z/T), −pᵢ log pᵢ, straight from the logits.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its term is 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given, ≥ 0; they add up to the entropy. NaN where softmax is
///   NaN.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.1.
public func entropyTerms(
  logits: some Collection<Double>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> [Double] {
  try checkTemperature(temperature, in: "entropyTerms")
  let shifted = ShiftedExponentials(Array(logits), temperature: temperature)
  return shifted.entropyTerms.map { $0 / unit.naturalLogOfBase }
}

/// The gradient of the entropy of softmax(z/T) with respect to the logits.
///
/// ```
/// ∂H/∂zᵢ = −pᵢ (log pᵢ + H) / T = pᵢ (log(1/pᵢ) − H) / T
/// ```
/// With H and log p in the unit given. It is 0 for a uniform distribution, where H is largest.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given a logit; sums to 0. NaN where softmax is NaN. Within
///   4 ulps of the exact value, or of pᵢ times the larger of log(1/pᵢ) and H, which cancel.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - SeeAlso: Williams & Peng, "Function optimization using connectionist reinforcement learning
///   algorithms", *Connection Science* 3(3), 1991, 241–268 (the entropy bonus).
public func entropyGradient(
  logits: some Collection<Double>, temperature: Double = 1, unit: InformationUnit = .nats
) throws(DomainError) -> [Double] {
  try checkTemperature(temperature, in: "entropyGradient")
  let shifted = ShiftedExponentials(Array(logits), temperature: temperature)
  let (sum, logSum, entropy) = (shifted.sum, shifted.logSum, shifted.entropy)
  return shifted.values.indices.map { index in
    let excess = (0 - shifted.logProbability(index, logSum: logSum)) - entropy
    let component =
      shifted.isMasked(index) ? 0 : shifted.timesOverTemperature(excess / sum, index)
    return component / unit.naturalLogOfBase
  }
}

extension ShiftedExponentials {
  /// −pᵢ log pᵢ in nats, 0 for a masked class.
  package var entropyTerms: [Double] {
    let (sum, logSum) = (sum, logSum)
    return values.indices.map { index in
      if isMasked(index) { return 0 }
      return times((0 - logProbability(index, logSum: logSum)) / sum, index)
    }
  }

  /// H in nats.
  package var entropy: Double {
    var total = CompensatedSum()
    for term in entropyTerms { total.add(term) }
    return total.value
  }
}
