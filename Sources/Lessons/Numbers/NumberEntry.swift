import TextGrid

/// Why a typed number was not taken. The text stays in the field; this is the reason.
public enum NumberRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case notANumber(String)
  case tooLarge(String)
  case divisionByZero(String)
  case infinite(String)
  case undefined

  public var description: String {
    switch self {
    case .empty: return "Nothing typed yet: a number such as 1.5 or 2/3; Esc keeps the old one."
    case .notANumber(let text):
      return "“\(text)” is not a number. Write 2, -1.5, 1e3 or 2/3; Esc keeps the old one."
    case .tooLarge(let text):
      return "“\(text)” is larger than a Double can hold (about 1.8e308)."
    case .divisionByZero(let text): return "“\(text)” divides by zero."
    case .infinite(let text): return "“\(text)”: an infinite value has no meaning here."
    case .undefined: return "nan is no number to compute with."
    }
  }
}

/// Numbers as people type them: the point is `.` in every locale.
public enum NumberEntry {
  /// Whether a character begins a number: a digit, a sign or a point, of any input method.
  public static func isStart(_ character: Character) -> Bool {
    let plain = plainCharacter(character)
    return plain.isASCII && (plain.isNumber || plain == "-" || plain == "+" || plain == ".")
  }

  /// Reads `2`, `-1.5`, `１．５`, `1e3`, `2/3`, and `inf` where it has a meaning.
  public static func parse(
    _ text: String, allowsInfinity: Bool = false
  ) -> Result<Double, NumberRefusal> {
    let shown = String(text.prefix(40))
    let plain = String(text.map(plainCharacter)).filter { $0 != " " }.lowercased()
    guard !plain.isEmpty else { return .failure(.empty) }
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return single(plain, shown, allowsInfinity: allowsInfinity)
    case 2: return fraction(parts[0], parts[1], shown)
    default: return .failure(.notANumber(shown))
    }
  }

  private static func fraction(
    _ numerator: Substring, _ denominator: Substring, _ shown: String
  ) -> Result<Double, NumberRefusal> {
    guard let top = decimal(numerator), let bottom = decimal(denominator) else {
      return .failure(.notANumber(shown))
    }
    guard bottom != 0 else { return .failure(.divisionByZero(shown)) }
    let value = top / bottom
    return value.isFinite ? .success(value) : .failure(.tooLarge(shown))
  }

  private static func single(
    _ plain: String, _ shown: String, allowsInfinity: Bool
  ) -> Result<Double, NumberRefusal> {
    switch plain {
    case "inf", "+inf", "-inf", "∞", "+∞", "-∞", "infinity", "-infinity":
      guard allowsInfinity else { return .failure(.infinite(shown)) }
      return .success(plain.hasPrefix("-") ? -.infinity : .infinity)
    case "nan", "-nan", "+nan": return .failure(.undefined)
    default: break
    }
    guard let value = decimal(plain[...]) else { return .failure(.notANumber(shown)) }
    return value.isFinite ? .success(value) : .failure(.tooLarge(shown))
  }

  /// Decimal digits with at most one point and one exponent. `Double` alone would also take
  /// hexadecimal numbers and words.
  private static func decimal(_ text: Substring) -> Double? {
    var rest = text
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    let mantissa = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let digits = mantissa.filter { $0 != "." }
    guard !digits.isEmpty, mantissa.count - digits.count <= 1 else { return nil }
    rest = rest.dropFirst(mantissa.count)
    if rest.first == "e" {
      rest = rest.dropFirst()
      if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
      guard !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    } else if !rest.isEmpty {
      return nil
    }
    var number = String(text)
    if number.first == "+" { number.removeFirst() }
    // Double reads neither ".5" nor "5." everywhere; both are spelled out.
    if let point = number.firstIndex(of: ".") {
      let after = number.index(after: point)
      if after == number.endIndex || !number[after].isNumber { number.insert("0", at: after) }
      let before = number[..<point]
      if before.isEmpty || before == "-" { number.insert("0", at: point) }
    }
    // Underflow to 0 and overflow to infinity are both what Double's reading gives.
    return Double(number)
  }
}
