#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Goals, in order: right to the last digits for every finite logit and every T in 0...∞; one place
// for the shift, the peak and the special values; readable.
// Rejected: exp(z − logSumExp(z)), which carries the rounding of a large log-sum into every
// probability; a plain z − m, whose rounding exp enlarges up to 745 times; 1 − p and log(1 + s),
// which lose small terms beside 1: hence the sum is kept in two parts, the peak's 1 and the others.

/// exp((zᵢ − m)/T) for all i, m the largest logit, and their sum in two parts.
///
/// ```
/// S = 1 + s,    s = Σ_{i ≠ peak} exp((zᵢ − m)/T)
/// ```
/// A NaN logit makes every value NaN, and so do a `+∞` and logits that are all `−∞`: ∞/∞ and 0/0
/// have no value.
package struct ShiftedExponentials {
  private let logits: [Double]
  private let temperature: Double
  /// exp of (zᵢ − m)/T, at most 1; exactly 1 at the peak.
  package let values: [Double]
  /// What rounding took from each.
  private let rests: [Double]
  /// The first index of the largest logit.
  package let peakIndex: Int
  /// m, the largest logit; `−∞` if there is none.
  package let peak: Double
  /// s, the sum of all values but the peak's.
  package var others: Double { othersPair.rounded }
  private let othersPair: Pair

  /// - Parameter temperature: ≥ 0, checked by the caller. 0 and ∞ are limits: for T = 0 only the
  ///   largest logits count; for T = ∞ all do alike, save the masked ones (`−∞`).
  package init(_ logits: [Double], temperature: Double) {
    var peak = -Double.infinity
    var peakIndex = 0
    for (index, logit) in logits.enumerated() where logit > peak {
      peak = logit
      peakIndex = index
    }
    var others = CompensatedSum()
    var rests: [Double] = []
    rests.reserveCapacity(logits.count)
    values = [Double](unsafeUninitializedCapacity: logits.count) { buffer, count in
      for (index, logit) in logits.enumerated() {
        let (exponent, error) = scaledDifference(logit, peak, dividedBy: temperature)
        let leading = exp(exponent)
        let correction = leading * error
        let value = leading + correction
        let rest = correction - (value - leading)
        buffer.initializeElement(at: index, to: value)
        rests.append(rest)
        if index != peakIndex { others.add(Pair(value, rest: rest)) }
      }
      count = logits.count
    }
    self.logits = logits
    self.temperature = temperature
    self.peakIndex = peakIndex
    self.peak = peak
    self.rests = rests
    othersPair = others.pair
  }

  /// S. The peak's value stands for the 1, so that its NaN spreads.
  package var sum: Double { values.isEmpty ? 0 : values[peakIndex] + others }

  /// log S, exact to the last digits however small s is.
  package var logSum: Double {
    values.isEmpty ? -.infinity : log1p(others + (values[peakIndex] - 1))
  }

  /// S before its last rounding.
  var sumPair: Pair { values.isEmpty ? Pair(0) : Pair(values[peakIndex]) + othersPair }

  /// Σ_{j ≠ i}, without cancellation: no value but the peak's is more than half of S.
  package func sum(without index: Int) -> Double { complement(index).rounded }

  func complement(_ index: Int) -> Pair { index == peakIndex ? othersPair : sumPair - value(index) }

  /// exp((zᵢ − m)/T) before its last rounding.
  func value(_ index: Int) -> Pair { Pair(values[index], rest: rests[index]) }

  /// (zᵢ − m)/T, ≤ 0, rounded, and what the rounding took.
  func exponent(_ index: Int) -> (value: Double, error: Double) {
    scaledDifference(logits[index], peak, dividedBy: temperature)
  }

  /// Whether a class has no probability at all, not only one too small for a Double.
  func isMasked(_ index: Int) -> Bool { exponent(index).value == -.infinity }

  /// log of the i-th probability, in nats.
  package func logProbability(_ index: Int, logSum: Double) -> Double {
    0 - information(index, logSum: logSum).rounded
  }

  /// −log of the i-th probability, in nats.
  func information(_ index: Int, logSum: Double) -> Pair {
    let (exponent, error) = exponent(index)
    return Pair(logSum) - Pair(exponent, rest: error)
  }

  /// x·exp((zᵢ − m)/T), rounded once also where the exponential alone is too small for its digits.
  func times(_ x: Pair, _ index: Int) -> Double {
    if values[index] >= 0x1p-1010 || x.rounded == 0 { return (value(index) * x).rounded }
    let (exponent, error) = exponent(index)
    let root = exp(exponent / 2)
    return (Pair(root, rest: root * error) * x).rounded * root
  }

  /// x·exp((zᵢ − m)/T)/T, where 0/0 = 0 at T = 0: a last quotient would spread the rounding of a
  /// small product.
  func timesOverTemperature(_ x: Pair, _ index: Int) -> Double {
    if temperature == 1 { return times(x, index) }
    return temperature > 0
      ? times(x / Pair(temperature), index) : quotientKeepingZero(times(x, index), 0)
  }

  /// x/T, where 0/0 = 0.
  func overTemperature(_ x: Pair) -> Double {
    temperature > 0 ? (x / Pair(temperature)).rounded : quotientKeepingZero(x.rounded, 0)
  }
}

/// (z − m)/T rounded, and what rounding took from it, for z ≤ m and T in 0...∞.
private func scaledDifference(
  _ z: Double, _ m: Double, dividedBy temperature: Double
) -> (value: Double, error: Double) {
  let (difference, differenceError) = twoSum(z, -m)
  if difference.isFinite, differenceError.isFinite {
    if difference == 0 || temperature == 1 { return (difference, differenceError) }
    let quotient = difference / temperature
    guard quotient.isFinite, temperature.isFinite else { return (quotient, 0) }
    let rest = difference.addingProduct(-quotient, temperature)
    let error = (rest + differenceError) / temperature
    return (quotient, error.isFinite ? error : 0)
  }
  // A masked class stays masked at any temperature; finite logits too far apart for a Double are
  // scaled before they are subtracted.
  if z == -.infinity, m.isFinite { return (-.infinity, 0) }
  if z.isFinite, m.isFinite {
    return (temperature < 1 ? -.infinity : z / temperature - m / temperature, 0)
  }
  return (.nan, .nan)
}

/// eˣ and eˣ − 1 of the C library, for files whose names hide nothing of it.
package func exponential(_ x: Double) -> Double { exp(x) }
package func expMinusOne(_ x: Double) -> Double { expm1(x) }
/// log(1 + x) of the C library.
func logOfOnePlus(_ x: Double) -> Double { log1p(x) }
/// log x of the C library.
func naturalLogarithm(_ x: Double) -> Double { log(x) }
