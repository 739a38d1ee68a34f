/// The probabilities softmax(z), one a class.
///
/// The largest logit m is subtracted first, which changes nothing in the quotient, and no
/// exponential overflows:
/// ```
/// pᵢ = exp(zᵢ − m) / Σⱼ exp(zⱼ − m),    m = maxⱼ zⱼ
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its probability is 0.
/// - Returns: shape `[K]`, in 0...1, summing to 1 up to rounding; `[]` for `[]`. All NaN if a logit
///   is NaN or `+∞`, or if all are `−∞`: the quotient is ∞/∞ or 0/0. Each within 4 ulps of the exact
///   value, however far apart the logits are.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func softmax(_ logits: some Collection<Double>) -> [Double] {
  ShiftedExponentials(Array(logits), temperature: 1).probabilities
}

/// The probabilities softmax(z/T).
///
/// The difference zᵢ − m is divided, never z itself, so a tiny T overflows nothing.
/// ```
/// pᵢ = exp((zᵢ − m)/T) / Σⱼ exp((zⱼ − m)/T),    m = maxⱼ zⱼ
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter temperature: T ≥ 0. 0 is the limit: the largest logits share all. `∞` is the limit:
///   uniform over the classes that are not masked.
/// - Returns: as `softmax(_:)`.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - SeeAlso: Hinton, Vinyals & Dean, "Distilling the knowledge in a neural network", 2015,
///   arXiv:1503.02531, §2 (the temperature).
public func softmax(
  _ logits: some Collection<Double>, temperature: Double
) throws(DomainError) -> [Double] {
  try checkTemperature(temperature, in: "softmax")
  return ShiftedExponentials(Array(logits), temperature: temperature).probabilities
}

/// log softmax(z), in the unit given.
///
/// The log is taken of the sum alone, by `log1p` of what the peak leaves over, so neither a
/// probability too small for a Double nor one too close to 1 is lost:
/// ```
/// log pᵢ = (zᵢ − m) − log1p(Σ_{j ≠ peak} exp(zⱼ − m)),    m = maxⱼ zⱼ
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class: its log-probability is `−∞`.
/// - Parameter unit: the base of the logarithm.
/// - Returns: shape `[K]`, ≤ 0; `[]` for `[]`. All NaN if a logit is NaN or `+∞`, or all are `−∞`.
///   Each within 4 ulps of the exact value.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSoftmax(
  _ logits: some Collection<Double>, unit: InformationUnit = .nats
) -> [Double] {
  ShiftedExponentials(Array(logits), temperature: 1).logProbabilities(in: unit)
}

/// log softmax(z/T), in the unit given.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits, as for `softmax(_:temperature:)`.
/// - Parameter unit: the base of the logarithm.
/// - Returns: as `logSoftmax(_:unit:)`.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSoftmax(
  _ logits: some Collection<Double>, temperature: Double, unit: InformationUnit = .nats
) throws(DomainError) -> [Double] {
  try checkTemperature(temperature, in: "logSoftmax")
  return ShiftedExponentials(Array(logits), temperature: temperature)
    .logProbabilities(in: unit)
}

/// The log-partition function, log Σᵢ exp(zᵢ), without overflow.
///
/// ```
/// log Σᵢ exp(zᵢ) = m + log1p(Σ_{i ≠ peak} exp(zᵢ − m)),    m = maxᵢ zᵢ
/// ```
///
/// - Parameter logits: shape `[K]`. `−∞` is allowed: that class is impossible.
/// - Parameter unit: the base of the logarithm.
/// - Returns: scalar, in the unit given; finite for finite logits. `−∞` for the empty sum or when
///   every logit is `−∞`; `+∞` if a logit is `+∞` and none is NaN; NaN if any logit is NaN. Within
///   4 ulps of the exact value, or of m where m and the log of the sum cancel.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSumExp(
  _ logits: some Collection<Double>, unit: InformationUnit = .nats
) -> Double {
  logSumExpOfChecked(Array(logits), temperature: 1, unit: unit)
}

/// log Σᵢ exp(zᵢ/T), in the unit given.
///
/// - Parameter logits: shape `[K]`. `−∞` is allowed.
/// - Parameter temperature: T ≥ 0. T = 0 is the limit: `±∞` with the sign of the largest logit, or
///   the log of the number of zeros if that is 0. T = `∞` counts the classes that are not masked.
/// - Parameter unit: the base of the logarithm.
/// - Returns: as `logSumExp(_:unit:)`.
/// - Throws: ``DomainError`` if `temperature` is negative or NaN.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSumExp(
  _ logits: some Collection<Double>, temperature: Double, unit: InformationUnit = .nats
) throws(DomainError) -> Double {
  try checkTemperature(temperature, in: "logSumExp")
  return logSumExpOfChecked(Array(logits), temperature: temperature, unit: unit)
}

/// log Σ exp(zᵢ/T) for a T that has been checked.
package func logSumExpOfChecked(
  _ logits: [Double], temperature: Double, unit: InformationUnit
) -> Double {
  let shifted = ShiftedExponentials(logits, temperature: temperature)
  let peak = shifted.peak
  guard peak.isFinite else { return logits.contains(where: \.isNaN) ? .nan : peak }
  let scaledPeak = quotientKeepingZero(peak, temperature)
  return unit.converted(scaledPeak + shifted.logSum)
}

/// x/T with 0/0 = 0, its limit for T → 0.
func quotientKeepingZero(_ x: Double, _ temperature: Double) -> Double {
  x == 0 ? x : x / temperature
}

extension ShiftedExponentials {
  package var probabilities: [Double] {
    let sum = sum
    return values.map { $0 / sum }
  }

  package func logProbabilities(in unit: InformationUnit) -> [Double] {
    let logSum = logSum
    return values.indices.map { unit.converted(logProbability($0, logSum: logSum)) }
  }
}
