import Foundation
import Lessons
import SoftmaxCore
import Testing
import TextGrid

@Suite("a shown number")
struct NumberFormatTests {
  @Test("has the digits asked for, rounded from the exact binary value")
  func rounding() {
    // The Double nearest to 0.125 is 0.125 itself, a tie, which C rounds to even; 1.005 is below.
    #expect(formatted(0.125, decimals: 2) == "0.12")
    #expect(formatted(1.005, decimals: 2) == "1.00")
    #expect(formatted(0.6652409557748218, decimals: 4) == "0.6652")
    #expect(formatted(2, decimals: 0) == "2")
    #expect(formatted(0.00006, decimals: 4) == "0.0001")
  }

  @Test("agrees with decimal arithmetic on random numbers", arguments: 0..<100 as Range<UInt64>)
  func agreesWithDecimal(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let thousandths = Int.random(in: -999_999...999_999, using: &random)
    // An odd number of 1/8192 is no tie at four decimals, and exact as a Double.
    let value = Double(thousandths * 2 + 1) / 8192
    let exact = Decimal(thousandths * 2 + 1) / Decimal(8192)
    var (input, rounded) = (exact, Decimal())
    NSDecimalRound(&rounded, &input, 4, .plain)
    let shown = try #require(
      Decimal(string: formatted(value, decimals: 4, tier: .ascii), locale: Locale(identifier: "en"))
    )
    #expect(shown == rounded)
  }

  @Test("has the minus sign of mathematics, and ASCII where that is asked for")
  func signs() {
    #expect(formatted(-1, decimals: 1) == "−1.0")
    #expect(formatted(-1, decimals: 1, tier: .ascii) == "-1.0")
    #expect(formatted(1, decimals: 1, plusSign: true) == "+1.0")
    #expect(formatted(0, decimals: 1, plusSign: true) == "0.0")
    #expect(formatted(-0.0, decimals: 2) == "0.00")
    #expect(formatted(-0.004, decimals: 2) == "0.00")
  }

  @Test("what is infinite or no number says so")
  func special() {
    #expect(formatted(.infinity, decimals: 4) == "∞")
    #expect(formatted(-.infinity, decimals: 4) == "−∞")
    #expect(formatted(-.infinity, decimals: 4, tier: .ascii) == "-inf")
    #expect(formatted(.infinity, decimals: 4, plusSign: true) == "+∞")
    #expect(formatted(.nan, decimals: 4) == "undefined")
  }

  @Test("what is too small to show a digit, or very large, has an exponent")
  func exponents() {
    #expect(formatted(1.2345e-8, decimals: 4) == "1.2e−08")
    #expect(formatted(-1.2345e-8, decimals: 4, tier: .ascii) == "-1.2e-08")
    #expect(formatted(1.2345e-8, decimals: 10) == "0.0000000123")
    #expect(formatted(1.25e300, decimals: 2) == "1.25e+300")
    #expect(formatted(999_999_999, decimals: 1) == "999999999.0")
    #expect(formatted(.greatestFiniteMagnitude, decimals: 4).count <= 12)
    #expect(scientific(2.4e-11) == "2.4e−11")
    #expect(scientific(0) == "0")
  }

  @Test("the point stays a point in a locale that writes a comma")
  func locale() {
    let old = setlocale(LC_NUMERIC, nil).map { String(cString: $0) }
    defer { if let old { setlocale(LC_NUMERIC, old) } }
    // Where no such locale is installed this changes nothing, and the test has nothing to see.
    for name in ["de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8"]
    where setlocale(LC_NUMERIC, name) != nil {
      break
    }
    #expect(formatted(0.5, decimals: 1) == "0.5")
  }

  @Test("digits that round up to ten carry into the exponent")
  func carry() {
    // e to these is 9.996 to 9.9999 times a power of ten.
    for (power, text) in [(10.0, "1.00e+10"), (300, "1.00e+300"), (1000, "1.00e+1000")] {
      let exponent = (power - 1 + log10(9.997)) * log(10)
      #expect(formatted(Exponential(of: exponent), decimals: 2) == text)
    }
    #expect(formatted(Exponential(of: 9.5 * log(10) + log(1e1)), decimals: 4) == "3.1623e+10")
    #expect(formatted(Exponential(of: 1e308), decimals: 4) == "e^1.0e+308")
  }
}
