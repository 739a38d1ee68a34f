/// Why a typed text is not taken as a number. The text is as the person typed it.
public enum NumberRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case unreadable(String)
  case signs(String)
  case comma(String)
  case notANumber
  case infinity
  case divisionByZero(String)
  case tooLarge(String)
  case tooSmall(String)

  /// One sentence without its full stop.
  var reason: String {
    switch self {
    case .empty: "nothing was typed; give a number, such as 0.5"
    case .unreadable(let text): "“\(text)” is no number; write it like 2, -0.5, 1e3 or 2/3"
    case .signs(let text): "“\(text)” has more than one sign; write one"
    case .comma(let text): "“\(text)” has a comma; the decimal point is ."
    case .notANumber: "NaN is no number; give a number"
    case .infinity: "infinity has no meaning here; give a finite number"
    case .divisionByZero(let text): "“\(text)” divides by 0; give another denominator"
    case .tooLarge(let text): "“\(text)” is too large; numbers go up to about 1.8e308"
    case .tooSmall(let text): "“\(text)” is too near to 0; give 0, or at least 5e-324"
    }
  }

  public var description: String { reason.prefix(1).uppercased() + reason.dropFirst() + "." }
}
