import Notation

/// A number as it is shown in a formula: rounded digits, or digits and a power of ten.
struct DecimalText: Hashable {
  var isNegative: Bool
  /// Digits with at most one point; empty for ∞ and NaN.
  var digits: String
  /// The power of ten that is to be multiplied in, where plain digits would not show the value.
  var exponent: Int?
  var isInfinite = false

  /// - Parameter decimals: digits after the point; whole numbers below a million need none.
  init(_ value: WideNumber, decimals: Int) {
    let decimals = min(max(decimals, 0), 15)
    let size = value.magnitude
    isNegative = value.significand < 0
    guard size.isFinite else {
      digits = ""
      isInfinite = !size.isNaN
      return
    }
    let plain = size.double
    if plain == plain.rounded(), plain < 1e6, plain != 0 || size.isZero {
      digits = String(Int(plain))
      isNegative = isNegative && plain != 0
      return
    }
    let smallest = WideNumber(0.5) / .power(WideNumber(10), decimals)
    if plain < 1e6, size >= smallest {
      digits = Self.fixed(plain, decimals)
      return
    }
    // Scientific: one digit before the point.
    var power = Int(WideNumber.log10(size).double.rounded(.down))
    var mantissa = (size / .power(WideNumber(10), power)).double
    let scale = Double.power(of: 10, decimals)
    if (mantissa * scale).rounded() >= 10 * scale {
      power += 1
      mantissa /= 10
    }
    guard mantissa.isFinite else {
      // Next to the least number there is, its power of ten is none.
      digits = "0"
      return
    }
    digits = Self.fixed(mantissa, decimals)
    exponent = power
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scaled = (value * .power(of: 10, decimals)).rounded()
    // 1e6 with 15 decimals still fits: 10²¹ does not.
    guard scaled < 9e18 else { return String(Int(value.rounded())) }
    let all = String(Int(scaled))
    guard decimals > 0 else { return all }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - all.count)) + all
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

extension Double {
  fileprivate static func power(of base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
