/// Why a typed text is not taken as a number. The text is as the person typed it.
public enum NumberRefusal: Error, Hashable, Sendable {
  case empty
  case unreadable(String)
  case signs(String)
  case comma(String)
  case notANumber
  case infinity
  case divisionByZero(String)
  case tooLarge(String)
  case tooSmall(String)
}
