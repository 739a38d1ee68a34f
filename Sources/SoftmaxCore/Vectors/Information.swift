/// The information content of an event, −log p: the less probable, the more surprising.
///
/// - Parameter probability: p in 0...1.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0; 0 for p = 1, `+∞` for p = 0. NaN for a negative p or NaN.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.1.
public func information(
  _ probability: Double, unit: InformationUnit = .nats
) -> Double {
  0 - unit.log(probability)  // 0 − 0 is +0; −log 1 would be −0
}

/// The information content of each event, −log pᵢ.
///
/// - Parameter probabilities: shape `[K]`, each in 0...1.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given, as for one probability.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.1.
public func information(
  _ probabilities: some Collection<Double>, unit: InformationUnit = .nats
) -> [Double] {
  Array(probabilities).map { information($0, unit: unit) }
}

/// The entropy H(P), the mean information content.
///
/// ```
/// H(P) = −Σᵢ pᵢ log pᵢ,    0·log 0 = 0
/// ```
///
/// - Parameter p: shape `[K]`, probabilities (≥ 0, sum 1). The sum is taken as it stands; for counts
///   see ``Distribution/init(normalizing:)``.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, between 0 and log K for a distribution; 0 for `[]`. NaN if an entry
///   is negative or NaN.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.1; and
///   ``entropy(logits:temperature:unit:)->Double``, which does not need p.
public func entropy(
  _ p: some Collection<Double>, unit: InformationUnit = .nats
) -> Double {
  var sum = CompensatedSum()
  for probability in Array(p) where probability != 0 {
    sum.add(probability * information(probability, unit: unit))
  }
  return sum.value
}
