#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// log Σᵢ wᵢ exp(zᵢ), without overflow.
///
/// ```
/// m + log Σᵢ wᵢ exp(zᵢ − m),    m = the zᵢ whose wᵢ exp(zᵢ) is the largest
/// ```
/// The term that weighs most is factored out, not the largest logit: a far larger logit of no or
/// little weight spoils nothing, and weights up to 1e308 overflow nothing.
///
/// - Parameter logits: shape `[K]`. `−∞` is allowed.
/// - Parameter weights: shape `[K]`, of either sign.
/// - Returns: nats; `−∞` for an empty or vanishing sum, NaN for a negative sum or a NaN that has a
///   weight. Within 4 ulps of the exact value, or of the larger of the parts that cancel.
/// - Throws: ``ShapeError`` if the lengths differ.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038 (the shifted formula).
public func logSumExp(
  _ logits: some Collection<Double>, weights: some Collection<Double>
) throws(ShapeError) -> Double {
  try checkClassCount(
    of: ("logits", logits.count), equals: ("weights", weights.count), in: "logSumExp")
  let terms = zip(Array(logits), Array(weights)).filter { $0.1 != 0 }
  return weightedLogSumExp(terms.map { (logit: $0.0, weight: $0.1) })
}

private func weightedLogSumExp(_ terms: [(logit: Double, weight: Double)]) -> Double {
  guard terms.allSatisfy({ $0.logit < .infinity && $0.weight.isFinite }) else {
    return logOfInfinite(terms)
  }
  let finite = terms.filter { $0.logit > -.infinity }
  func size(_ index: Int) -> Double { finite[index].logit + log(abs(finite[index].weight)) }
  guard let heaviest = finite.indices.max(by: { size($0) < size($1) }) else { return -.infinity }
  let (peak, peakWeight) = finite[heaviest]
  // The sum of weights near the largest Double would be none.
  let scale = abs(peakWeight) > 0x1p900 ? 0x1p-64 : 1
  var others = CompensatedSum()
  for (index, term) in finite.enumerated() where index != heaviest {
    others.add(term.weight.timesExponential(of: term.logit, minus: peak) * scale)
  }
  let sum = peakWeight * scale + others.value
  // Near 1, the sum's distance from 1 is what counts.
  if scale == 1, (0.5...2).contains(sum) {
    if finite.allSatisfy({ abs($0.logit) <= 0.5 }) { return log1p(excess(finite)) }
    return peak + log1p(others.value + (peakWeight - 1))
  }
  return scale == 1 ? peak + log(sum) : (log(sum) - log(scale)) + peak
}

/// Σ wᵢ exp(zᵢ) − 1 for small zᵢ: Σ wᵢ (exp(zᵢ) − 1) and, exactly, Σ wᵢ − 1.
private func excess(_ terms: [(logit: Double, weight: Double)]) -> Double {
  var sum = CompensatedSum()
  sum.add(-1)
  for (logit, weight) in terms {
    sum.add(weight)
    sum.add(weight * expm1(logit))
  }
  return sum.value
}

/// The log of a sum with terms that are infinite or NaN.
private func logOfInfinite(_ terms: [(logit: Double, weight: Double)]) -> Double {
  var sum = 0.0
  for (logit, weight) in terms {
    if logit < .infinity, weight.isFinite { continue }
    sum += weight * (logit.isFinite ? 1 : exp(logit))
  }
  return log(sum)
}

extension Double {
  /// w exp(a − b), where the exponential alone may be too large or too small for a Double.
  fileprivate func timesExponential(of a: Double, minus b: Double) -> Double {
    let (difference, lost) = twoSum(a, -b)
    guard difference.isFinite else { return difference < 0 ? 0 : self * .infinity }
    let correction = lost.isFinite ? 1 + lost : 1
    if abs(difference) < 700 { return self * (exp(difference) * correction) }
    // No step leaves the way from w to the product, which is at most the heaviest term.
    let step = exp(difference / 4)
    return self * step * step * step * step * correction
  }
}
