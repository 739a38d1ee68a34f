public import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// exp of a number, also where a Double would overflow: `1.97e+434`.
///
/// - Parameter exponent: x in exp x. Beyond a thousand million even the decimal exponent says
///   nothing any more, and the power stands for itself: `e^1.0e+308`.
public func formattedExponential(
  _ exponent: Double, decimals: Int, tier: GlyphTier = .unicode
) -> String {
  // exp 20 is below 10⁹, where exponents begin.
  if exponent < 20 { return formatted(exp(exponent), decimals: decimals, tier: tier) }
  guard exponent < 1e9 else { return "e^" + scientific(exponent, tier: tier) }
  return powerOfTen(exponent / log(10), tier: tier)
}
