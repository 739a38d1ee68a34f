public import Lessons
import SoftmaxCore

/// What is kept between two sessions: where the learner is, what was seen, and the example.
public struct Progress: Hashable, Sendable, Codable {
  public static let currentVersion = 1

  public var version: Int
  /// Slug of the open lesson and id of the open step.
  public var lesson: String
  public var step: String
  /// Lesson slug → ids of the steps that were on screen.
  public var seen: [String: Set<String>]
  public var example: SavedExample

  public init(lesson: String, step: String, seen: [String: Set<String>], example: Example) {
    version = Self.currentVersion
    self.lesson = lesson
    self.step = step
    self.seen = seen
    self.example = SavedExample(example)
  }

  /// Joins what two sessions saw, so that neither loses a step the other finished; place and
  /// example are this one's.
  public func merging(_ other: Progress) -> Progress {
    var joined = self
    joined.seen.merge(other.seen) { $0.union($1) }
    return joined
  }
}

/// An example as the progress file writes it: infinities become strings, which JSON has no
/// numbers for.
public struct SavedExample: Hashable, Sendable, Codable {
  var logits: [SavedNumber]
  var target: [SavedNumber]
  var reference: [SavedNumber]
  var temperature: SavedNumber
  var unit: String
  var decimals: Int
  var i: Int
  var j: Int
  var givenProbabilities: [SavedNumber]?

  public init(_ example: Example) {
    logits = example.logits.map(SavedNumber.init)
    target = example.target.map(SavedNumber.init)
    reference = example.reference.map(SavedNumber.init)
    temperature = SavedNumber(example.temperature)
    unit = example.unit.rawValue
    decimals = example.decimals
    i = example.i
    j = example.j
    givenProbabilities = example.givenProbabilities.map { $0.map(SavedNumber.init) }
  }

  /// The example, or nil if the file's numbers do not make one (edited by hand, damaged).
  public var example: Example? {
    let count = logits.count
    guard Example.classCounts.contains(count), target.count == count, reference.count == count,
      givenProbabilities.map({ $0.count == count }) ?? true,
      let unit = InformationUnit(rawValue: unit), Example.decimalCounts.contains(decimals),
      (0..<count).contains(i), (0..<count).contains(j), temperature.value >= 0,
      (target + reference).allSatisfy({ $0.value >= 0 && $0.value <= 1 }),
      logits.allSatisfy({ $0.value < .infinity && !$0.value.isNaN })
    else { return nil }
    return Example(
      logits: logits.map(\.value), target: target.map(\.value),
      reference: reference.map(\.value), temperature: temperature.value, unit: unit,
      decimals: decimals, i: i, j: j, givenProbabilities: givenProbabilities?.map(\.value))
  }
}

/// A double, also an infinite one.
struct SavedNumber: Hashable, Sendable, Codable {
  var value: Double

  init(_ value: Double) { self.value = value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      value = number
      return
    }
    switch try container.decode(String.self) {
    case "inf": value = .infinity
    case "-inf": value = -.infinity
    default:
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "neither a number nor \"inf\" nor \"-inf\"")
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isInfinite {
      try container.encode(value < 0 ? "-inf" : "inf")
    } else {
      try container.encode(value)
    }
  }
}
