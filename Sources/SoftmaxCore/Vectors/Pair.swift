/// A number in two parts: what plain arithmetic gives, and what rounding took from it.
///
/// A product of several rounded factors is off by a rounding each; in pairs it is off by the last
/// one alone. Infinities and NaNs are those of the first part: beside them the second means nothing
/// and is left out.
///
/// - SeeAlso: Lange & Rump, "Faithfully rounded floating-point computations", *ACM Trans. Math.
///   Softw.* 46(3), 2020, article 21.
package struct Pair {
  let value: Double
  let rest: Double

  init(_ value: Double, rest: Double = 0) {
    self.value = value
    self.rest = rest
  }

  /// Both parts as one Double.
  var rounded: Double { rest.isFinite ? value + rest : value }

  static func + (a: Pair, b: Pair) -> Pair {
    let (sum, lost) = twoSum(a.value, b.value)
    return Pair(sum, rest: lost + (a.rest + b.rest))
  }

  static func - (a: Pair, b: Pair) -> Pair { a + Pair(0 - b.value, rest: 0 - b.rest) }

  static func * (a: Pair, b: Pair) -> Pair {
    let product = a.value * b.value
    let lost = (-product).addingProduct(a.value, b.value)
    return Pair(product, rest: lost + (a.value * b.rest + a.rest * b.value))
  }

  static func / (a: Pair, b: Pair) -> Pair {
    let quotient = a.value / b.value
    let left = a.value.addingProduct(-quotient, b.value)
    return Pair(quotient, rest: ((left + a.rest) - quotient * b.rest) / b.value)
  }
}
