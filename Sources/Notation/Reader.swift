/// Recursive descent over the tokens of one formula. Ids are given afterwards.
struct Reader {
  /// What the row being read is inside of; it tells which token ends it.
  enum Context: Hashable { case source, group, bracket, fence, cell, textFormula }

  var tokens: Tokenizer
  var diagnostics: [FormulaDiagnostic] = []
  var contexts: [Context] = []
  /// Groups, arguments and open plain fences around the current token.
  var depth = 0
  /// Set when the nesting is refused: everything after it is one broken node.
  var aborted = false
  /// Fonts and operator names around the current token.
  var fontDepth = 0
  var suggestions: [String: String?] = [:]
  let source: String
  let length: Int

  init(_ source: String) {
    self.source = source
    tokens = Tokenizer(source)
    length = source.utf8.count
  }

  mutating func readFormula() -> Notation {
    var items = readRow(.source)
    // Only a token that nothing waits for can be left: it was reported, so read on.
    while tokens.peek().kind != .end { items += readRow(.source) }
    for comment in tokens.comments {
      lint("a comment in a formula; move it out", at: comment)
    }
    return Notation(.row(items), range: 0..<length, id: 0)
  }

  // MARK: Rows

  mutating func readRow(_ context: Context) -> [Notation] {
    contexts.append(context)
    defer { contexts.removeLast() }
    var row = RowBuilder()
    while true {
      let token = tokens.peek()
      if ends(token, context) { break }
      if !readItem(token, into: &row) { break }
    }
    depth -= row.frames.count
    return row.finish()
  }

  /// One item of a row; false if what follows belongs to the row no more.
  private mutating func readItem(_ token: Token, into row: inout RowBuilder) -> Bool {
    switch token.kind {
    case .character("_"), .character("^"), .character("'"):
      let base = row.popBase()
      row.append(readScripts(of: base, at: token.range))
      return true
    case .command(let name):
      switch CommandTable.all[name] {
      case .fontSwitch(let font):
        tokens.next()
        let body = readRest(after: token)
        row.append(Notation(.font(font, body), range: cover(token.range, body.range), id: 0))
      case .colorSwitch:
        tokens.next()
        let color = readName(of: token)
        let body = readRest(after: token)
        row.append(
          Notation(.colored(name: color, body), range: cover(token.range, body.range), id: 0))
      case .infixFraction(let binomial):
        tokens.next()
        readInfix(token, binomial: binomial, into: &row)
      case .limits(let limits):
        tokens.next()
        row.append(readScripts(of: row.popBase(), at: token.range, limits: limits))
      default:
        if readFence(token, into: &row) { return true }
        for atom in readAtom() { row.append(withScripts(atom)) }
      }
      return true
    default:
      if readFence(token, into: &row) { return true }
      // `|A||B|`: where a bar is open, `||` closes it and opens another.
      let closesBar = token.kind == .character("|") && row.hasOpenBar
      for atom in readAtom(single: closesBar) { row.append(withScripts(atom)) }
      return true
    }
  }

  /// The rest of the row after a switch such as `\bf` or `\color{red}`.
  private mutating func readRest(after token: Token) -> Notation {
    let context = contexts.last ?? .source
    let start = tokens.offset
    let items = nestedRow(context, at: token.range)
    return Notation(
      .row(items), range: start..<max(start, items.last?.range.upperBound ?? 0), id: 0)
  }

  /// `a \over b`: everything before, over everything after.
  private mutating func readInfix(_ token: Token, binomial: Bool, into row: inout RowBuilder) {
    let name = binomial ? "choose" : "over"
    lint(
      "\\\(name) is plain TeX", suggestion: binomial ? "\\binom{…}{…}" : "\\frac{…}{…}",
      at: token.range)
    depth -= row.frames.count
    let before = row.finish()
    row = RowBuilder()
    let start = before.first?.range.lowerBound ?? token.range.lowerBound
    let upper = Notation(.row(before), range: start..<token.range.lowerBound, id: 0)
    let lower = readRest(after: token)
    let kind: Notation.Kind =
      binomial
      ? .binomial(upper: upper, lower: lower) : .fraction(numerator: upper, denominator: lower)
    row.append(
      Notation(kind, range: start..<max(token.range.upperBound, lower.range.upperBound), id: 0))
  }

  /// Whether the token ends a row in this context, or one around it (whose opener then complains).
  private func ends(_ token: Token, _ context: Context) -> Bool {
    switch token.kind {
    case .end: return true
    case .character("}"): return contexts.contains(.group)
    case .character("]"): return context == .bracket
    case .character("$"): return contexts.contains(.textFormula)
    case .character("&"): return context == .cell
    case .command(let name):
      switch CommandTable.all[name] {
      case .newRow: return context == .cell
      case .end: return contexts.contains(.cell)
      case .right: return contexts.contains(.fence)
      default: return false
      }
    default: return false
    }
  }

