#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// d₀.d₁d₂… × 10^exponent: the decimal digits of a binary number, and their rounding.
///
/// Every m·2^e is a finite decimal number, because 2^e = 5^(−e)/10^(−e) for e < 0. So the digits of
/// all Doubles are found exactly by integer arithmetic, and rounding sees the real remainder: what
/// lies just above a tie goes up, an exact tie goes to the even digit, as the C library does it.
/// Numbers far outside Double's range have too many digits for that; theirs come from the logarithm.
struct DecimalDigits {
  /// From the first that is not 0.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit.
  private(set) var exponent: Int

  /// Binary exponents up to this are computed exactly: Double's, and a few times more.
  private static let farthestExact = 4_096
  /// Digits that 10 to a fraction has in Double.
  private static let mostFromLogarithm = 15

  /// - Parameters:
  ///   - number: finite and greater than 0.
  ///   - count: how many digits to keep, at least 1.
  init(_ number: WideNumber, count: Int) {
    let significand = number.significand
    // A Double's significand is below 2: 52 bits of it stand behind the point.
    let integer = UInt64(significand.significand * 0x1p52)
    let power = Int(significand.exponent) - 52 + number.block * WideNumber.blockExponent
    if power.magnitude <= Self.farthestExact {
      (digits, exponent) = Self.exact(integer, power)
      round(to: count)
    } else {
      (digits, exponent) = Self.fromLogarithm(significand.significand, power + 52, count)
    }
  }

  /// One digit before the point, the others behind it.
  var text: String {
    let all = digits.map { Character(Unicode.Scalar($0 + 48)) }
    return String(all[0]) + (all.count > 1 ? "." + String(all[1...]) : "")
  }

  /// m·2^e as an integer, times a power of ten.
  private static func exact(_ integer: UInt64, _ power: Int) -> ([UInt8], Int) {
    var limbs = [UInt32(truncatingIfNeeded: integer), UInt32(integer >> 32)]
    func multiply(by factor: UInt64) {
      var carry: UInt64 = 0
      for place in limbs.indices {
        let product = UInt64(limbs[place]) * factor + carry
        limbs[place] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
    }
    // 5¹³ is the largest power of 5 in 32 bits.
    let (base, step, largest): (UInt64, Int, UInt64) =
      power < 0 ? (5, 13, 1_220_703_125) : (2, 31, 1 << 31)
    let (runs, left) = power.magnitude.quotientAndRemainder(dividingBy: UInt(step))
    for _ in 0..<runs { multiply(by: largest) }
    for _ in 0..<left { multiply(by: base) }
    var digits: [UInt8] = []
    while limbs.contains(where: { $0 > 0 }) {
      var rest: UInt64 = 0
      for place in limbs.indices.reversed() {
        let part = rest << 32 | UInt64(limbs[place])
        limbs[place] = UInt32(part / 1_000_000_000)
        rest = part % 1_000_000_000
      }
      while limbs.last == 0 { limbs.removeLast() }
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    digits.reverse()
    return (digits, digits.count - 1 + min(power, 0))
  }

  /// m·2^e = m·10^f·10^n with n + f = e·log₁₀2, the product in 128 bits, so that no digit of f is
  /// lost however large e is.
  ///
  /// So far away a number stems from an exponent, and what has k digits there has lost k digits
  /// here: those are not shown.
  private static func fromLogarithm(
    _ significand: Double, _ power: Int, _ count: Int
  ) -> ([UInt8], Int) {
    // log₁₀2 · 2⁶⁴, and 64 bits more.
    let (high, low): (Int128, Int128) = (0x4d10_4d42_7de7_fbcc, 0x47c4_acd6_05be_48bc)
    let logarithm = Int128(power) * high + (Int128(power) * low) >> 64
    var exponent = Int(logarithm >> 64)
    let fraction = Double(UInt64(truncatingIfNeeded: logarithm)) * 0x1p-64
    var size = significand * pow(10, fraction)
    if size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
    let lost = String(exponent.magnitude).count
    let kept = max(1, min(count, mostFromLogarithm - lost))
    var digits = DecimalDigits(WideNumber(size), count: kept)
    digits.exponent += exponent
    return (digits.digits, digits.exponent)
  }

  /// To the nearest; halfway, to the even digit.
  private mutating func round(to count: Int) {
    guard digits.count > count else {
      digits += Array(repeating: 0, count: count - digits.count)
      return
    }
    let rest = digits[count...]
    let isTie = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let goesUp = isTie ? !digits[count - 1].isMultiple(of: 2) : digits[count] >= 5
    digits = Array(digits[..<count])
    guard goesUp else { return }
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    digits.removeLast()
    exponent += 1
  }
}
