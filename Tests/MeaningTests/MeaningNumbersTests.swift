import Foundation
import SoftmaxCore
import Testing

@testable import Meaning
@testable import Notation

@Suite("Numbers that do not overflow")
struct MeaningNumbersTests {
  static let exponents: [Double] = [0, 1, -1, 177, 178, -178, 700, -745, 1e4, -1e4, 1e6, -1e6]

  @Test(
    "exp(±1 000 000) squared is finite and not 0, and its logarithm comes back",
    arguments: exponents)
  func exponentials(x: Double) {
    let square = WideNumber.exp(WideNumber(x)) * WideNumber.exp(WideNumber(x))
    #expect(square.isFinite && !square.isZero)
    // log turns a relative rounding of a few ulps into an absolute one of the same size.
    let back = WideNumber.log(square).double
    #expect(abs(back - 2 * x) <= 4 * (2 * x).ulp + 8 * 0x1p-53, "x = \(x)")
  }

  @Test(
    "where Double does not overflow, the result is Double's", arguments: 0..<200 as Range<UInt64>)
  func agreesWithDouble(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let a = Double.random(in: -1e3...1e3, using: &generator)
    let b = Double.random(in: -1e3...1e3, using: &generator)
    let (x, y) = (WideNumber(a), WideNumber(b))
    #expect((x + y).double == a + b)
    #expect((x - y).double == a - b)
    #expect((x * y).double == a * b)
    #expect((x / y).double == a / b)
    #expect((x < y) == (a < b))
    #expect(
      WideNumber.sqrt(x * x).double == abs(a)
        || abs(WideNumber.sqrt(x * x).double - abs(a)) <= a.ulp)
  }

  @Test("sums and order hold across blocks")
  func blocks() {
    let large = WideNumber.exp(WideNumber(5000))
    let larger = WideNumber.exp(WideNumber(5001))
    #expect(large < larger)
    #expect(-larger < -large)
    #expect(-large < large)
    #expect(.zero < large)
    #expect(-large < .zero)
    #expect((larger - larger).isZero)
    #expect(large + WideNumber(1) == large)
    #expect((WideNumber(0x1p255) * WideNumber(4) - WideNumber(0x1p255)).double == 3 * 0x1p255)
    let least = Double.leastNonzeroMagnitude
    #expect(WideNumber(least).double == least)
    #expect(WideNumber(1000 * least).double == 1000 * least)
    #expect((WideNumber(1e300) * WideNumber(1e300)).double == .infinity)
    #expect(WideNumber.power(WideNumber(10), -400).double == 0)
    #expect(!WideNumber.power(WideNumber(10), -400).isZero)
  }

  @Test("special values go through as IEEE has them")
  func specials() {
    let infinity = WideNumber.infinity
    #expect((infinity - infinity).isNaN)
    #expect((WideNumber.zero * infinity).isNaN)
    #expect((WideNumber.one / .zero) == infinity)
    #expect(WideNumber.exp(-infinity).isZero)
    #expect(WideNumber.log(.zero) == -infinity)
    #expect(WideNumber.log(-.one).isNaN)
    #expect((infinity + WideNumber.exp(WideNumber(1e6))) == infinity)
    #expect(WideNumber.exp(WideNumber(1e6)) < infinity)
    #expect(!(WideNumber.nan < .one) && !(WideNumber.one < .nan))
  }

  @Test(
    "the tracked error bounds the true one: sums of one term repeated",
    arguments: [0.1, 1 / 3.0, 0.7])
  func errorBound(term: Double) {
    var sum = TrackedNumber.zero
    let count = 1000
    for _ in 0..<count { sum = sum + TrackedNumber(term) }
    // count · term in two Doubles by a fused multiply-add.
    let product = Double(count) * term
    let rest = (-product).addingProduct(Double(count), term)
    let error = abs((sum.double - product) - rest)
    #expect(error <= sum.error.double)
    // The bound is not idle: a sum of n terms loses at most n roundings of its size.
    #expect(sum.error.double <= Double(count) * product * 0x1p-53)
  }

  @Test(
    "what cancels to less than its rounding settles at 0; a small number stays",
    arguments: [
      ("\\sum_j \\sum_k p_k J_{kj}", true), ("p_1 + p_2 + p_3 - 1", true),
      ("0.3 - 0.1 - 0.2", true),
      ("e^{-700}", false), ("1 - p_1", false), ("(1 + 10^{-14}) - 1", false), ("\\infty", false),
    ])
  func settles(latex: String, settlesAtZero: Bool) throws {
    let number = try #require(try RuleValue.of(Formula(latex)).numbers.first)
    if settlesAtZero {
      #expect(number.settled.isZero, "\(latex) is \(number.double)")
    } else {
      #expect(number.settled == number.value && !number.settled.isZero)
    }
  }

  @Test("0 · log 0 is 0, and 0 times no other infinity")
  func zeroTimesLogarithm() {
    let logarithm = TrackedNumber.log(.zero)
    #expect((TrackedNumber.zero * logarithm).double == 0)
    #expect((TrackedNumber.zero * -logarithm).double == 0)
    let ratio = TrackedNumber.log(.zero / .zero)
    #expect((TrackedNumber.zero * ratio).double == 0)
    #expect((TrackedNumber.zero * (.one / .zero)).double.isNaN)
    #expect((TrackedNumber.zero * TrackedNumber(.infinity)).double.isNaN)
    #expect((TrackedNumber.zero * TrackedNumber(.nan)).double.isNaN)
  }
}
