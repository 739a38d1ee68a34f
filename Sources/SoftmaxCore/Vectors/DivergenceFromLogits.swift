// Where one distribution is a softmax, its logits are the better input: a probability that is too
// small for a Double still has its logarithm, and one too close to 1 its complement.

/// D(P‖softmax(z/T)), straight from the logits: what is left of a loss when the target's own entropy
/// is taken away.
///
/// ```
/// D = Σᵢ pᵢ (log pᵢ − log softmax(z/T)ᵢ) = CE − H(P),    0·log 0 = 0
/// ```
///
/// - Parameter p: shape `[K]`, probabilities or any weights ≥ 0; the sum is not enforced.
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits, as for `softmax(_:temperature:)`.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0 for a distribution; `+∞` if a masked class has pᵢ > 0; NaN where
///   softmax is NaN or an entry of p is negative or NaN. Within 4 ulps of the exact value, or of the
///   sum of the positive terms where it cancels that of the negative ones.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3. The gradient with
///   respect to the logits is ``crossEntropyGradient(logits:target:temperature:unit:)->[Double]``: H(P) does
///   not depend on them.
public func klDivergence(
  of p: some Collection<Double>, relativeToLogits logits: some Collection<Double>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Double {
  try checkInput(logits: logits, ("p", p.count), temperature: temperature, in: "klDivergence")
  let q = ShiftedExponentials(Array(logits), temperature: temperature)
  let divergence = divergence(of: Shares(probabilities: Array(p)), relativeTo: Shares(q))
  return unit.converted(divergence)
}

/// The terms of D(P‖softmax(z/T)), pᵢ log(pᵢ/qᵢ).
///
/// - Parameter p: shape `[K]`, probabilities or any weights ≥ 0.
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given, of either sign; they add up to the divergence.
/// - Throws: ``InputError``, as the divergence.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergenceTerms(
  of p: some Collection<Double>, relativeToLogits logits: some Collection<Double>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(logits: logits, ("p", p.count), temperature: temperature, in: "klDivergenceTerms")
  let q = Shares(ShiftedExponentials(Array(logits), temperature: temperature))
  let p = Shares(probabilities: Array(p))
  return zip(p.shares, q.shares).map {
    unit.converted(divergenceTerm(of: $0, relativeTo: $1))
  }
}

/// D(softmax(z/T)‖Q), the other way round, straight from the logits.
///
/// ```
/// D = Σᵢ pᵢ (log pᵢ − log qᵢ),    p = softmax(z/T)
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class, which then needs no share of q.
/// - Parameter q: shape `[K]`, probabilities or any weights ≥ 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given; `+∞` if a class that is not masked has qᵢ = 0, however improbable it
///   is; NaN as the other way round.
/// - Throws: ``InputError``, as the other way round.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergence(
  ofLogits logits: some Collection<Double>, relativeTo q: some Collection<Double>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Double {
  try checkInput(logits: logits, ("q", q.count), temperature: temperature, in: "klDivergence")
  let p = ShiftedExponentials(Array(logits), temperature: temperature)
  let divergence = divergence(of: Shares(p), relativeTo: Shares(probabilities: Array(q)))
  return unit.converted(divergence)
}

/// The gradient of D(softmax(z/T)‖Q) with respect to the logits.
///
/// ```
/// ∂D/∂zᵢ = pᵢ (log(pᵢ/qᵢ) − D) / T,    for any sum of q
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its component is 0.
/// - Parameter q: shape `[K]`, probabilities or any weights > 0.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given a logit; sums to 0. NaN where D is NaN or infinite.
/// - Throws: ``InputError``, as the divergence.
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, §10.1.2 (the
///   reverse divergence).
public func klDivergenceGradient(
  ofLogits logits: some Collection<Double>, relativeTo q: some Collection<Double>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> [Double] {
  try checkInput(
    logits: logits, ("q", q.count), temperature: temperature, in: "klDivergenceGradient")
  let shifted = ShiftedExponentials(Array(logits), temperature: temperature)
  let (p, q) = (Shares(shifted), Shares(probabilities: Array(q)))
  let total = divergence(of: p, relativeTo: q)
  let divisor = shifted.sumPair * unit.logOfBase
  return p.shares.indices.map { index in
    if shifted.isMasked(index), total.isFinite { return 0 }
    let excess = Pair(logOfQuotient(p.shares[index], q.shares[index])) - Pair(total)
    return shifted.timesOverTemperature(excess / divisor, index)
  }
}

/// D(softmax(z/T)‖softmax(w/T)) of two vectors of logits: a teacher and a student.
///
/// - Parameter logits: z, shape `[K]`. `−∞` masks a class.
/// - Parameter others: w, shape `[K]`.
/// - Parameter temperature: T ≥ 0, of both; 0 and `∞` are limits.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0; `+∞` if w masks a class that z does not. NaN where a softmax is
///   NaN. Distillation multiplies it by T², so that its gradient does not shrink as T grows.
/// - Throws: ``InputError``: a shape if the lengths differ, a domain if `temperature` is negative or
///   NaN.
/// - SeeAlso: Hinton, Vinyals & Dean, "Distilling the knowledge in a neural network", 2015,
///   arXiv:1503.02531, §2.
public func klDivergence(
  ofLogits logits: some Collection<Double>, relativeToLogits others: some Collection<Double>,
  temperature: Double = 1, unit: InformationUnit = .nats
) throws(InputError) -> Double {
  try checkInput(
    logits: logits, ("the other logits", others.count), temperature: temperature,
    in: "klDivergence")
  let p = ShiftedExponentials(Array(logits), temperature: temperature)
  let q = ShiftedExponentials(Array(others), temperature: temperature)
  return unit.converted(divergence(of: Shares(p), relativeTo: Shares(q)))
}

/// D(P‖Q) of two vectors of log-probabilities, as log-softmax returns them.
///
/// ```
/// D = Σᵢ exp(aᵢ) (aᵢ − bᵢ),    a = log p,  b = log q
/// ```
///
/// - Parameter p: log p in nats, shape `[K]`, ≤ 0; `−∞` where p is 0.
/// - Parameter q: log q in nats, shape `[K]`.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given; `+∞` if some qᵢ = 0 < pᵢ; NaN if a NaN is given. The sums of p and q
///   are taken as they stand.
/// - Throws: ``ShapeError`` if the lengths differ.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergence(
  ofLogProbabilities p: some Collection<Double>,
  relativeToLogProbabilities q: some Collection<Double>,
  unit: InformationUnit = .nats
) throws(ShapeError) -> Double {
  try checkClassCount(of: ("p", p.count), equals: ("q", q.count), in: "klDivergence")
  var sum = CompensatedSum()
  for (p, q) in zip(Array(p), Array(q)) {
    if p == -.infinity, !q.isNaN { continue }
    // In two steps: exp(p) may be below the normal numbers, and its product not.
    let root = exponential(p / 2)
    sum.add(root * (p - q) * root)
  }
  return unit.converted(sum.value)
}
