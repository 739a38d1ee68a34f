import Foundation
import Meaning
import SoftmaxCore
import Testing

/// The C library's printf rounds exactly, so it says which digits are right.
@Suite("The digits of a shown number")
struct ShownNumberTests {
  private func printed(_ value: Double, _ decimals: Int, _ conversion: String) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = withVaList([Int32(decimals), value]) {
      vsnprintf(&buffer, buffer.count, "%.*" + conversion, $0)
    }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// As printf's `e` writes it.
  private func text(_ size: ShownNumber.Size) -> String {
    switch size {
    case .undefined: return "nan"
    case .infinite: return "inf"
    case .plain(let digits): return digits
    case .power(let digits, let exponent):
      let places = String(exponent.magnitude)
      return digits + "e" + (exponent < 0 ? "-" : "+") + (places.count < 2 ? "0" : "") + places
    }
  }

  private func expectExact(_ value: Double, _ decimals: Int) {
    let number = ShownNumber(value, decimals: decimals)
    let fixed = printed(abs(value), decimals, "f")
    let looksZero = !fixed.contains { ("1"..."9").contains($0) }
    let expected =
      abs(value) >= 1e9
      ? printed(abs(value), decimals, "e")
      : looksZero && value != 0 && abs(value) < 1e-3 ? printed(abs(value), 1, "e") : fixed
    #expect(text(number.size) == expected, "\(value) at \(decimals)")
    let isNegative = value < 0 && expected.contains { ("1"..."9").contains($0) }
    #expect((number.sign == .minus) == isNegative, "\(value) at \(decimals)")
    let power = ShownNumber(byExponent: value, decimals: decimals)
    #expect(
      value == 0 ? text(power.size) == "0" : text(power.size) == printed(abs(value), decimals, "e"))
  }

  @Test("are printf's for any bits of a Double", arguments: 0..<20 as Range<UInt64>)
  func anyBits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = Double(bitPattern: random.next())
      if value.isFinite { expectExact(value, Int.random(in: 0...17, using: &random)) }
    }
  }

  @Test("are printf's for numbers as lessons have them", arguments: 0..<20 as Range<UInt64>)
  func ordinary(seed: UInt64) {
    var random = SplitMix64(seed: seed + 1_000)
    for _ in 0..<200 {
      let decimals = Int.random(in: 0...10, using: &random)
      let size = Double.random(in: -12...12, using: &random)
      expectExact((random.next() % 2 == 0 ? -1 : 1) * pow(10, size), decimals)
      // Eighths and hundredths: exact ties, and what only looks like one.
      expectExact(Double(Int.random(in: -9_999...9_999, using: &random)) / 8, decimals)
      expectExact(Double(Int.random(in: -99_999...99_999, using: &random)) / 1e5, decimals)
    }
  }

  @Test("are right at the borders", arguments: [0, 1, 2, 3, 4, 10, 17])
  func borders(decimals: Int) {
    let borders = [
      0, -0.0, 0.00065, 0.5, 1.5, 2.5, 0.05, 0.0005, 0.00049999, 1e-3, 9.99e-4, 999_999_999.5, 1e9,
      999_999_999.999_999_9, 9.9999999e9, 9.5e17, 1e22, 1e23, .leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude,
    ]
    for border in borders {
      for value in [border, -border, border.nextUp, border.nextDown] where value.isFinite {
        expectExact(value, decimals)
      }
    }
  }

  @Test("beyond a Double they go on as inside it")
  func wide() {
    // The same bits, 512 binary places up and down, where printf still reaches.
    for power in stride(from: -1000.0, through: 700, by: 7.3) {
      let wide = WideNumber.exp(WideNumber(power))
      let number = ShownNumber(wide, decimals: 9)
      if wide.double > 1e9 { #expect(text(number.size) == printed(wide.double, 9, "e")) }
    }
    // Computed with mpmath at 50 digits: e^2000, e^−2000, e^20000, e^1000000.
    for (power, digits) in [
      (2_000.0, "3.8812e+868"), (-2_000, "2.6e-869"), (20_000, "7.7560e+8685"),
      (1_000_000, "3.0332e+434294"),
    ] {
      #expect(text(ShownNumber(WideNumber.exp(WideNumber(power)), decimals: 4).size) == digits)
    }
  }

  @Test("digits that are exact, and those from a logarithm, agree where both can be had")
  func logarithm() {
    // 2¹²⁰⁰⁰ is beyond the exact ones, and a square of what is not.
    for power in [100, 3_000, 12_000, 400_000] {
      let value = WideNumber.power(WideNumber(2), power)
      let logarithm = Double(power) * log10(2)
      let exponent = Int(logarithm)
      guard case .power(let digits, exponent) = ShownNumber(value, decimals: 6).size else {
        Issue.record("2^\(power) is \(ShownNumber(value, decimals: 6))")
        continue
      }
      #expect(abs(Double(digits)! - pow(10, logarithm - Double(exponent))) < 2e-6)
    }
  }

  @Test("what is no number, or infinite, has no digits")
  func special() {
    #expect(ShownNumber(Double.nan, decimals: 4).size == .undefined)
    #expect(ShownNumber(-Double.infinity, decimals: 4).size == .infinite)
    #expect(ShownNumber(-Double.infinity, decimals: 4).sign == .minus)
    #expect(ShownNumber(byExponent: .nan, decimals: 4).size == .undefined)
  }
}
