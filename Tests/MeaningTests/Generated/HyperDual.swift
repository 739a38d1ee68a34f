import Foundation

/// A number with two directions of change: f + aε₁ + bε₂ + ab·ε₁ε₂, where ε₁² = ε₂² = 0.
///
/// Two nested derivatives are exact with it, without any step to choose. It shares nothing with the
/// arithmetic that it is a witness of.
///
/// - SeeAlso: J. Fike, J. Alonso, *The Development of Hyper-Dual Numbers*, AIAA 2011-886.
struct HyperDual {
  var f: Double
  var a = 0.0
  var b = 0.0
  var ab = 0.0

  init(_ f: Double, a: Double = 0, b: Double = 0, ab: Double = 0) {
    (self.f, self.a, self.b, self.ab) = (f, a, b, ab)
  }

  /// g(x), by the value of g and of its first two derivatives at x.
  func map(_ value: Double, _ first: Double, _ second: Double) -> HyperDual {
    HyperDual(value, a: first * a, b: first * b, ab: first * ab + second * a * b)
  }

  static prefix func - (x: HyperDual) -> HyperDual {
    HyperDual(-x.f, a: -x.a, b: -x.b, ab: -x.ab)
  }

  static func + (x: HyperDual, y: HyperDual) -> HyperDual {
    HyperDual(x.f + y.f, a: x.a + y.a, b: x.b + y.b, ab: x.ab + y.ab)
  }

  static func - (x: HyperDual, y: HyperDual) -> HyperDual { x + (-y) }

  static func * (x: HyperDual, y: HyperDual) -> HyperDual {
    HyperDual(
      x.f * y.f, a: x.a * y.f + x.f * y.a, b: x.b * y.f + x.f * y.b,
      ab: x.ab * y.f + x.a * y.b + x.b * y.a + x.f * y.ab)
  }

  static func / (x: HyperDual, y: HyperDual) -> HyperDual {
    let inverse = 1 / y.f
    return x * y.map(inverse, -inverse * inverse, 2 * inverse * inverse * inverse)
  }

  var exponential: HyperDual {
    let value = exp(f)
    return map(value, value, value)
  }

  var logarithm: HyperDual { map(log(f), 1 / f, -1 / (f * f)) }

  var root: HyperDual {
    let value = f.squareRoot()
    return map(value, 0.5 / value, -0.25 / (value * f))
  }

  var sigmoid: HyperDual { HyperDual(1) / (HyperDual(1) + (-self).exponential) }

  func power(_ exponent: Int) -> HyperDual {
    let n = Double(exponent)
    return map(pow(f, n), n * pow(f, n - 1), n * (n - 1) * pow(f, n - 2))
  }

  var magnitude: Double { [f, a, b, ab].map(abs).max() ?? 0 }
}
