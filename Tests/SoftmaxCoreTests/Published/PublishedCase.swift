import Foundation
import Testing

/// One row of Cases/cases.json: what another project's suite, or 50-digit arithmetic, expects.
struct PublishedCase: Decodable, Sendable, CustomTestStringConvertible {
  var id: String
  var function: String
  var input: Input
  var expected: Numbers
  /// Other right answers, by another convention.
  var accept: [Numbers]?
  var rtol: Double
  var atol: Double
  /// What careful code reaches, with no absolute tolerance.
  var strictRelativeTolerance: Double?
  var isOptional: Bool?

  var testDescription: String { id }

  enum CodingKeys: String, CodingKey {
    case id, function, input, expected, accept, rtol, atol
    case strictRelativeTolerance = "strict_rtol"
    case isOptional = "optional"
  }

  /// Empty when the answer is right, else what was expected in its stead.
  func fault(in got: [Double]) -> String? {
    let answers = [expected] + (accept ?? [])
    let (relative, absolute) = strictRelativeTolerance.map { ($0, 0) } ?? (rtol, atol)
    let isRight = answers.contains { answer in
      answer.flat.count == got.count
        && zip(got, answer.flat).allSatisfy {
          isClose($0, to: $1, relative: relative, absolute: absolute)
        }
    }
    return isRight ? nil : "\(id): got \(got), expected \(expected.flat) ± \(relative) relative"
  }

  private func isClose(
    _ got: Double, to expected: Double, relative: Double, absolute: Double
  ) -> Bool {
    if expected.isNaN { return got.isNaN }
    if got == expected { return true }
    guard expected.isFinite else { return false }
    // A subnormal expectation cannot be met more closely than the spacing there.
    let spacing = abs(expected) < Double.leastNormalMagnitude ? Double.leastNonzeroMagnitude : 0
    return abs(got - expected) <= max(absolute + relative * abs(expected), spacing)
  }
}

extension PublishedCase {
  /// The inputs of all functions; CASES.md of their source says which function has which.
  struct Input: Decodable, Sendable {
    var x: Numbers?
    var z: Numbers?
    var p: Numbers?
    var q: Numbers?
    var g: Numbers?
    var logits: Numbers?
    var targetIndex: Labels?
    var targetProbabilities: Numbers?
    var weight: Numbers?
    var weights: Numbers?
    var temperature: Double?
    var base: Base?
    var normalize: Bool?
    var shape: [Int]?
    var axis: Axis?
    var of: String?
    var what: String?
    var reduction: String?
    var ignoreIndex: Int?
    var labelSmoothing: Double?
    var classes: Int?
    var features: Numbers?
    var labels: [Int]?
    var theta: Numbers?
    var learningRate: Double?
    var batch: Int?
    var dropLast: Bool?
    var partialDivisor: String?

    enum CodingKeys: String, CodingKey {
      case x, z, p, q, g, logits, weight, weights, temperature, base, normalize, shape, axis, of
      case what, reduction, classes, theta, batch
      case targetIndex = "target_index"
      case targetProbabilities = "target_probs"
      case ignoreIndex = "ignore_index"
      case labelSmoothing = "label_smoothing"
      case features = "X"
      case labels = "y"
      case learningRate = "lr"
      case dropLast = "drop_last"
      case partialDivisor = "partial_divisor"
    }
  }

  enum Base: Decodable, Sendable {
    case number(Int)
    case name(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .name(try container.decode(String.self))
      }
    }
  }

  /// One axis, several, or (null) all.
  enum Axis: Decodable, Sendable {
    case one(Int)
    case several([Int])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Int.self) {
        self = .one(one)
      } else {
        self = .several(try container.decode([Int].self))
      }
    }
  }

  /// A class index, or one a row.
  enum Labels: Decodable, Sendable {
    case one(Int)
    case several([Int])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Int.self) {
        self = .one(one)
      } else {
        self = .several(try container.decode([Int].self))
      }
    }
  }
}

extension PublishedCase {
  static let all: [PublishedCase] = load()

  private static func load() -> [PublishedCase] {
    guard let url = Bundle.module.url(forResource: "Cases/cases", withExtension: "json"),
      let data = try? Data(contentsOf: url)
    else { preconditionFailure("Cases/cases.json is not in the test bundle") }
    do {
      return try JSONDecoder().decode([PublishedCase].self, from: data)
    } catch { preconditionFailure("Cases/cases.json: \(error)") }
  }
}
