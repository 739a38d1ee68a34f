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
/// m + log Σᵢ wᵢ exp(zᵢ − m),    m = max zᵢ where wᵢ ≠ 0
/// ```
/// A weight of 0 takes its term out before the peak is looked for, so a far larger logit of no
/// weight spoils nothing.
///
/// - Parameter logits: shape `[K]`. `−∞` is allowed.
/// - Parameter weights: shape `[K]`.
/// - Returns: nats; `−∞` for an empty or vanishing sum, NaN for a negative sum or a NaN that has a
///   weight.
/// - Throws: ``ShapeError`` if the lengths differ.
public func logSumExp(_ logits: [Double], weights: [Double]) throws(ShapeError) -> Double {
  try checkClassCount(
    of: ("logits", logits.count), equals: ("weights", weights.count), in: "logSumExp")
  let terms = zip(logits, weights).filter { $0.1 != 0 }
  let shifted = ShiftedExponentials(terms.map(\.0), temperature: 1)
  guard shifted.peak.isFinite else { return logSumExp(terms.map(\.0)) }
  var others = CompensatedSum()
  for (index, value) in shifted.values.enumerated() where index != shifted.peakIndex {
    others.add(value * terms[index].1)
  }
  let peakWeight = terms[shifted.peakIndex].1
  let sum = peakWeight + others.value
  // Near 1, the sum's distance from 1 is what counts.
  let isNearOne = (0.5...2).contains(sum)
  return shifted.peak + (isNearOne ? log1p(others.value + (peakWeight - 1)) : log(sum))
}
