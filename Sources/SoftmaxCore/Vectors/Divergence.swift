#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The Kullback–Leibler divergence D(P‖Q): what coding P by Q's code costs beyond H(P).
///
/// ```
/// D(P‖Q) = Σᵢ pᵢ log(pᵢ/qᵢ),    0·log(0/q) = 0
/// ```
/// Where pᵢ is close to qᵢ, the terms cancel in the sum. There pᵢ log(pᵢ/qᵢ) is split into pᵢ − qᵢ,
/// which a compensated sum adds up exactly, and a remainder that is never negative.
///
/// - Parameter p: shape `[K]`, probabilities (≥ 0, sum 1; the sum is not enforced).
/// - Parameter q: shape `[K]`, probabilities; D is finite only if q is 0 nowhere but where p is.
/// - Returns: in the unit given, ≥ 0 for distributions (up to the rounding of their sums); `+∞` if
///   some `qᵢ = 0 < pᵢ`; NaN if an entry is negative or NaN.
/// - Throws: ``ShapeError`` if the lengths differ.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.3.
public func klDivergence(
  of p: [Double], relativeTo q: [Double], unit: InformationUnit = .nats
) throws(ShapeError) -> Double {
  try checkClassCount(of: ("p", p.count), equals: ("q", q.count), in: "klDivergence")
  var sum = CompensatedSum()
  for (p, q) in zip(p, q) {
    guard p >= 0, q >= 0 else { return .nan }
    if p == 0 { continue }
    let excess = (p - q) / q
    if abs(excess) <= 0.125 {
      sum.add(p)
      sum.add(-q)
      sum.add(q * entropyExcess(excess))
    } else {
      sum.add(p * logOfQuotient(p, q))
    }
  }
  return sum.value / unit.naturalLogOfBase
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
/// - Returns: in the unit given; `+∞` if some `qᵢ = 0 < pᵢ`; NaN if an entry of q is NaN or, where p
///   is not 0, negative; NaN if an entry of p is NaN.
/// - Throws: ``ShapeError`` if the lengths differ.
/// - SeeAlso: ``crossEntropy(logits:target:temperature:unit:)``, which does not need q.
public func crossEntropy(
  of p: [Double], relativeTo q: [Double], unit: InformationUnit = .nats
) throws(ShapeError) -> Double {
  try checkClassCount(of: ("p", p.count), equals: ("q", q.count), in: "crossEntropy")
  var sum = CompensatedSum()
  for (p, q) in zip(p, q) { sum.add(productKeepingZero(p, information(q, unit: unit), given: q)) }
  return sum.value
}

/// w·x with 0·∞ = 0: an event that never happens costs nothing, however improbable. A NaN in the
/// value x was computed from stays.
func productKeepingZero(_ weight: Double, _ x: Double, given source: Double) -> Double {
  weight == 0 && !source.isNaN ? 0 : weight * x
}

/// log(p/q) for p > 0, also where p/q is too large or too small for a Double.
private func logOfQuotient(_ p: Double, _ q: Double) -> Double {
  let quotient = p / q
  return quotient.isNormal ? log(quotient) : log(p) - log(q)
}

/// (1 + δ) log(1 + δ) − δ ≥ 0 by its series, for |δ| ≤ 1/8.
///
/// ```
/// δ²/2 − δ³/6 + δ⁴/12 − … = Σ_{k ≥ 2} (−δ)ᵏ / (k (k − 1))
/// ```
private func entropyExcess(_ delta: Double) -> Double {
  var power = delta * delta
  var sum = power / 2
  var k = 3.0
  while true {
    power *= -delta
    let next = sum + power / (k * (k - 1))
    if next == sum { return sum }
    sum = next
    k += 1
  }
}
