public import Meaning
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
public func formatted(
  _ number: WideNumber, decimals: Int, tier: GlyphTier = .unicode
) -> String {
  let value = number.double
  guard number.isFinite, !number.isZero, value == 0 || value.isInfinite else {
    return formatted(value, decimals: decimals, tier: tier)
  }
  let logarithm = log10(abs(number.significand)) + Double(number.block) * 512 * log10(2)
  return (number.significand < 0 ? tier.minus : "") + powerOfTen(logarithm, tier: tier)
}
