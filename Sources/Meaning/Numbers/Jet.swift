import Notation

/// A number with its derivatives: forward-mode automatic differentiation.
///
/// A `.dual` is primal + tangent·ε with ε² = 0, and the ε of different ∂ are kept apart by their
/// tag, so that ∂ within ∂ gives second derivatives and never confuses the two. Parts are jets of
/// lower tags: the largest tag is outermost. A number that no ∂ touches stays `.real` and costs
/// nothing more.
///
/// - SeeAlso: J. M. Siskind, B. A. Pearlmutter, "Nesting forward-mode AD in a functional
///   framework", *Higher-Order and Symbolic Computation* 21, 2008, doi:10.1007/s10990-008-9037-1.
enum Jet: Hashable, Sendable {
  case real(TrackedNumber)
  indirect case dual(primal: Jet, tangent: Jet, tag: Int)

  init(_ value: Double) { self = .real(TrackedNumber(value)) }

  static let zero = Jet.real(.zero)
  static let one = Jet.real(.one)

  /// The value without any derivative.
  var real: TrackedNumber {
    var jet = self
    while case .dual(let primal, _, _) = jet { jet = primal }
    guard case .real(let number) = jet else { return .zero }
    return number
  }

  /// This number plus ε of the given tag, which must be larger than any tag in it.
  func seeded(tag: Int) -> Jet { .dual(primal: self, tangent: .one, tag: tag) }

  /// ∂ of this number by the variable that was seeded with the tag.
  func derivative(tag: Int) -> Jet {
    if case .dual(_, let tangent, let own) = self, own == tag { return tangent }
    return .zero
  }

  private var tag: Int {
    if case .dual(_, _, let tag) = self { return tag }
    return -1
  }

  private func parts(of tag: Int) -> (primal: Jet, tangent: Jet?) {
    if case .dual(let primal, let tangent, let own) = self, own == tag { return (primal, tangent) }
    return (self, nil)
  }

  /// Joins the tangents of a sum, of which at least one is there.
  private static func joined(_ a: Jet?, _ b: Jet?) -> Jet {
    switch (a, b) {
    case (let a?, let b?): a + b
    case (let only?, nil), (nil, let only?): only
    case (nil, nil): .zero
    }
  }
}

extension Jet {
  static prefix func - (x: Jet) -> Jet {
    switch x {
    case .real(let number): .real(-number)
    case .dual(let primal, let tangent, let tag):
      .dual(primal: -primal, tangent: -tangent, tag: tag)
    }
  }

  static func + (a: Jet, b: Jet) -> Jet {
    if case .real(let a) = a, case .real(let b) = b { return .real(a + b) }
    let tag = max(a.tag, b.tag)
    let (left, right) = (a.parts(of: tag), b.parts(of: tag))
    return .dual(
      primal: left.primal + right.primal, tangent: joined(left.tangent, right.tangent), tag: tag)
  }

  static func - (a: Jet, b: Jet) -> Jet { a + (-b) }

  static func * (a: Jet, b: Jet) -> Jet {
    if case .real(let a) = a, case .real(let b) = b { return .real(a * b) }
    let tag = max(a.tag, b.tag)
    let (left, right) = (a.parts(of: tag), b.parts(of: tag))
    return .dual(
      primal: left.primal * right.primal,
      tangent: joined(
        left.tangent.map { $0 * right.primal }, right.tangent.map { left.primal * $0 }),
      tag: tag)
  }

  static func / (a: Jet, b: Jet) -> Jet {
    if case .real(let a) = a, case .real(let b) = b { return .real(a / b) }
    let tag = max(a.tag, b.tag)
    let (left, right) = (a.parts(of: tag), b.parts(of: tag))
    let quotient = left.primal / right.primal
    // (a/b)′ = (a′ − (a/b) b′)/b
    let change = joined(left.tangent, right.tangent.map { -(quotient * $0) })
    return .dual(primal: quotient, tangent: change / right.primal, tag: tag)
  }

  static func exp(_ x: Jet) -> Jet {
    guard case .dual(let primal, let tangent, let tag) = x else { return .real(.exp(x.real)) }
    let value = exp(primal)
    return .dual(primal: value, tangent: value * tangent, tag: tag)
  }

  static func log(_ x: Jet, base: LogarithmBase = .natural) -> Jet {
    guard case .dual(let primal, let tangent, let tag) = x else {
      return .real(.log(x.real, base: base))
    }
    let value = log(primal, base: base)
    var change = tangent / primal
    if base != .natural { change = change / .naturalLog(of: base) }
    // The slope of log at 0 is as infinite as the logarithm: 0 times it is 0 too.
    return .dual(
      primal: value, tangent: primal.real.value.isZero ? change.asLogOfZero : change, tag: tag)
  }

  static func sqrt(_ x: Jet) -> Jet {
    guard case .dual(let primal, let tangent, let tag) = x else { return .real(.sqrt(x.real)) }
    let value = sqrt(primal)
    return .dual(primal: value, tangent: tangent / (value + value), tag: tag)
  }

  /// x^y: by repeated multiplication for whole numbers, else e^{y ln x}.
  static func power(_ x: Jet, _ y: Jet) -> Jet {
    if case .real(let exponent) = y, let whole = Int(exactly: exponent.double),
      whole.magnitude <= 1 << 20
    {
      return power(x, whole)
    }
    if case .real(let exponent) = y, exponent.double == 0.5 { return sqrt(x) }
    return exp(y * log(x))
  }

  private static func power(_ x: Jet, _ n: Int) -> Jet {
    guard case .dual(let primal, let tangent, let tag) = x else { return .real(.power(x.real, n)) }
    let slope = n == 0 ? Jet.zero : Jet(Double(n)) * power(primal, n - 1)
    return .dual(primal: power(primal, n), tangent: slope * tangent, tag: tag)
  }

  /// |x|, whose slope at 0 is taken as 0.
  static func absolute(_ x: Jet) -> Jet {
    let value = x.real.value
    return value < .zero ? -x : value.isZero ? x * .zero : x
  }

  /// The larger or the smaller of two; of equal ones the first, and NaN before any.
  static func extreme(_ a: Jet, _ b: Jet, _ isMaximum: Bool) -> Jet {
    let (left, right) = (a.real.value, b.real.value)
    if left.isNaN || right.isNaN { return left.isNaN ? a : b }
    if left == right { return a }
    return (left < right) == isMaximum ? b : a
  }

  static func naturalLog(of base: LogarithmBase) -> Jet {
    switch base {
    case .natural: .one
    case .two: .real(.rounded(WideNumber(0.693_147_180_559_945_3)))
    case .ten: .real(.rounded(WideNumber(2.302_585_092_994_045_7)))
    }
  }

  private var asLogOfZero: Jet {
    switch self {
    case .real(var number):
      if !number.value.isFinite { number.origin = .logOfZero }
      return .real(number)
    case .dual(let primal, let tangent, let tag):
      return .dual(primal: primal.asLogOfZero, tangent: tangent.asLogOfZero, tag: tag)
    }
  }
}
