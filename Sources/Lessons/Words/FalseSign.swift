import Meaning
import SoftmaxCore

/// A sign that does not hold, with the two sides that show it.
struct FalseSign: Hashable, Sendable {
  enum Claim: Hashable, Sendable {
    case sidesDiffer
    case doesNotHold(Relation)
    /// Of the natural logarithm; it was put to the test in bits.
    case inNatsOnly
    /// It was put to the test in nats.
    case inUnitOnly(InformationUnit)
    case atTemperature1Only
    case notOfEveryExample
  }

  var claim: Claim
  /// Which entry of a vector or a matrix differs, as in `1, 2`; nil for numbers.
  var entry: String?
  /// What stands before the sign, or at the head of the chain.
  var left: String
  var right: String
  var isFromHead: Bool
  /// z, y, P, T and the indices, as text.
  var numbers: String
  /// Which of the random or extreme examples, from 1; nil for the lesson's own.
  var example: Int?
  /// Whether it is one of the extreme ones.
  var isExtreme = false
}
