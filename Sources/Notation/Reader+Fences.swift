extension Reader {
  /// Plain and `\big` delimiters: opens or closes a frame of the row; false for anything else.
  mutating func readFence(_ token: Token, into row: inout RowBuilder) -> Bool {
    var sign = token
    var big: Symbol.AtomClass??
    var saved: Tokenizer?
    if case .command(let name) = token.kind, case .big(let side)? = CommandTable.command(name) {
      saved = tokens
      tokens.next()
      big = .some(side)
      sign = tokens.peek()
    }
    guard let (name, shape, natural) = delimiter(of: sign) else {
      if let saved {
        tokens = saved
        readLoneBig(token, into: &row)
        return true
      }
      return false
    }
    if big == nil, natural == .ordinary, name != "Vert" { return false }
    tokens.next()
    let range = cover(token.range, sign.range)
    let isBig = big != nil
    let side = (big ?? nil) ?? natural
    // A tall stroke divides as any other does.
    let alone =
      isBig && shape != .slash
      ? Notation(.delimiter(shape), range: range, id: 0)
      : Notation(.symbol(Symbol(name, natural)), range: range, id: 0)
    switch side {
    case .opening: open(alone, name: name, isBig: isBig, in: &row)
    case .closing: close(alone, name: name, shape: shape, isBig: isBig, in: &row)
    case .ordinary where name == "Vert":
      // `\|` opens and closes alike: the second of a row closes, unless nothing stands between.
      if row.frames.last?.name == "Vert", !row.items.isEmpty {
        close(alone, name: name, shape: shape, isBig: isBig, in: &row)
      } else {
        open(alone, name: name, isBig: isBig, in: &row)
      }
    default: row.append(withScripts(alone))
    }
    return true
  }

  private mutating func readLoneBig(_ token: Token, into row: inout RowBuilder) {
    tokens.next()
    report(.noDelimiter(after: text(token)), at: token.range)
    row.append(Notation(.broken(text(token)), range: token.range, id: 0))
  }

  private mutating func open(
    _ opening: Notation, name: String, isBig: Bool, in row: inout RowBuilder
  ) {
    guard depth < NotationParser.deepestNesting else {
      let problem = ReadingProblem.nestedTooDeeply(deepest: NotationParser.deepestNesting)
      if diagnostics.last?.problem as? ReadingProblem != problem {
        report(problem, at: opening.range)
      }
      row.append(opening)
      return
    }
    depth += 1
    row.open(opening, name: name, isBig: isBig)
  }

  private mutating func close(
    _ closing: Notation, name: String, shape: Delimiter, isBig: Bool, in row: inout RowBuilder
  ) {
    let partner = Self.partners[name] ?? name
    // An unpaired `\|` inside, as in D(P \| Q), is a sign and not a fence.
    if partner != "Vert", row.frames.last?.name == "Vert" {
      depth -= 1
      row.abandon()
    }
    guard let frame = row.frames.last, frame.isBig == isBig,
      frame.name == partner || isHalfOpenInterval(frame, closedBy: name, row.items)
    else {
      row.append(withScripts(closing))
      return
    }
    depth -= 1
    row.close { frame, body in
      let inner = Notation(
        .row(body),
        range: frame.opening.range
          .upperBound..<max(
            frame.opening.range.upperBound, closing.range.lowerBound), id: 0)
      return Notation(
        .fence(
          open: Delimiter(symbol: frame.name), body: inner, close: shape,
          growth: isBig ? .always : .whenTall),
        range: cover(frame.opening.range, closing.range), id: 0)
    }
    if let fence = row.popBase() { row.append(withScripts(fence)) }
  }

  /// `[0, 1)`: the delimiters differ, and one comma stands between.
  private func isHalfOpenInterval(
    _ frame: RowBuilder.Frame, closedBy name: String, _ items: [Notation]
  ) -> Bool {
    guard (frame.name == "[" && name == ")") || (frame.name == "(" && name == "]") else {
      return false
    }
    return items.count { $0.kind == .symbol(Symbol(",", .punctuation)) } == 1
  }

  // MARK: \left … \right

  mutating func readLeftRight(_ left: Token) -> Notation {
    let open = readDelimiter(after: left)
    let start = tokens.end
    let items = nestedRow(.fence, at: left.range)
    let body = Notation(.row(items), range: span(from: start), id: 0)
    var close: Delimiter?
    let next = tokens.peek()
    if case .command("right") = next.kind {
      tokens.next()
      close = readDelimiter(after: next)
    } else {
      report(.leftWithoutRight, at: left.range)
    }
    if open == .leftBrace, close == nil, let rows = Notation.casesRows(of: body) {
      return Notation(.cases(rows: rows), range: span(from: left.range.lowerBound), id: 0)
    }
    return Notation(
      .fence(open: open, body: body, close: close, growth: .always),
      range: left.range.lowerBound..<max(tokens.end, left.range.upperBound), id: 0)
  }

  /// The delimiter after `\left`, `\middle` or `\right`; nil for `.` and, with a diagnostic, for
  /// what is none.
  mutating func readDelimiter(after command: Token) -> Delimiter? {
    let token = tokens.peek()
    if token.kind == .character(".") {
      tokens.next()
      return nil
    }
    if let (_, shape, _) = delimiter(of: token) {
      tokens.next()
      return shape
    }
    if token.kind == .character("<") || token.kind == .character(">") {
      tokens.next()
      return token.kind == .character("<") ? .leftAngle : .rightAngle
    }
    report(
      .noDelimiterNeeded(after: text(command)),
      at: command.range)
    return nil
  }

  /// The name, shape and class of a delimiter; nil if the token is none.
  private func delimiter(of token: Token) -> (String, Delimiter, Symbol.AtomClass)? {
    var symbol: Symbol
    switch token.kind {
    case .character(let character):
      let name = SymbolTable.name(of: character)
      guard let sign = SymbolTable.symbol(name), name != "{", name != "}" else { return nil }
      symbol = sign
    case .command(let name):
      guard case .symbol(let named)? = CommandTable.command(name) else { return nil }
      symbol = named
    case .end: return nil
    }
    guard let shape = Delimiter(symbol: symbol.name) else { return nil }
    return (symbol.name, shape, symbol.atomClass)
  }

  private static let partners = [
    ")": "(", "]": "[", "}": "{", "rangle": "langle", "rfloor": "lfloor", "rceil": "lceil",
    "rvert": "lvert", "rVert": "lVert", "Vert": "Vert",
  ]
}

extension Delimiter {
  /// The delimiter that a symbol of that name draws; nil if it is none.
  init?(symbol name: String) {
    switch name {
    case "langle": self = .leftAngle
    case "rangle": self = .rightAngle
    case "lfloor": self = .leftFloor
    case "rfloor": self = .rightFloor
    case "lceil": self = .leftCeiling
    case "rceil": self = .rightCeiling
    case "lvert", "rvert", "mid": self = .bar
    case "Vert", "lVert", "rVert", "||", "parallel": self = .doubleBar
    case "backslash", "setminus": self = .backslash
    default: self.init(rawValue: name)
    }
  }
}
