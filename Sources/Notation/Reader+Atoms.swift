extension Reader {
  /// The next atom without its scripts: one node, none for a command that draws nothing, or
  /// several. `single` reads one token only, as an argument without braces does.
  mutating func readAtom(single: Bool = false) -> [Notation] {
    let token = tokens.peek()
    switch token.kind {
    case .end: return []
    case .character("{"): return [readGroup()]
    case .command(let name):
      tokens.next()
      return readCommand(name, token)
    case .character("$") where isAtEdge(token):
      tokens.next()
      lint(.strayDollars, at: token.range)
      return []
    case .character(let character): return [readCharacter(character, token, single: single)]
    }
  }

  /// Whether nothing but further signs of the kind stand before or behind it.
  private func isAtEdge(_ token: Token) -> Bool {
    let characters = tokens.characters
    func isBlank(_ character: Character) -> Bool { character == "$" || character.isWhitespace }
    return characters[..<token.position].allSatisfy(isBlank)
      || characters[token.position...].allSatisfy(isBlank)
  }

  // MARK: Characters

  private mutating func readCharacter(_ character: Character, _ token: Token, single: Bool)
    -> Notation
  {
    if !single {
      if let number = readNumber() { return number }
      if let word = readWord(token) { return word }
      if let sign = readLongSign(token) { return sign }
    }
    tokens.next()
    var kind: Notation.Kind
    var range = token.range
    switch character {
    case "}":
      report(.strayBrace, at: range)
      kind = .broken("}")
    case "&":
      report(.strayAmpersand, at: range)
      kind = .broken("&")
    case "$":
      report(.innerDollar, suggestion: "\\$", at: range)
      kind = .broken("$")
    case "~": kind = .space(columns: 1, units: 6)
    case _ where character.isASCIIDigit: kind = .number(String(character))
    case _ where character.isControl:
      reportControl(character, at: range)
      kind = .broken("?")
    case "|" where !single && tokens.character(at: tokens.position) == "|":
      range = cover(range, tokens.next().range)
      kind = .symbol(Symbol("||", .ordinary))
    case "√": return readRoot(token)
    default: kind = Self.kind(of: character, at: range)
    }
    return Notation(kind, range: range, id: 0)
  }

  private static func kind(of character: Character, at range: Range<Int>) -> Notation.Kind {
    if let kind = TypedLetters.kind(of: character, at: range) { return kind }
    let name = SymbolTable.name(of: character)
    switch character {
    case "∑": return .bigOperator(.sum)
    case "∏": return .bigOperator(.prod)
    case "∫": return .bigOperator(.int)
    default: return .symbol(SymbolTable.symbol(name) ?? Symbol(name, .ordinary))
    }
  }

  mutating func reportControl(_ character: Character, at range: Range<Int>) {
    let code = character.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) }
    let digits = String(repeating: "0", count: max(0, 4 - (code?.count ?? 0))) + (code ?? "")
    report(.controlCharacter(code: digits), at: range)
  }

  /// Digits with at most one point between or before them.
  private mutating func readNumber() -> Notation? {
    let token = tokens.peek()
    guard case .character(let first) = token.kind else { return nil }
    let start = token.position
    func isDigit(_ index: Int) -> Bool { tokens.character(at: index)?.isASCIIDigit ?? false }
    guard first.isASCIIDigit || (first == "." && isDigit(start + 1)) else { return nil }
    if first == ".", start > 0, tokens.character(at: start - 1) == "." { return nil }
    var digits = ""
    var index = start
    var hasPoint = false
    while let character = tokens.character(at: index) {
      if character == ".", !hasPoint, isDigit(index + 1) {
        hasPoint = true
      } else if !character.isASCIIDigit {
        break
      }
      digits.append(character)
      index += 1
    }
    var range = token.range
    for _ in digits { range = cover(range, tokens.next().range) }
    return Notation(.number(digits), range: range, id: 0)
  }
}
