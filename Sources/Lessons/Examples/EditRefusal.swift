/// Why a change of the example can't be made.
///
/// The case carries what was found, so that a catalogue of another language can say it too.
public enum EditRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case notANumber
  case infiniteLogit
  case everythingMasked
  case negativeWeight(Double)
  case infiniteWeight
  case negativeTemperature(Double)
  case tooManyClasses(most: Int)
  case tooFewClasses(least: Int)
  case decimalsOutOfRange(Int)

  /// One sentence without its full stop.
  var reason: String {
    switch self {
    case .notANumber:
      "NaN is no number; give a number"
    case .infiniteLogit:
      "a score of +∞ leaves nothing to share; give a finite score, or -inf to mask the class"
    case .everythingMasked:
      "the last class that can happen must keep a finite score; unmask another one first"
    case .negativeWeight(let weight):
      "a probability is never negative, and this is \(weight); give 0 or more"
    case .infiniteWeight:
      "a probability can't be infinite; give a number from 0 to 1"
    case .negativeTemperature(let temperature):
      "a temperature is never negative, and this is \(temperature); give 0 or more"
    case .tooManyClasses(let most):
      "an example has at most \(most) classes; delete one first"
    case .tooFewClasses(let least):
      "an example has at least \(least) classes; add one first"
    case .decimalsOutOfRange(let decimals):
      "numbers show \(Example.decimalCounts.lowerBound) to \(Example.decimalCounts.upperBound) "
        + "decimals, not \(decimals)"
    }
  }

  public var description: String { reason.prefix(1).uppercased() + reason.dropFirst() + "." }
}
