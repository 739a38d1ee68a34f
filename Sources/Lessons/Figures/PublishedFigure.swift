import SoftmaxCore

/// A number that text 003 prints, beside what it is exactly and how it was rounded.
public struct PublishedFigure: Hashable, Sendable {
  public enum Rounding: Hashable, Sendable {
    case rounded(Int)
    case truncated(Int)
  }

  /// What the number is: `I of class 1`.
  public var name: String
  /// The text's digits.
  public var printed: String
  public var exact: Double
  public var how: Rounding
  /// The line of the text it stands in.
  public var line: Int

  public var rounding: String {
    switch how {
    case .rounded(0): return "rounded to a whole number"
    case .rounded(1): return "rounded to 1 decimal"
    case .rounded(let digits): return "rounded to \(digits) decimals"
    case .truncated(let digits): return "cut after \(digits) decimals"
    }
  }

  /// The probabilities that text 003 starts from: softmax([2, 1, 0]) to one decimal.
  public static let probabilities = [0.7, 0.2, 0.1]

  /// The text's own example: p given, base 10, target class 1.
  public static func example(decimals: Int) -> Example {
    Example(
      logits: [2, 1, 0], target: [1, 0, 0], reference: [1, 0, 0], unit: .hartleys,
      decimals: decimals, givenProbabilities: probabilities)
  }

  public static let all: [PublishedFigure] = {
    let p = probabilities
    let surprise = information(p, unit: .hartleys)
    func loss(_ target: [Double]) -> Double {
      (try? crossEntropy(of: target, relativeTo: p, unit: .hartleys)) ?? .nan
    }
    return [
      PublishedFigure(
        name: "I, p = 0.7", printed: "0.154", exact: surprise[0], how: .truncated(3), line: 37),
      PublishedFigure(
        name: "I, p = 0.2", printed: "0.7", exact: surprise[1], how: .rounded(1), line: 37),
      PublishedFigure(
        name: "I, p = 0.1", printed: "1", exact: surprise[2], how: .rounded(0), line: 37),
      PublishedFigure(
        name: "H(P)", printed: "0.3482", exact: entropy(p, unit: .hartleys), how: .rounded(4),
        line: 51),
      PublishedFigure(
        name: "H(y,p), class 1", printed: "0.155", exact: loss([1, 0, 0]), how: .rounded(3),
        line: 89),
      PublishedFigure(
        name: "H(y,p), class 2", printed: "0.7", exact: loss([0, 1, 0]), how: .rounded(1),
        line: 97),
    ]
  }()
}
