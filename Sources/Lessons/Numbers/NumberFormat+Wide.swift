public import Formulas
public import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A formula's number, also beyond a Double's range: `1.97e+434`.
///
/// There the decimal logarithm is split: its whole part is the exponent, 10 to its rest the digits.
public func formatted(
  _ number: WideNumber, decimals: Int, tier: GlyphTier = .unicode
) -> String {
  let value = number.double
  guard number.isFinite, !number.isZero, value == 0 || value.isInfinite else {
    return formatted(value, decimals: decimals, tier: tier)
  }
  let logarithm = log10(abs(number.significand)) + Double(number.block) * 512 * log10(2)
  let exponent = logarithm.rounded(.down)
  let digits = printed(exp(log(10) * (logarithm - exponent)), decimals: 2, conversion: "f")
  let minus = tier == .ascii ? "-" : "−"
  return (number.significand < 0 ? minus : "") + digits + "e" + (exponent < 0 ? minus : "+")
    + printed(abs(exponent), decimals: 0, conversion: "f")
}
