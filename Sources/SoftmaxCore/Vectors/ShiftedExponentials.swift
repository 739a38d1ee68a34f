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
struct ShiftedExponentials {
  /// (zᵢ − m)/T, ≤ 0, rounded.
  let exponents: [Double]
  /// What the rounding took from `exponents`.
  let exponentErrors: [Double]
  /// exp of the exponents; exactly 1 at the peak.
  let values: [Double]
  /// The first index of the largest logit.
  let peakIndex: Int
  /// m, the largest logit; `−∞` if there is none.
  let peak: Double
  /// s, the sum of all values but the peak's.
  let others: Double

  /// - Parameter temperature: ≥ 0, checked by the caller. 0 and ∞ are limits: for T = 0 only the
  ///   largest logits count; for T = ∞ all do alike, save the masked ones (`−∞`).
  init(_ logits: [Double], temperature: Double) {
    var peak = -Double.infinity
    var peakIndex = 0
    for (index, logit) in logits.enumerated() where logit > peak {
      peak = logit
      peakIndex = index
    }
    var exponents: [Double] = []
    var errors: [Double] = []
    var values: [Double] = []
    var others = CompensatedSum()
    exponents.reserveCapacity(logits.count)
    errors.reserveCapacity(logits.count)
    values.reserveCapacity(logits.count)
    for (index, logit) in logits.enumerated() {
      let (exponent, error) = scaledDifference(logit, peak, dividedBy: temperature)
      let leading = exp(exponent)
      let value = leading + leading * error
      exponents.append(exponent)
      errors.append(error)
      values.append(value)
      if index != peakIndex { others.add(value) }
    }
    self.exponents = exponents
    self.exponentErrors = errors
    self.values = values
    self.peakIndex = peakIndex
    self.peak = peak
    self.others = others.value
  }

  /// S. The peak's value stands for the 1, so that its NaN spreads.
  var sum: Double { values.isEmpty ? 0 : values[peakIndex] + others }

  /// log S, exact to the last digits however small s is.
  var logSum: Double { values.isEmpty ? -.infinity : log1p(others + (values[peakIndex] - 1)) }

  /// Σ_{j ≠ i}, without cancellation: no value but the peak's is more than half of S.
  func sum(without index: Int) -> Double { index == peakIndex ? others : sum - values[index] }

  /// log of the i-th probability, in nats.
  func logProbability(_ index: Int, logSum: Double) -> Double {
    (exponents[index] - logSum) + exponentErrors[index]
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
func exponential(_ x: Double) -> Double { exp(x) }
func expMinusOne(_ x: Double) -> Double { expm1(x) }
