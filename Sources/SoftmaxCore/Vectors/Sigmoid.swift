/// The logistic sigmoid: softmax of two classes, [x, 0], for the first.
///
/// ```
/// σ(x) = 1/(1 + e⁻ˣ) = eˣ/(1 + eˣ)
/// ```
/// The form whose exponential is at most 1 is taken, so nothing overflows.
///
/// - Parameter logit: x, a difference of two scores: the log of the odds, in nats.
/// - Returns: in 0...1; 0 for `−∞`, 1 for `+∞`, NaN for NaN. Within 4 ulps of the exact value.
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, eq. 4.59.
public func sigmoid(_ logit: Double) -> Double {
  sigmoidOfDouble(logit).rounded
}

/// The sigmoid of each number alone.
///
/// - Parameter logits: shape `[K]`, any collection.
/// - Returns: shape `[K]`, as for one. The entries do not compete: they need not sum to 1.
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, eq. 4.59.
public func sigmoid(_ logits: some Collection<Double>) -> [Double] {
  Array(logits).map { sigmoidOfDouble($0).rounded }
}

/// log σ(x), finite for any finite x.
///
/// ```
/// log σ(x) = −log(1 + e⁻ˣ) = min(x, 0) − log1p(exp(−|x|))
/// ```
///
/// - Parameter logit: x.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≤ 0; `−∞` for `−∞`, 0 for `+∞`. Within 4 ulps of the exact value.
/// - SeeAlso: Mächler, "Accurately computing log(1 − exp(−|a|))", 2012, Rmpfr vignette (log1pexp).
public func logSigmoid(
  _ logit: Double, unit: InformationUnit = .nats
) -> Double {
  unit.converted(0 - softplus(0 - logit))
}

/// log σ of each number alone.
///
/// - Parameter logits: shape `[K]`, any collection.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, in the unit given, as for one.
/// - SeeAlso: Mächler, "Accurately computing log(1 − exp(−|a|))", 2012, Rmpfr vignette (log1pexp).
public func logSigmoid(
  _ logits: some Collection<Double>, unit: InformationUnit = .nats
) -> [Double] {
  Array(logits).map { logSigmoid($0, unit: unit) }
}

/// The cross entropy of a yes or no with σ(x), straight from the logit.
///
/// ```
/// loss = −w y log σ(x) − (1 − y) log σ(−x)
/// ```
/// For y in 0...1 no term is negative, so nothing cancels. It is the cross entropy of softmax([x, 0])
/// with the target [y, 1 − y].
///
/// - Parameter logit: x; `±∞` is a certain answer.
/// - Parameter target: y, how much of a yes it is, usually 0 or 1.
/// - Parameter positiveWeight: w, by how much a yes weighs more than a no.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given, ≥ 0 for y in 0...1; 0 for a certain answer that is right, `+∞` for
///   one that is wrong; NaN if one is NaN. Within 4 ulps of the exact value.
/// - SeeAlso: PyTorch's `BCEWithLogitsLoss` (`pos_weight`); Bishop, *Pattern Recognition and Machine
///   Learning*, Springer 2006, eq. 4.90.
public func binaryCrossEntropy(
  logit: Double, target: Double, positiveWeight: Double = 1, unit: InformationUnit = .nats
) -> Double {
  let (x, y) = (logit, target)
  let yes = productKeepingZero(positiveWeight * y, softplus(0 - x), given: x)
  let no = productKeepingZero(1 - y, softplus(x), given: x)
  return unit.converted(yes + no)
}

/// The derivative of the binary cross entropy with respect to its logit.
///
/// ```
/// ∂loss/∂x = ((1 − y) σ(x) − w y σ(−x)) / ln b,    σ(x) − y for w = 1 in nats
/// ```
///
/// - Parameter logit: x.
/// - Parameter target: y.
/// - Parameter positiveWeight: w.
/// - Parameter unit: the base of the logarithm.
/// - Returns: in the unit given a logit; finite for finite y and w. Within 4 ulps of the exact value,
///   or of the larger of the two terms.
/// - SeeAlso: Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, eq. 4.91.
public func binaryCrossEntropyGradient(
  logit: Double, target: Double, positiveWeight: Double = 1, unit: InformationUnit = .nats
) -> Double {
  let (x, y) = (logit, target)
  let (yes, no) = (Pair(positiveWeight) * Pair(y), Pair(1) - Pair(y))
  return ((no * sigmoidOfDouble(x) - yes * sigmoidOfDouble(0 - x)) / unit.logOfBase).rounded
}

private func sigmoidOfDouble(_ x: Double) -> Pair {
  let e = exponential(-abs(x))
  return Pair(x < 0 ? e : 1) / (Pair(1) + Pair(e))
}

/// log(1 + eˣ).
private func softplus(_ x: Double) -> Double { max(x, 0) + logOfOnePlus(exponential(-abs(x))) }
