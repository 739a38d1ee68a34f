import Foundation
import Lessons
import SoftmaxCore
import Testing

@Suite("text 003's figures")
struct PublishedFigureTests {
  /// Rounds as the figure says the text did: with decimal arithmetic, which the code does not use.
  private func reproduced(_ figure: PublishedFigure) -> Decimal {
    let (mode, decimals): (NSDecimalNumber.RoundingMode, Int) =
      switch figure.how {
      case .truncated(let decimals): (.down, decimals)
      case .rounded(let decimals): (.plain, decimals)
      }
    var (exact, result) = (Decimal(figure.exact), Decimal())
    NSDecimalRound(&result, &exact, decimals, mode)
    return result
  }

  @Test(
    "the exact value, rounded as described, is the printed text",
    arguments: PublishedFigure.all + PublishedFigure.rounded)
  func reproduces(figure: PublishedFigure) throws {
    let printed = try #require(Decimal(string: figure.printed, locale: Locale(identifier: "en")))
    #expect(reproduced(figure) == printed, "\(figure)")
  }

  @Test("0.154 is no rounding: rounded, it would be the 0.155 of the same text")
  func truncation() throws {
    let first = try #require(PublishedFigure.all.first)
    #expect(first.how == .truncated(decimals: 3))
    #expect(formatted(first.exact, decimals: 3) == "0.155")
  }

  @Test("the exact values are those of base 10, to four decimals")
  func exact() {
    // −log10 of .7, .2, .1, their entropy, and the two cross entropies: mpmath, 30 digits.
    let expected = ["0.1549", "0.6990", "1.0000", "0.3482", "0.1549", "0.6990"]
    #expect(PublishedFigure.all.map { formatted($0.exact, decimals: 4) } == expected)
    #expect(PublishedFigure.all.map(\.printed) == ["0.154", "0.7", "1", "0.3482", "0.155", "0.7"])
  }

  @Test("the text's p is softmax([2, 1, 0]) to one decimal")
  func probabilities() {
    #expect(
      softmax([2, 1, 0]).map { ($0 * 10).rounded() / 10 } == PublishedFigure.probabilities)
  }

  @Test("loaded as an example it gives the same figures")
  func example() {
    let quantities = Quantities(PublishedFigure.example())
    #expect(quantities.information == PublishedFigure.all.prefix(3).map(\.exact))
    #expect(quantities.entropy == PublishedFigure.all[3].exact)
    #expect(quantities.loss == PublishedFigure.all[4].exact)
  }
}
