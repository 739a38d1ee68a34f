public import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A number as the screen shows it: fixed decimals, the minus sign of mathematics, an exponent
/// where digits would not help.
///
/// - Returns: `0.6652`, `−1.0000`, `1.2e−08` (below half of the last decimal but not 0),
///   `1.97e+434`-like forms from 1e9 on, `∞`, `undefined` for NaN. In ASCII `-` and `inf`.
public func formatted(
  _ value: Double, decimals: Int, tier: GlyphTier, plusSign: Bool = false
) -> String {
  if value.isNaN { return "undefined" }
  let sign = value < 0 ? minus(tier) : plusSign && value > 0 ? "+" : ""
  let size = abs(value)
  if size.isInfinite { return sign + (tier == .ascii ? "inf" : "∞") }
  if size >= 1e9 { return sign + scientific(size, tier: tier) }
  return trimmedZero(sign, fixed(size, decimals: decimals), plusSign: plusSign)
}

/// Two digits and an exponent: `1.2e−08`.
public func scientific(_ value: Double, tier: GlyphTier) -> String {
  if value == 0 { return "0" }
  if value.isNaN { return "undefined" }
  if value.isInfinite { return (value < 0 ? minus(tier) : "") + (tier == .ascii ? "inf" : "∞") }
  let text = printed("%.1e", value)
  return tier == .ascii ? text : text.map { $0 == "-" ? "−" : String($0) }.joined()
}

private func minus(_ tier: GlyphTier) -> String { tier == .ascii ? "-" : "−" }

/// A value that rounds to zero has no sign.
private func trimmedZero(_ sign: String, _ digits: String, plusSign: Bool) -> String {
  let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
  return (isZero ? (plusSign ? " " : "") : sign) + digits
}

/// Correctly rounded by the C library, which works on the exact binary value.
private func fixed(_ value: Double, decimals: Int) -> String {
  printed("%.\(min(max(0, decimals), 17))f", value)
}

private func printed(_ format: String, _ value: Double) -> String {
  withVaList([value]) { arguments in
    var buffer = [CChar](repeating: 0, count: 64)
    let length = Int(vsnprintf(&buffer, buffer.count, format, arguments))
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
