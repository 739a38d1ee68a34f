import Notation

/// A number that knows how far rounding may have moved it.
///
/// Each operation adds its own rounding, at most half a unit in the last place, to what its
/// operands bring along (running error analysis). Inputs are exact. So the tolerance of an equals
/// sign follows from the numbers that were added, multiplied and cancelled on its two sides, and
/// there is no constant to choose.
///
/// - SeeAlso: N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., 2002, §3.3.
public struct TrackedNumber: Hashable, Sendable {
  public var value: WideNumber
  /// A bound on |computed − exact|; `∞` where nothing is known.
  public var error: WideNumber
  /// What was added: the value the expression would have had without cancellation.
  public var magnitude: WideNumber
  /// Why the value is infinite or NaN, as far as it matters to a product with 0.
  var origin = Origin.other

  /// 0 times log 0 is 0, and 0 times no other infinity; log of 0/0 counts as log 0 because entropy
  /// and divergence define their terms so.
  enum Origin: Hashable, Sendable { case other, zeroOverZero, logOfZero }

  /// Half a unit in the last place of 1.
  static let roundoff = WideNumber(0x1p-53)

  init(
    value: WideNumber, error: WideNumber, magnitude: WideNumber, origin: Origin = .other
  ) {
    self.value = value
    self.error = error
    self.magnitude = magnitude
    self.origin = value.isFinite ? .other : origin
  }

  /// An exact number.
  public init(_ value: Double) { self.init(exactly: WideNumber(value)) }

  init(exactly value: WideNumber) {
    self.init(value: value, error: .zero, magnitude: value.magnitude)
  }

  /// A number that was rounded when it was written or computed.
  static func rounded(_ value: WideNumber) -> TrackedNumber {
    TrackedNumber(
      value: value, error: value.magnitude * roundoff, magnitude: value.magnitude)
  }

  public var double: Double { value.double }

  /// The value, or 0 where rounding alone may account for all of it: what is left when equal terms
  /// cancel, such as the −7e−18 of a row of the Jacobian, is no number to show a learner.
  public var settled: WideNumber {
    error.isFinite && value.isFinite && value.magnitude <= error ? .zero : value
  }

  static let zero = TrackedNumber(0)
  static let one = TrackedNumber(1)
}

extension TrackedNumber {
  static prefix func - (x: TrackedNumber) -> TrackedNumber {
    TrackedNumber(
      value: -x.value, error: x.error, magnitude: x.magnitude, origin: x.origin)
  }

  static func + (a: TrackedNumber, b: TrackedNumber) -> TrackedNumber {
    let value = a.value + b.value
    return TrackedNumber(
      value: value, error: a.error + b.error + value.magnitude * roundoff,
      magnitude: a.magnitude + b.magnitude, origin: joined(a, b))
  }

  static func - (a: TrackedNumber, b: TrackedNumber) -> TrackedNumber { a + (-b) }

  static func * (a: TrackedNumber, b: TrackedNumber) -> TrackedNumber {
    // 0·log 0 = 0, the limit that entropy needs.
    if a.value.isZero && b.origin == .logOfZero || b.value.isZero && a.origin == .logOfZero {
      return .zero
    }
    let value = a.value * b.value
    return TrackedNumber(
      value: value,
      error: a.value.magnitude * b.error + b.value.magnitude * a.error + a.error * b.error
        + value.magnitude * roundoff,
      magnitude: a.magnitude * b.magnitude, origin: joined(a, b))
  }

  static func / (a: TrackedNumber, b: TrackedNumber) -> TrackedNumber {
    let value = a.value / b.value
    let size = b.value.magnitude
    // A divisor that may be 0 leaves nothing known.
    let error =
      b.error < size
      ? (a.error + value.magnitude * b.error) / (size - b.error) + value.magnitude * roundoff
      : .infinity
    return TrackedNumber(
      value: value, error: error, magnitude: a.magnitude / size,
      origin: a.value.isZero && b.value.isZero ? .zeroOverZero : a.origin)
  }

  private static func joined(_ a: TrackedNumber, _ b: TrackedNumber) -> Origin {
    a.origin == .logOfZero || b.origin == .logOfZero ? .logOfZero : .other
  }

  static func exp(_ x: TrackedNumber) -> TrackedNumber {
    let value = WideNumber.exp(x.value)
    guard x.value.isFinite else { return TrackedNumber(exactly: value) }
    // The library's exp is good to a unit in the last place; another is for the reduction of large
    // arguments, whose size multiplies the rounding of ln 2.
    let own = roundoff * (WideNumber(4) + x.value.magnitude * WideNumber(0x1p-20))
    return TrackedNumber(
      value: value, error: value * (WideNumber.expm1(x.error) + own), magnitude: value)
  }

  /// ln x, or the logarithm to base 2 or 10 where the C library has one of its own.
  static func log(_ x: TrackedNumber, base: LogarithmBase = .natural) -> TrackedNumber {
    let value =
      switch base {
      case .natural: WideNumber.log(x.value)
      case .two: WideNumber.log2(x.value)
      case .ten: WideNumber.log10(x.value)
      }
    let error =
      x.error < x.value.magnitude
      ? x.error / (x.value.magnitude - x.error) + value.magnitude * roundoff * WideNumber(4)
      : .infinity
    // A relative change of x moves the logarithm by as much: its own scale is 1, however near to 0
    // it comes.
    return TrackedNumber(
      value: value, error: error, magnitude: value.magnitude + .one,
      origin: x.value.isZero || x.origin == .zeroOverZero ? .logOfZero : .other)
  }

  static func sqrt(_ x: TrackedNumber) -> TrackedNumber {
    let value = WideNumber.sqrt(x.value)
    let inherited = x.error.isZero ? WideNumber.zero : x.error / value
    return TrackedNumber(
      value: value, error: inherited + value * roundoff, magnitude: value)
  }

  static func power(_ x: TrackedNumber, _ n: Int) -> TrackedNumber {
    var (result, factor, left) = (TrackedNumber.one, x, n.magnitude)
    while left > 0 {
      if left & 1 == 1 { result = result * factor }
      left >>= 1
      if left > 0 { factor = factor * factor }
    }
    return n < 0 ? .one / result : result
  }
}

/// The logarithms that the C library computes to the last digit; others are quotients of these.
enum LogarithmBase: Hashable, Sendable { case natural, two, ten }
