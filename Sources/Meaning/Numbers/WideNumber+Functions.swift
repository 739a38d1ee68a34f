import Notation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension WideNumber {
  /// ln 2 as a sum whose first part has 21 trailing zero bits, so that n·high is exact for |n| < 2²¹.
  ///
  /// - SeeAlso: W. J. Cody, W. Waite, *Software Manual for the Elementary Functions*, 1980, ch. 6.
  private static let naturalLogOfTwo = (high: 0x1.62e42fee00000p-1, low: 0x1.a39ef35793c76p-33)

  /// e^x. Within 2 units in the last place for |x| < 2²⁰; beyond, the argument's own rounding rules.
  public static func exp(_ x: WideNumber) -> WideNumber {
    let exponent = x.double
    // |x| < 177 keeps the result within one block: 256·ln 2 = 177.4.
    if abs(exponent) < 177 || exponent.isNaN { return WideNumber(naturalExp(exponent)) }
    // The block must stay an Int, and its products too.
    guard abs(exponent) < 0x1p50 else { return exponent < 0 ? .zero : .infinity }
    let power = (exponent / (naturalLogOfTwo.high + naturalLogOfTwo.low)).rounded()
    let rest = (exponent - power * naturalLogOfTwo.high) - power * naturalLogOfTwo.low
    let (block, left) = Int(power).quotientAndRemainder(dividingBy: blockExponent)
    let scaled = scalbn(naturalExp(rest), Int32(left / 2))
    return WideNumber(scaled, block: block) * WideNumber(scalbn(1, Int32(left - left / 2)))
  }

  /// The natural logarithm: −∞ at 0, NaN below.
  public static func log(_ x: WideNumber) -> WideNumber {
    guard x.block != 0 else { return WideNumber(naturalLog(x.significand)) }
    let blocks = Double(x.block) * Double(blockExponent)
    let low = blocks * naturalLogOfTwo.low + naturalLog(x.significand)
    return WideNumber(blocks * naturalLogOfTwo.high + low)
  }

  public static func sqrt(_ x: WideNumber) -> WideNumber {
    let isOdd = !x.block.isMultiple(of: 2)
    let root = WideNumber(x.significand.squareRoot(), block: (x.block - (isOdd ? 1 : 0)) / 2)
    return isOdd ? root * WideNumber(0x1p256) : root
  }

  /// xⁿ by repeated squaring, so that whole powers round like the products they stand for.
  public static func power(_ x: WideNumber, _ n: Int) -> WideNumber {
    var (result, factor, left) = (WideNumber.one, x, n.magnitude)
    while left > 0 {
      if left & 1 == 1 { result = result * factor }
      left >>= 1
      if left > 0 { factor = factor * factor }
    }
    return n < 0 ? .one / result : result
  }

  /// log₂ and log₁₀ of the C library give whole numbers for powers of their base.
  static func log2(_ x: WideNumber) -> WideNumber {
    WideNumber(binaryLog(x.significand) + Double(x.block * blockExponent))
  }

  static func log10(_ x: WideNumber) -> WideNumber {
    guard x.block != 0 else { return WideNumber(decimalLog(x.significand)) }
    return log(x) / WideNumber(2.302_585_092_994_045_7)
  }

  static func expm1(_ x: WideNumber) -> WideNumber {
    let exponent = x.double
    return abs(exponent) < 1 ? WideNumber(naturalExpm1(exponent)) : exp(x) - .one
  }
}

// The C library's functions under names that the methods above do not hide.
private func naturalExp(_ x: Double) -> Double { exp(x) }
private func naturalExpm1(_ x: Double) -> Double { expm1(x) }
private func naturalLog(_ x: Double) -> Double { log(x) }
private func binaryLog(_ x: Double) -> Double { log2(x) }
private func decimalLog(_ x: Double) -> Double { log10(x) }
