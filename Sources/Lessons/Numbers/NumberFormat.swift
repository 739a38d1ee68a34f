public import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A number with `decimals` digits after the point, rounded correctly from its exact binary value.
///
/// Numbers from 1e9 on, and those too small to show a digit, are written by exponent: a table keeps
/// its columns, and what is as small as a rounding error never looks like 0.
///
/// - Parameter plusSign: a `+` before what is greater than 0.
/// - Returns: `0.6652`, `−1.0000`, `1.2e−08`, `∞`, `undefined` for NaN; in ASCII `-` and `inf`.
///   −0 is 0.
public func formatted(
  _ value: Double, decimals: Int, tier: GlyphTier = .unicode, plusSign: Bool = false
) -> String {
  if value.isNaN { return "undefined" }
  let sign = value < 0 ? tier.minus : plusSign && value > 0 ? "+" : ""
  let magnitude = abs(value)
  if magnitude.isInfinite { return sign + (tier == .ascii ? "inf" : "∞") }
  let fixed = printed(magnitude, decimals: decimals, conversion: "f")
  let looksZero = magnitude > 0 && !fixed.contains { ("1"..."9").contains($0) }
  if looksZero, magnitude < 1e-3 {
    return sign + exponentForm(magnitude, decimals: 1, tier: tier)
  }
  if magnitude >= 1e9 { return sign + exponentForm(magnitude, decimals: decimals, tier: tier) }
  return (looksZero ? "" : sign) + fixed
}

/// A number by exponent: `1.2e−08`.
public func scientific(
  _ value: Double, decimals: Int = 1, tier: GlyphTier = .unicode
) -> String {
  guard value.isFinite, value != 0 else { return formatted(value, decimals: 0, tier: tier) }
  return (value < 0 ? tier.minus : "") + exponentForm(abs(value), decimals: decimals, tier: tier)
}

private func exponentForm(_ magnitude: Double, decimals: Int, tier: GlyphTier) -> String {
  let text = printed(magnitude, decimals: decimals, conversion: "e")
  return tier == .ascii ? text : String(text.map { $0 == "-" ? "−" : $0 })
}

/// 10 to a power, by exponent: the whole part of the decimal logarithm is the exponent, 10 to its
/// rest the digits.
func powerOfTen(_ logarithm: Double, tier: GlyphTier) -> String {
  var exponent = logarithm.rounded(.down)
  var digits = printed(exp(log(10) * (logarithm - exponent)), decimals: 2, conversion: "f")
  if digits == "10.00" { (digits, exponent) = ("1.00", exponent + 1) }
  return digits + "e" + (exponent < 0 ? tier.minus : "+")
    + printed(abs(exponent), decimals: 0, conversion: "f")
}

/// The C library's digits, which are exact, without its locale's decimal point.
func printed(_ value: Double, decimals: Int, conversion: String) -> String {
  // The largest Double has 309 digits before its point.
  var buffer = [CChar](repeating: 0, count: 330 + max(0, decimals))
  let count = withVaList([Int32(clamping: max(0, decimals)), value]) {
    vsnprintf(&buffer, buffer.count, "%.*" + conversion, $0)
  }
  var text = ""
  var hasPoint = false
  for byte in buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)) {
    if byte.isDigit || "e+-".utf8.contains(byte) {
      text.unicodeScalars.append(Unicode.Scalar(byte))
    } else if !hasPoint {
      text.append(".")
      hasPoint = true
    }
  }
  return text
}

extension GlyphTier {
  var minus: String { self == .ascii ? "-" : "−" }
}
