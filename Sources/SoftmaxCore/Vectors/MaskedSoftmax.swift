/// The probabilities softmax(z/T) over the classes that a mask leaves.
///
/// ```
/// pᵢ = maskᵢ exp(zᵢ/T) / Σⱼ maskⱼ exp(zⱼ/T),    and 0 throughout where the mask leaves none
/// ```
/// A row without a class, such as a padded one, has no distribution; zeros in its place keep what is
/// computed from it finite, where softmax of nothing but `−∞` is NaN.
///
/// - Parameter logits: shape `[K]`. What stands at a masked place does not matter, NaN included.
/// - Parameter mask: shape `[K]`; true where the class takes part.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits, as for `softmax(_:temperature:)`.
/// - Returns: shape `[K]`, 0 where masked; sums to 1, or to 0 if all are masked. Within 4 ulps of the
///   exact value.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - SeeAlso: Vaswani et al., "Attention is all you need", NIPS 2017, §3.2.3 (masking in attention).
public func softmax(
  _ logits: some Collection<Double>, mask: some Collection<Bool>, temperature: Double = 1
) throws(InputError) -> [Double] {
  try checkInput(logits: logits, ("mask", mask.count), temperature: temperature, in: "softmax")
  guard mask.contains(true) else { return [Double](repeating: 0, count: mask.count) }
  let masked = zip(Array(logits), mask).map { $1 ? $0 : -Double.infinity }
  return ShiftedExponentials(masked, temperature: temperature).probabilities
}

/// log softmax(z/T) over the classes that a mask leaves.
///
/// - Parameter logits: shape `[K]`. What stands at a masked place does not matter, NaN included.
/// - Parameter mask: shape `[K]`; true where the class takes part.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given; `−∞` where masked, also if all are. Within 4 ulps of the
///   exact value.
/// - Throws: ``InputError``, as the masked softmax.
/// - SeeAlso: Vaswani et al., "Attention is all you need", NIPS 2017, §3.2.3 (masking in attention).
public func logSoftmax(
  _ logits: some Collection<Double>, mask: some Collection<Bool>, temperature: Double = 1,
  unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(logits: logits, ("mask", mask.count), temperature: temperature, in: "logSoftmax")
  guard mask.contains(true) else { return [Double](repeating: -.infinity, count: mask.count) }
  let masked = zip(Array(logits), mask).map { $1 ? $0 : -Double.infinity }
  return ShiftedExponentials(masked, temperature: temperature).logProbabilities(in: unit)
}
