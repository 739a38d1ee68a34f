/// Numbers as people type them, whatever their locale and their input method.
public enum NumberEntry {
  /// Reads `2`, `-0.5`, `.5`, `1e3`, `2/3`, `inf`; also with `−`, `－`, `．`, `。` and full-width
  /// digits.
  ///
  /// - Parameter allowsInfinity: whether `inf` and `-inf` mean something here, as a masked class
  ///   does.
  public static func parse(
    _ text: String, allowsInfinity: Bool = false
  ) -> Result<Double, NumberRefusal> {
    let typed = Self.trimmed(text)
    let plain = Self.trimmed(String(typed.map(ascii)).lowercased())
    guard !plain.isEmpty else { return .failure(.empty) }
    let unsigned = plain.drop { "+-".contains($0) }
    if plain.count - unsigned.count > 1 { return .failure(.signs(typed)) }
    switch unsigned {
    case "nan": return .failure(.notANumber)
    case "inf", "infinity", "∞":
      guard allowsInfinity else { return .failure(.infinity) }
      return .success(plain.first == "-" ? -.infinity : .infinity)
    default: break
    }
    if plain.contains(",") { return .failure(.comma(typed)) }
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    var values: [Double] = []
    for part in parts {
      switch decimal(Self.trimmed(String(part)), typed: typed) {
      case .success(let value): values.append(value)
      case .failure(let refusal): return .failure(refusal)
      }
    }
    guard values.count == 2 else {
      return values.count == 1 ? .success(values[0]) : .failure(.unreadable(typed))
    }
    guard values[1] != 0 else { return .failure(.divisionByZero(typed)) }
    let quotient = values[0] / values[1]
    guard quotient.isFinite else { return .failure(.tooLarge(typed)) }
    guard quotient != 0 || values[0] == 0 else { return .failure(.tooSmall(typed)) }
    return .success(quotient)
  }

  /// `2,1,0`, also with spaces or semicolons between, and in brackets.
  public static func parseList(
    _ text: String, allowsInfinity: Bool = false
  ) -> Result<[Double], NumberRefusal> {
    var inside = Substring(Self.trimmed(String(text.map(ascii))))
    if let first = inside.first, let last = inside.last,
      (first == "[" && last == "]") || (first == "(" && last == ")")
    {
      inside = inside.dropFirst().dropLast()
    }
    guard !Self.trimmed(String(inside)).isEmpty else { return .failure(.empty) }
    var numbers: [Double] = []
    for piece in inside.split(
      omittingEmptySubsequences: false, whereSeparator: { ",;，；".contains($0) })
    {
      // Between commas spaces divide too, but `1,,2` has an empty place.
      let words = piece.split(separator: " ")
      for word in words.isEmpty ? [""] : words {
        switch parse(String(word), allowsInfinity: allowsInfinity) {
        case .success(let value): numbers.append(value)
        case .failure(let refusal): return .failure(refusal)
        }
      }
    }
    return .success(numbers)
  }

  /// Whether a key begins a number: a digit, a sign or a point.
  public static func isStart(_ character: Character) -> Bool {
    "0123456789+-.".contains(ascii(character))
  }

  /// What a Korean, Chinese or Japanese input method makes of an ASCII key, turned back.
  static func ascii(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0xff01...0xff5e: return Character(Unicode.Scalar(UInt8(scalar.value - 0xfee0)))
    case 0x2212: return "-"
    case 0x3002: return "."
    case 0x3000, 0xa0, 0x09: return " "
    default: return character
    }
  }

  /// `-12.5e-3`: Swift's own initialiser also takes hexadecimal, so the form is looked at first.
  private static func decimal(_ text: String, typed: String) -> Result<Double, NumberRefusal> {
    var rest = Substring(text)
    func digits() -> Int {
      let run = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    var count = digits()
    if rest.first == "." {
      rest = rest.dropFirst()
      count += digits()
    }
    guard count > 0 else { return .failure(.unreadable(typed)) }
    let mantissa = text.prefix(upTo: rest.startIndex)
    if rest.first == "e" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard digits() > 0 else { return .failure(.unreadable(typed)) }
    }
    guard rest.isEmpty, let value = Double(Self.withDigitBeforePoint(text)) else {
      return .failure(.unreadable(typed))
    }
    guard value.isFinite else { return .failure(.tooLarge(typed)) }
    guard value != 0 || !mantissa.contains(where: { ("1"..."9").contains($0) }) else {
      return .failure(.tooSmall(typed))
    }
    return .success(value)
  }

  /// `.5` and `5.` are meant as numbers, though not every reader takes them.
  private static func withDigitBeforePoint(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let after = text.index(after: point)
    let integer = text[..<point]
    let hasDigit = integer.contains(where: \.isNumber)
    let fraction = text[after...]
    return integer + (hasDigit ? "." : "0.")
      + (fraction.first?.isNumber == true ? fraction : "0" + fraction)
  }

  private static func trimmed(_ text: String) -> String {
    let blank: (Character) -> Bool = { ascii($0) == " " || $0.isNewline }
    let front = text.drop(while: blank)
    return String(front.prefix(front.count - front.reversed().prefix(while: blank).count))
  }
}
