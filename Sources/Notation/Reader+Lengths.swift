extension Reader {
  /// `\hspace{1em}`, `\hspace*{2ex}`, `\kern 3mu`, `\hskip 1em plus 2em`: as wide as the length says.
  mutating func readMeasuredSpace(_ token: Token) -> Notation.Kind {
    if tokens.peek().kind == .character("*") { tokens.next() }
    let length =
      tokens.peek().kind == .character("{") ? readName(of: token) : readBareLength(of: token)
    let units = Self.units(ofLength: length)
    // A quad is 3 columns.
    return .space(columns: Int(max(0, units / 6) + 0.5), units: Int(units.rounded()))
  }

  /// A length without braces, with the `plus 2em minus 1em` that may follow it.
  private mutating func readBareLength(of token: Token) -> String {
    let length = readNumberAndUnit(of: token)
    while case .character(let letter) = tokens.peek().kind,
      let word = ["plus", "minus"].first(where: { $0.first == letter && tokens.spells($0) })
    {
      for _ in word { tokens.next() }
      _ = readNumberAndUnit(of: token)
    }
    return length
  }

  private mutating func readNumberAndUnit(of token: Token) -> String {
    var length = ""
    while case .character(let character) = tokens.peek().kind,
      character.isASCIIDigit || character == "." || (character == "-" && length.isEmpty)
    {
      length.append(character)
      tokens.next()
    }
    var unit = ""
    while unit.count < 2, case .character(let letter) = tokens.peek().kind, letter.isASCIILetter {
      unit.append(letter)
      tokens.next()
    }
    if length.isEmpty || Self.unitsPerLength[unit] == nil {
      report(
        .lacksLength(text(token)), suggestion: "\(text(token)) 1em",
        at: token.range)
    }
    return length + unit
  }

  /// 18 to a quad, which is the em of the font at 10 points. What is no length counts as one quad.
  private static func units(ofLength length: String) -> Double {
    let number = length.prefix { $0.isASCIIDigit || $0 == "." || $0 == "-" }
    let unit = length.dropFirst(number.count).filter(\.isASCIILetter)
    guard let value = Double(String(number)), value.isFinite else { return 18 }
    guard let factor = unitsPerLength[String(unit.prefix(2))] else { return value > 0 ? 18 : 0 }
    return max(-180, min(180, value * factor))
  }

  private static let unitsPerLength: [String: Double] = [
    "em": 18, "ex": 7.8, "mu": 1, "pt": 1.8, "px": 1.35, "pc": 21.6, "cm": 51.2, "mm": 5.12,
    "in": 130,
  ]
}
