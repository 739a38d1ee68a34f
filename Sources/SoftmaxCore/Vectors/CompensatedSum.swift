/// A running sum that remembers what rounding took from it.
///
/// The error of each addition is found exactly (Knuth's TwoSum) and added at the end, so the result
/// is off by about one rounding however many terms there are, where a plain sum is off by one
/// rounding a term.
///
/// - SeeAlso: Ogita, Rump & Oishi, *SIAM J. Sci. Comput.* 26(6), 2005, 1955–1988 (Sum2).
package struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  /// `lost` is meaningless once the sum has overflowed or met a NaN.
  package var value: Double { sum.isFinite ? sum + lost : sum }

  /// The sum before its last rounding.
  var pair: Pair { Pair(sum, rest: sum.isFinite ? lost : 0) }

  package mutating func add(_ term: Double) {
    let (total, error) = twoSum(sum, term)
    sum = total
    lost += error
  }

  mutating func add(_ term: Pair) {
    add(term.value)
    if term.rest.isFinite { lost += term.rest }
  }
}

/// a + b rounded, and exactly what the rounding took; the error is NaN where the sum is not finite.
@inline(__always)
package func twoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let sum = a + b
  let bRounded = sum - a
  let aRounded = sum - bRounded
  return (sum, (a - aRounded) + (b - bRounded))
}
