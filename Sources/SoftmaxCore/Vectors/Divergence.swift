/// The Kullback–Leibler divergence D(P‖Q): what coding P by Q's code costs beyond H(P).
///
/// ```
/// D(P‖Q) = Σᵢ pᵢ log(pᵢ/qᵢ),    0·log(0/q) = 0
/// ```
/// Where pᵢ is close to qᵢ, the terms cancel in the sum. Each is therefore split into pᵢ − qᵢ, which
/// a compensated sum adds up exactly, and a remainder that is never negative; and the logarithm of a
/// quotient between 1/2 and 2 is taken of pᵢ − qᵢ, which is exact there.
///
/// - Parameter p: shape `[K]`, probabilities (≥ 0, sum 1; the sum is not enforced).
/// - Parameter q: shape `[K]`, probabilities; D is finite only if q is 0 nowhere but where p is.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0 for distributions (up to the rounding of their sums); `+∞` if
///   some `qᵢ = 0 < pᵢ`; NaN if an entry is negative or NaN. Within 4 ulps of the exact value, or of
///   the sum of the positive terms where it cancels that of the negative ones.
/// - Throws: ``ShapeError`` if the lengths differ.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergence(
  of p: some Collection<Double>, relativeTo q: some Collection<Double>,
  unit: InformationUnit = .nats
) throws(ShapeError) -> Double {
  try checkClassCount(of: ("p", p.count), equals: ("q", q.count), in: "klDivergence")
  let divergence = divergence(
    of: Shares(probabilities: Array(p)), relativeTo: Shares(probabilities: Array(q)))
  return unit.converted(divergence)
}

/// The cross entropy H(P, Q): the mean information content of Q's events when P says how often
/// they come.
///
/// ```
/// H(P, Q) = −Σᵢ pᵢ log qᵢ = H(P) + D(P‖Q),    0·log 0 = 0
/// ```
/// Nothing is added inside the logarithm: an impossible event that happens costs `+∞`.
///
/// - Parameter p: shape `[K]`, the distribution of the events (the target).
/// - Parameter q: shape `[K]`, the distribution predicted.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given; `+∞` if some `qᵢ = 0 < pᵢ`; NaN if an entry of q is NaN or, where p
///   is not 0, negative; NaN if an entry of p is NaN.
/// - Throws: ``ShapeError`` if the lengths differ.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §5.4; and
///   ``crossEntropy(logits:target:temperature:unit:)->Double``, which does not need q.
public func crossEntropy(
  of p: some Collection<Double>, relativeTo q: some Collection<Double>,
  unit: InformationUnit = .nats
) throws(ShapeError) -> Double {
  try checkClassCount(of: ("p", p.count), equals: ("q", q.count), in: "crossEntropy")
  var sum = CompensatedSum()
  for (p, q) in zip(Array(p), Array(q)) {
    sum.add(productKeepingZero(p, information(q, unit: unit), given: q))
  }
  return sum.value
}

/// w·x with 0·∞ = 0: an event that never happens costs nothing, however improbable. A NaN in the
/// value x was computed from stays.
package func productKeepingZero(_ weight: Double, _ x: Double, given source: Double) -> Double {
  weight == 0 && !source.isNaN ? 0 : weight * x
}
