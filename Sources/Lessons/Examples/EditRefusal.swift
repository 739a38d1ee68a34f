/// Why a change of the example can't be made.
///
/// The case carries what was found, so that a catalogue of another language can say it too.
public enum EditRefusal: Error, Hashable, Sendable {
  case notANumber
  case infiniteLogit
  case everythingMasked
  case negativeWeight(Double)
  case infiniteWeight
  case negativeTemperature(Double)
  case tooManyClasses(most: Int)
  case tooFewClasses(least: Int)
  case decimalsOutOfRange(Int)
}
