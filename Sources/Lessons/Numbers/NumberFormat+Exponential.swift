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
  if exponent < 20 { return formatted(exp(exponent), decimals: decimals, tier: tier) }
  guard exponent < 1e9 else { return "e^" + scientific(exponent, tier: tier) }
  let logarithm = exponent / log(10)
  let whole = logarithm.rounded(.down)
  return printed(exp((logarithm - whole) * log(10)), decimals: 2, conversion: "f") + "e+"
    + printed(whole, decimals: 0, conversion: "f")
}