  // MARK: Groups and arguments

  /// `{ … }`, with the opening brace still to be read.
  mutating func readGroup() -> Notation {
    let opening = tokens.next()
    let items = nestedRow(.group, at: opening.range)
    var end = tokens.offset
    if tokens.peek().kind == .character("}") {
      end = tokens.next().range.upperBound
    } else {
      report("missing '}' for '{' opened here", at: opening.range)
      end = max(items.last?.range.upperBound ?? 0, opening.range.upperBound)
    }
    return Notation(.row(items), range: opening.range.lowerBound..<end, id: 0)
  }

  /// The next argument of a command: a group, or a single token with its own arguments.
  mutating func readArgument(of name: String, at range: Range<Int>) -> Notation {
    let token = tokens.peek()
    switch token.kind {
    case .character("{"): return readGroup()
    case .character("_"), .character("^"), .character("'"), .character("&"), .end:
      return missingArgument(of: name, at: range)
    case .character(let digit) where digit.isASCIIDigit:
      tokens.next()
      return Notation(.number(String(digit)), range: token.range, id: 0)
    default:
      if ends(token, contexts.last ?? .source) { return missingArgument(of: name, at: range) }
      if case .command(let command) = token.kind {
        switch CommandTable.all[command] {
        case .limits, .infixFraction, .right, .end, .newRow, .middle:
          return missingArgument(of: name, at: range)
        default: break
        }
      }
      let atoms = nested(at: token.range) { $0.readAtom(single: true) } ?? []
      if atoms.count == 1 { return atoms[0] }
      return Notation(.row(atoms), range: token.range.lowerBound..<tokens.offset, id: 0)
    }
  }

  private mutating func missingArgument(of name: String, at range: Range<Int>) -> Notation {
    report("\(name) lacks an argument", suggestion: "\(name){…}", at: range)
    return Notation(.broken("?"), range: range.upperBound..<range.upperBound, id: 0)
  }

  /// `{name}` as written: a colour, an environment, a length.
  mutating func readName(of token: Token) -> String {
    guard tokens.peek().kind == .character("{") else {
      report("\(text(token.range)) lacks a name in braces", at: token.range)
      return ""
    }
    let opening = tokens.next()
    var name = ""
    while let character = tokens.nextCharacter() {
      if character == "}" { return name }
      name.append(character.isControl || character.isNewline ? " " : character)
    }
    report("missing '}' for '{' opened here", at: opening.range)
    return name
  }

  /// `[…]` right after a command, as written; nil if there is none.
  mutating func readOption(_ accepts: (String) -> Bool = { _ in true }) -> String? {
    let token = tokens.peek()
    guard token.kind == .character("["), !token.followsSpace else { return nil }
    let saved = tokens
    tokens.next()
    var option = ""
    while let character = tokens.nextCharacter(), option.count < 40 {
      if character == "]" {
        if accepts(option) { return option }
        break
      }
      option.append(character)
    }
    tokens = saved
    return nil
  }

  // MARK: Limits and messages

  /// Runs `body` one level deeper, or gives up on the rest of the source.
  mutating func nested<Value>(at range: Range<Int>, _ body: (inout Reader) -> Value) -> Value? {
    guard depth < NotationParser.deepestNesting else {
      report(
        "nested deeper than \(NotationParser.deepestNesting) levels; name a part of it and write that name",
        at: range)
      aborted = true
      tokens.moveToEnd()
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  mutating func nestedRow(_ context: Context, at range: Range<Int>) -> [Notation] {
    nested(at: range) { $0.readRow(context) }
      ?? [Notation(.broken("…"), range: range.lowerBound..<length, id: 0)]
  }

  mutating func report(
    _ message: String, suggestion: String? = nil, at range: Range<Int>
  ) {
    guard !aborted else { return }
    diagnostics.append(FormulaDiagnostic(.error, message, suggestion: suggestion, range: range))
  }

  mutating func lint(_ message: String, suggestion: String? = nil, at range: Range<Int>) {
    guard !aborted else { return }
    diagnostics.append(FormulaDiagnostic(.lint, message, suggestion: suggestion, range: range))
  }

  func text(_ range: Range<Int>) -> String {
    let utf8 = source.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(source[start..<utf8.index(start, offsetBy: range.count)])
  }

  func cover(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }
}
