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
  return (shifted.entropyPair / unit.logOfBase).rounded
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
  return ShiftedExponentials(Array(logits), temperature: temperature).entropyTerms(in: unit)
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
  let (logSum, entropy) = (shifted.logSum, shifted.entropyPair)
  let divisor = shifted.sumPair * unit.logOfBase
  return shifted.values.indices.map { index in
    if shifted.isMasked(index) { return 0 }
    let excess = shifted.information(index, logSum: logSum) - entropy
    return shifted.timesOverTemperature(excess / divisor, index)
  }
}

extension ShiftedExponentials {
  /// −pᵢ log pᵢ, 0 for a masked class.
  func entropyTerms(in unit: InformationUnit) -> [Double] {
    let (logSum, divisor) = (logSum, sumPair * unit.logOfBase)
    return values.indices.map { index in
      isMasked(index) ? 0 : times(information(index, logSum: logSum) / divisor, index)
    }
  }

  /// H in nats.
  package var entropy: Double { entropyPair.rounded }

  /// H in nats before its last rounding.
  var entropyPair: Pair {
    var total = CompensatedSum()
    for term in entropyTerms(in: .nats) { total.add(term) }
    return total.pair
  }
}
