import SoftmaxCore

/// Examples that a learner can enter and that ordinary ones do not show: what a sentence of a lesson
/// has to be true for as well.
///
/// Masked classes, ties, scores as far as numbers go, T from 0 to ∞, targets and P with and without
/// zeros, two to twelve classes, every unit, a text's given probabilities. Each list of scores meets
/// each temperature, and the rest is drawn; the same seed always draws the same.
public enum ExtremeExamples {
  static let seed: UInt64 = 12

  static let scores: [[Double]] = [
    [2, 1, 0], [0, 0, 0], [0.1, 0.2], [1, 1, 0], [-7, 5, 10], [1000, 1001, 1002],
    [2, -.infinity, 0], [-.infinity, 1], [-.infinity, 0, -.infinity, 3, 3],
    [1e308, -1e308, 0], [1e308, 1e308], [-1e308, -1e308, -1e308, 5], [1e-300, -1e-300, 0],
    [1e308, -.infinity, -1e308], [40, -700, 12, 0.25],
    [3, -2, 0.5, 3, 1, 0, -1, -0.25, 2, 3, -8, 1], (0..<12).map { _ in 7 },
    (0..<12).map { $0.isMultiple(of: 3) ? -.infinity : Double($0) },
  ]

  static let temperatures: [Double] = [1, 0.5, 2, 0, .infinity, 1e-300, 1e300]

  /// The lesson's own kind of numbers first.
  public static let all: [Example] = {
    var random = SplitMix64(seed: seed)
    var examples: [Example] = []
    for scores in scores {
      for temperature in temperatures {
        examples += (0..<3).map { _ in example(scores, temperature, &random) }
      }
    }
    return examples + given
  }()

  private static func example(
    _ scores: [Double], _ temperature: Double, _ random: inout SplitMix64
  ) -> Example {
    let count = scores.count
    let classes = 0..<count
    return Example(
      logits: scores, target: distribution(of: scores, &random),
      reference: distribution(of: scores, &random), temperature: temperature,
      unit: InformationUnit.allCases.randomElement(using: &random) ?? .nats,
      i: Int.random(in: classes, using: &random), j: Int.random(in: classes, using: &random))
  }

  /// One-hot at either end, spread, with zeros, uniform, or softmax of the scores itself.
  private static func distribution(of scores: [Double], _ random: inout SplitMix64) -> [Double] {
    let count = scores.count
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return Example.oneHot(0, of: count)
    case 1: return Example.oneHot(count - 1, of: count)
    case 2: return Example.descendingWeights(count)
    case 3: return (0..<count).map { $0 < 2 ? 0.5 : 0 }
    case 4: return scores.map { _ in 1 / Double(count) }
    default: return softmax(scores)
    }
  }

  /// The text's own rounded p, in every unit and at other temperatures, with P of three kinds.
  private static var given: [Example] {
    InformationUnit.allCases.flatMap { unit in
      [1, 0.5, 0].flatMap { (temperature: Double) in
        [[1.0, 0, 0], [0.5, 0.3, 0.2], [0.5, 0.5, 0]].map { reference in
          var example = PublishedFigure.example()
          (example.unit, example.temperature) = (unit, temperature)
          (example.target, example.reference) = (reference, reference)
          return example
        }
      }
    }
  }
}
