import Foundation
import SoftmaxCore
import Testing

/// Logits, and the exact answers for them, each rounded once.
struct ExactAnswer {
  var logits: [Double]
  var target: [Double]
  var label: Int
  /// Which elements of the answers with one element a class are given; nil for all.
  var places: [Int]?
  var softmax: [Double]
  var logSoftmax: [Double]
  var logSumExp: Double
  var loss: Double
  var gradient: [Double]
  var softLoss: Double
  var softGradient: [Double]
  var entropy: Double
  var divergence: Double

  /// Those of the values that there are answers for.
  func chosen<Scalar>(_ values: [Scalar]) -> [Scalar] {
    guard values.count == logits.count, let places else { return values }
    return places.map { values[$0] }
  }

  /// p Y and y: the terms of the gradient p Y − y.
  var softGradientTerms: [Double] {
    let weight = target.reduce(0, +)
    return zip(softmax, chosen(target)).map { max($0 * weight, $1) }
  }

  var largestDivergenceTerm: Double {
    zip(chosen(target), logSoftmax).map { abs($0 * $1) }.max() ?? 0
  }

  /// Whether a probability is too small for all the digits of a Double, or 0.
  var hasUnderflow: Bool { softmax.contains { !$0.isNormal } }
}

/// Cases/references.json.
struct References: Decodable {
  private var short: [Answer]
  private var long: [Answer]

  /// One row of the file. A long row names its logits and target by seed, count and spread.
  private struct Answer: Decodable {
    var logits: [Double]?
    var target: [Double]?
    var seed: UInt64?
    var count: Int?
    var spread: Double?
    var places: [Int]?
    var label: Int
    var softmax: [Double]
    var logSoftmax: [Double]
    var logSumExp: Double
    var loss: Double
    var gradient: [Double]
    var softLoss: Double
    var softGradient: [Double]
    var entropy: Double
    var divergence: Double
  }

  static func load() throws -> References {
    let url = try #require(
      Bundle.module.url(forResource: "Cases/references", withExtension: "json"))
    return try JSONDecoder().decode(References.self, from: Data(contentsOf: url))
  }

  var answers: [ExactAnswer] {
    (short + long).map { answer in
      let drawn = Self.drawn(seed: answer.seed ?? 0, answer.count ?? 0, answer.spread ?? 0)
      return ExactAnswer(
        logits: answer.logits ?? drawn.logits, target: answer.target ?? drawn.target,
        label: answer.label, places: answer.places, softmax: answer.softmax,
        logSoftmax: answer.logSoftmax, logSumExp: answer.logSumExp, loss: answer.loss,
        gradient: answer.gradient, softLoss: answer.softLoss, softGradient: answer.softGradient,
        entropy: answer.entropy, divergence: answer.divergence)
    }
  }

  /// The numbers that scripts/references.py draws from the same seed.
  private static func drawn(
    seed: UInt64, _ count: Int, _ spread: Double
  ) -> (logits: [Double], target: [Double]) {
    var generator = SplitMix64(seed: seed)
    func real(_ spread: Double) -> Double {
      Double(Float((Double(generator.next() >> 40) / 0x1p23 - 1) * spread))
    }
    let logits = (0..<count).map { _ in real(spread) }
    return (logits, (0..<count).map { _ in abs(real(1)) })
  }
}
