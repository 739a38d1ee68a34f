import Notation

/// A number with Double's 53 bits and an exponent that no formula of the course can exhaust.
///
/// Goals, in order: e^{±1 000 000} squared is finite and not 0; the same rounding as Double where
/// Double does not overflow; nearly as fast as Double there. The value is
/// ```
/// significand × 2^(512 × block),    2⁻²⁵⁶ ≤ |significand| < 2²⁵⁶
/// ```
/// so ordinary numbers have block 0 and cost one Double operation, and a product or a quotient of
/// two significands never leaves Double's range. Normalising to [1, 2) each time was rejected: it
/// costs a `frexp` per operation and gains no accuracy.
public struct WideNumber: Hashable, Sendable {
  /// 0, ±∞, NaN, or of a size in 2⁻²⁵⁶ ..< 2²⁵⁶.
  public let significand: Double
  /// How many times 2⁵¹² is to be multiplied in; 0 when the significand is 0, ±∞ or NaN.
  public let block: Int

  static let blockExponent = 512
  /// Beyond 2^±(512 · 2⁴⁸) a number is ±∞ or 0: sums and multiples of blocks stay an Int.
  private static let farthestBlock: UInt = 1 << 48
  private static let upper = 0x1p256
  private static let lower = 0x1p-256
  private static let down = 0x1p-512
  private static let up = 0x1p512

  public init(_ value: Double) { self.init(value, block: 0) }

  init(_ significand: Double, block: Int) {
    let size = abs(significand)
    guard size > 0, size.isFinite else {
      self.significand = significand
      self.block = 0
      return
    }
    // A Double lies at most two blocks away: 2⁻¹⁰⁷⁴ ≤ size < 2¹⁰²⁴.
    var (scaled, shifted) = (significand, block)
    while abs(scaled) >= Self.upper {
      scaled *= Self.down
      shifted += 1
    }
    while abs(scaled) < Self.lower {
      scaled *= Self.up
      shifted -= 1
    }
    if shifted.magnitude <= Self.farthestBlock {
      self.significand = scaled
      self.block = shifted
    } else {
      self.significand = shifted > 0 ? scaled * .infinity : scaled * 0
      self.block = 0
    }
  }

  public static let zero = WideNumber(0)
  public static let one = WideNumber(1)
  public static let infinity = WideNumber(.infinity)
  public static let nan = WideNumber(.nan)

  public var isZero: Bool { significand == 0 }
  public var isFinite: Bool { significand.isFinite }
  public var isNaN: Bool { significand.isNaN }
  public var magnitude: WideNumber { significand < 0 ? -self : self }

  /// The nearest Double: ±∞ or 0 where the value lies outside Double's range.
  public var double: Double {
    switch block {
    case 0: significand
    case 1: significand * Self.up
    case 2: significand * Self.up * Self.up
    case 3...: significand * .infinity
    case -1: significand * Self.down
    // In two steps the second one rounds once into the subnormal range.
    case -2: significand * Self.down * Self.down
    default: significand * 0
    }
  }
}

extension WideNumber: Comparable {
  public static prefix func - (x: WideNumber) -> WideNumber {
    WideNumber(-x.significand, block: x.block)
  }

  public static func + (a: WideNumber, b: WideNumber) -> WideNumber {
    if a.block == b.block { return WideNumber(a.significand + b.significand, block: a.block) }
    if a.isZero || !b.isFinite { return b }
    if b.isZero || !a.isFinite { return a }
    let (large, small) = a.block > b.block ? (a, b) : (b, a)
    // Two blocks apart the smaller one is below 2⁻⁵¹² of the larger.
    guard large.block - small.block == 1 else { return large }
    return WideNumber(large.significand + small.significand * down, block: large.block)
  }

  public static func - (a: WideNumber, b: WideNumber) -> WideNumber { a + (-b) }

  public static func * (a: WideNumber, b: WideNumber) -> WideNumber {
    WideNumber(a.significand * b.significand, block: a.block &+ b.block)
  }

  public static func / (a: WideNumber, b: WideNumber) -> WideNumber {
    WideNumber(a.significand / b.significand, block: a.block &- b.block)
  }

  public static func < (a: WideNumber, b: WideNumber) -> Bool {
    if a.block == b.block || a.isZero || b.isZero || !a.isFinite || !b.isFinite {
      return a.significand < b.significand
    }
    if (a.significand < 0) != (b.significand < 0) { return a.significand < 0 }
    return (a.block < b.block) != (a.significand < 0)
  }
}
