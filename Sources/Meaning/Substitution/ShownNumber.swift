/// A number as every place of the program shows it: its digits, correctly rounded from its exact
/// binary value, and where plain digits end and powers of ten begin.
///
/// Formulas, tables and sentences make their text of this one value, so the same number has the
/// same digits everywhere; what differs is only how a power of ten, a minus and ∞ are written.
/// - Plain digits from what shows a digit, or would show one at 3 decimals, to below 10⁹.
/// - Above, `decimals` digits behind the point and a power of ten: a table keeps its columns.
/// - Below, two digits and a power of ten: what is as small as a rounding error never looks like 0.
public struct ShownNumber: Hashable, Sendable {
  public enum Size: Hashable, Sendable {
    /// NaN.
    case undefined
    case infinite
    /// `0.6652`.
    case plain(String)
    /// digits × 10^exponent, with one digit before the point.
    case power(digits: String, exponent: Int)
  }

  public enum Sign: Hashable, Sendable {
    case minus, plus
    /// What is written as 0, and NaN.
    case none
  }

  public let sign: Sign
  public let size: Size
  /// Whether the value, not only its text, is a whole number: a formula writes it without decimals.
  public let isWhole: Bool

  /// More do not help: a Double has 17 significant digits.
  public static let decimalCounts = 0...17
  /// Plain numbers are below this.
  private static let endOfPlain = 1e9
  /// From here on a number that shows no digit is small enough to be written as 0.
  private static let leastZero = 1e-3

  /// - Parameter decimals: digits after the point; what lies outside 0 … 17 is taken as the nearest.
  public init(_ value: WideNumber, decimals: Int) {
    let decimals = min(max(decimals, Self.decimalCounts.lowerBound), Self.decimalCounts.upperBound)
    let magnitude = value.magnitude.double
    isWhole = magnitude == magnitude.rounded() && (magnitude != 0 || value.isZero)
    let ownSign: Sign = value.significand < 0 ? .minus : value.significand > 0 ? .plus : .none
    guard value.isFinite else {
      (sign, size) = (ownSign, value.isNaN ? .undefined : .infinite)
      return
    }
    guard magnitude < Self.endOfPlain else {
      (sign, size) = (ownSign, Self.power(value.magnitude, decimals))
      return
    }
    let (whole, fraction) = Self.scaled(magnitude, decimals)
    let looksZero = whole == 0 && fraction == 0
    if looksZero, !value.isZero, magnitude < Self.leastZero {
      (sign, size) = (ownSign, Self.power(value.magnitude, 1))
      return
    }
    let behind = String(fraction)
    let zeros = String(repeating: "0", count: max(0, decimals - behind.count))
    sign = looksZero ? .none : ownSign
    size = .plain(String(whole) + (decimals == 0 ? "" : "." + zeros + behind))
  }

  public init(_ value: Double, decimals: Int) {
    self.init(WideNumber(value), decimals: decimals)
  }

  /// The number with a power of ten whatever its size; 0, ∞ and NaN have none.
  public init(byExponent value: Double, decimals: Int) {
    self.init(value, decimals: 0)
    guard value.isFinite, value != 0 else { return }
    self = ShownNumber(
      sign: value < 0 ? .minus : .plus, size: Self.power(WideNumber(abs(value)), decimals))
  }

  private init(sign: Sign, size: Size) {
    (self.sign, self.size, isWhole) = (sign, size, false)
  }

  private static func power(_ magnitude: WideNumber, _ decimals: Int) -> Size {
    let digits = DecimalDigits(magnitude, count: decimals + 1)
    return .power(digits: digits.text, exponent: digits.exponent)
  }

  /// The two sides of the point of a number below 10⁹, rounded; a tie goes to the even digit.
  ///
  /// m·10^decimals has at most 53 + 57 bits, so nothing is lost before the one rounding.
  private static func scaled(_ magnitude: Double, _ decimals: Int) -> (UInt64, UInt64) {
    let scale = (0..<decimals).reduce(UInt64(1)) { product, _ in product * 10 }
    guard magnitude > 0 else { return (0, 0) }
    let product = UInt128(magnitude.significand * 0x1p52) * UInt128(scale)
    let shift = 52 - Int(magnitude.exponent)
    guard shift < 128 else { return (0, 0) }
    var quotient = product >> shift
    let (rest, half) = (product - quotient << shift, UInt128(1) << (shift - 1))
    if rest > half || rest == half && quotient & 1 == 1 { quotient += 1 }
    let (whole, fraction) = quotient.quotientAndRemainder(dividingBy: UInt128(scale))
    return (UInt64(whole), UInt64(fraction))
  }
}
