import SoftmaxCore

/// A number that text 003 prints, beside what it is exactly.
///
/// The text rounds softmax([2, 1, 0]) to one decimal and reckons on from there, in base 10 and
/// without saying so.
public struct PublishedFigure: Hashable, Sendable {
  public enum Rounding: Hashable, Sendable {
    case truncated(decimals: Int)
    case rounded(decimals: Int)
  }

  /// What the text calls it, in the notation of this course.
  public var name: String
  /// As the text has it.
  public var printed: String
  /// Computed now, from what the text started with.
  public var exact: Double
  public var how: Rounding
  /// The line of the text.
  public var line: Int

  /// softmax([2, 1, 0]) to one decimal: text 003's p.
  public static let probabilities = [0.7, 0.2, 0.1]

  /// The figures that the text computes from its p.
  public static let all: [PublishedFigure] = {
    let information = information(probabilities, unit: .hartleys)
    return [
      PublishedFigure(
        name: "I, p = 0.7", printed: "0.154", exact: information[0], how: .truncated(decimals: 3),
        line: 37),
      PublishedFigure(
        name: "I, p = 0.2", printed: "0.7", exact: information[1], how: .rounded(decimals: 1),
        line: 37),
      PublishedFigure(
        name: "I, p = 0.1", printed: "1", exact: information[2], how: .rounded(decimals: 0),
        line: 37),
      PublishedFigure(
        name: "H(P)", printed: "0.3482", exact: entropy(probabilities, unit: .hartleys),
        how: .rounded(decimals: 4), line: 51),
      PublishedFigure(
        name: "H(y,p), class 1", printed: "0.155", exact: crossEntropyOfClass(0),
        how: .rounded(decimals: 3), line: 89),
      PublishedFigure(
        name: "H(y,p), class 2", printed: "0.7", exact: crossEntropyOfClass(1),
        how: .rounded(decimals: 1), line: 97),
    ]
  }()

  /// The text's p itself, beside softmax([2, 1, 0]).
  public static let rounded: [PublishedFigure] =
    zip(["0.7", "0.2", "0.1"], softmax([2, 1, 0])).enumerated().map { index, figure in
      PublishedFigure(
        name: ["p₁", "p₂", "p₃"][index], printed: figure.0, exact: figure.1,
        how: .rounded(decimals: 1), line: 24)
    }

  private static func crossEntropyOfClass(_ index: Int) -> Double {
    let target = Example.oneHot(index, of: probabilities.count)
    return (try? crossEntropy(of: target, relativeTo: probabilities, unit: .hartleys)) ?? .nan
  }

  /// The example of text 003: its p is given, its logs are base 10, its first target is class 1.
  public static func example(decimals: Int = 4) -> Example {
    Example(
      logits: [2, 1, 0], target: [1, 0, 0], reference: [1, 0, 0], unit: .hartleys,
      decimals: decimals, givenProbabilities: probabilities)
  }
}
