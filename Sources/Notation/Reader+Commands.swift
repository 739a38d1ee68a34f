extension Reader {
  /// The node of a command whose name was just read.
  mutating func readCommand(_ name: String, _ token: Token) -> [Notation] {
    guard let command = CommandTable.command(name) else { return [unknown(name, token)] }
    let start = token.range.lowerBound
    let written = "\\" + name
    func argument(_ reader: inout Reader) -> Notation {
      reader.readArgument(of: written, at: token.range)
    }
    let kind: Notation.Kind
    switch command {
    case .symbol(let symbol): kind = .symbol(symbol)
    case .function(let shown, let limits):
      lintOwnOperator(name, token)
      kind = .function(name: shown, limits: limits)
    case .bigOperator(let sign): kind = .bigOperator(sign)
    case .space(let columns, let units): kind = .space(columns: columns, units: units)
    case .measuredSpace: kind = readMeasuredSpace(token)
    case .style(let style): kind = .style(style)
    case .fraction:
      if name == "cfrac" { _ = readOption() }
      let upper = argument(&self)
      kind = .fraction(numerator: upper, denominator: argument(&self))
    case .binomial:
      let upper = argument(&self)
      kind = .binomial(upper: upper, lower: argument(&self))
    case .slashFraction:
      let upper = argument(&self)
      let slash = Notation(.symbol(Symbol("/", .ordinary)), range: token.range, id: 0)
      kind = .row([upper, slash, argument(&self)])
    case .radical:
      let index = readBracket()
      kind = .radical(index: index, radicand: argument(&self))
    case .operatorName: return [readOperatorName(token)]
    case .font(let font):
      // A word in an upright or bold font is meant as one, so its letters are no slip.
      fontDepth += 1
      defer { fontDepth -= 1 }
      kind = .font(font, argument(&self))
    case .accent(let accent): kind = .accent(accent, argument(&self))
    case .text(let font):
      let text = readText(token)
      guard let font else { return [text] }
      kind = .font(font, text)
    case .brace(let side): kind = .brace(side, body: argument(&self), label: nil)
    case .stack(let over):
      let above = argument(&self)
      let base = argument(&self)
      kind = stacked(base, over: over ? above : nil, under: over ? nil : above)
    case .arrow(let arrow):
      let under = readBracket()
      let over = argument(&self)
      let base = Notation(.symbol(Symbol(arrow, .relation)), range: token.range, id: 0)
      kind = .stack(base: base, over: over, under: under)
    case .substack: kind = readSubstack(token)
    case .classed(let atomClass):
      fontDepth += 1
      let body = argument(&self)
      fontDepth -= 1
      if atomClass == .operation, let word = Self.word(of: body), word.count > 1,
        word.allSatisfy({ $0.isLetter || $0 == " " })
      {
        kind = .function(name: word, limits: true)
      } else {
        kind = .classed(atomClass, body)
      }
    case .negation: kind = .negated(argument(&self))
    case .colored:
      let color = readName(of: token)
      kind = .colored(name: color, argument(&self))
    case .boxed: kind = .boxed(argument(&self))
    case .cancelled: kind = .cancelled(argument(&self))
    case .phantom: kind = .phantom(argument(&self))
    case .grouping: return [argument(&self)]
    case .modulus:
      let body = argument(&self)
      let word = Notation(.function(name: "mod", limits: false), range: token.range, id: 0)
      let inner = Notation(
        .row(name == "pod" ? [body] : [word, body]), range: cover(token.range, body.range), id: 0)
      let fence = Notation(
        .fence(
          open: .leftParenthesis, body: inner, close: .rightParenthesis, growth: .whenTall),
        range: cover(token.range, body.range), id: 0)
      kind = .row([Notation(.space(columns: 1, units: 5), range: token.range, id: 0), fence])
    case .tag, .numbering:
      let words = readNumbering(token, command)
      return [Notation(.space(columns: 3, units: 18), range: start..<start, id: 0), words]
    case .wrapper:
      // A link, a class, a border: said of what follows.
      _ = readName(of: token)
      if name == "fcolorbox" { _ = readName(of: token) }
      let body = argument(&self)
      if name != "fcolorbox" { return [body] }
      kind = .boxed(body)
    case .left: return [readLeftRight(token)]
    case .middle:
      if contexts.last != .fence { report(.strayMiddle, at: token.range) }
      guard let delimiter = readDelimiter(after: token) else { return [] }
      kind = .delimiter(delimiter)
    case .right:
      report(.rightWithoutLeft, at: token.range)
      guard let delimiter = readDelimiter(after: token) else { return [] }
      kind = .delimiter(delimiter)
    case .begin: return [readEnvironment(token)]
    case .end:
      let closed = readName(of: token)
      let range = span(from: start)
      report(.endWithoutBegin(closed), at: range)
      return [Notation(.broken(text(range)), range: range, id: 0)]
    case .newRow:
      if contexts.last == .fence {
        report(
          .newRowInFence(written),
          at: token.range)
      } else {
        lint(.newRowInGroup(written), suggestion: "\\;", at: token.range)
      }
      kind = .space(columns: 1, units: 5)
    case .ignored(let arguments):
      for _ in 0..<arguments { _ = readName(of: token) }
      lint(
        .withoutEffect(written),
        at: span(from: start))
      return []
    case .big, .fontSwitch, .colorSwitch, .infixFraction, .limits:
      // They act on the row they stand in; as a bare argument there is no row.
      report(.commandAsArgument(written), at: token.range)
      kind = .broken(written)
    }
    return [Notation(kind, range: start..<max(token.range.upperBound, tokens.end), id: 0)]
  }

  private mutating func unknown(_ name: String, _ token: Token) -> Notation {
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      reportControl(name.first ?? "?", at: token.range)
      return Notation(.broken("\\?"), range: token.range, id: 0)
    }
    if suggestions[name] == nil {
      let suggestion: String?
      if let written = CommandTable.ownCommands[name] {
        suggestion = written
      } else if CommandTable.operatorWords.contains(name) {
        suggestion = "\\operatorname{\(name)}"
      } else {
        let operators = CommandTable.operatorWords.sorted().filter { $0.count > 3 }
        let nearest = nearestName(to: name, among: CommandTable.names + operators)
        suggestion = nearest.map {
          CommandTable.command($0) == nil ? "\\operatorname{\($0)}" : "\\\($0)"
        }
      }
      suggestions[name] = .some(suggestion)
    }
    report(
      .unknownCommand(name), suggestion: suggestions[name] ?? nil, at: token.range)
    return Notation(.broken("\\\(name)"), range: token.range, id: 0)
  }

  /// `\argmax` is understood, but GitHub's MathJax would show it in red.
  private mutating func lintOwnOperator(_ name: String, _ token: Token) {
    guard name == "argmax" || name == "argmin" else { return }
    lint(
      .notDrawnByGitHub(name),
      suggestion: "\\operatorname*{\(name)}", at: token.range)
  }

  /// `[…]` after `\sqrt` or an arrow, read as a formula.
  private mutating func readBracket() -> Notation? {
    let opening = tokens.peek()
    guard opening.kind == .character("[") else { return nil }
    tokens.next()
    let items = nestedRow(.bracket, at: opening.range)
    let start = opening.range.lowerBound
    if tokens.peek().kind == .character("]") {
      tokens.next()
    } else {
      report(.missingBracket, at: opening.range)
    }
    return Notation(.row(items), range: span(from: start), id: 0)
  }

  /// `\tag{1}`, `\tag*{see above}`, `\eqno (1)`: the words at the end of a row.
  private mutating func readNumbering(_ token: Token, _ command: Command) -> Notation {
    let start = token.range.lowerBound
    if case .tag = command {
      let isStarred = tokens.peek().kind == .character("*")
      if isStarred { tokens.next() }
      let label = readName(of: token)
      let words = isStarred ? label : "(\(label))"
      return Notation(.text([.words(words)]), range: span(from: start), id: 0)
    }
    let rest = readRest(after: token)
    let words = text(rest.range).filter { !"{}$".contains($0) && !$0.isControl }
      .drop { $0 == " " }
    return Notation(.text([.words(String(words))]), range: cover(token.range, rest.range), id: 0)
  }

  private mutating func readSubstack(_ token: Token) -> Notation.Kind {
    guard tokens.peek().kind == .character("{") else {
      return .gathered(rows: [readArgument(of: "\\substack", at: token.range)])
    }
    let opening = tokens.next()
    contexts.append(.group)
    defer { contexts.removeLast() }
    let rows =
      nested(at: opening.range) { reader -> [Notation] in
        var rows: [Notation] = []
        while true {
          let start = reader.tokens.start
          let items = reader.readRow(.cell)
          rows.append(Notation(.row(items), range: reader.span(from: start), id: 0))
          let next = reader.tokens.peek().kind
          guard case .command(let name) = next, case .newRow? = CommandTable.command(name) else {
            // A stray & ends the row like a new line would; nothing is lost.
            if next == .character("&") {
              reader.tokens.next()
              continue
            }
            return rows
          }
          reader.tokens.next()
        }
      } ?? []
    close(opening)
    return .gathered(rows: rows)
  }
}
