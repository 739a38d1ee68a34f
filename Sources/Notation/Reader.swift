/// Recursive descent over the tokens of one formula. Ids are given afterwards.
struct Reader {
  /// What the row being read is inside of; it tells which token ends it.
  enum Context: Hashable { case source, group, script, bracket, fence, cell, textFormula }

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
  /// Whether definitions were put in: then what stands side by side may have been written elsewhere.
  private(set) var isExpanded = false

  init(_ source: String) {
    self.source = source
    length = source.utf8.count
    let characters = Array(source)
    // Characters of one byte each are ASCII, and mean themselves.
    let typed = length > characters.count ? TypedCharacters.replaced(in: characters) : nil
    if MacroExpander.isNeeded(for: source) {
      var expander = MacroExpander(
        typed ?? PlacedCharacter.all(of: characters), length: length)
      tokens = Tokenizer(expander.expanded(), length: length)
      diagnostics = expander.diagnostics
      isExpanded = true
    } else {
      let length = length
      tokens =
        typed.map { Tokenizer($0, length: length) } ?? Tokenizer(characters, length: length)
    }
  }

  mutating func readFormula() -> Notation {
    let items = readLines()
    for comment in tokens.comments {
      report(
        .comment,
        at: comment)
    }
    for slip in tokens.slips {
      lint(
        .characterForAnother(written: slip.written, read: slip.read), suggestion: String(slip.read),
        at: slip.range)
    }
    return Notation(.row(items), range: 0..<length, id: 0)
  }

  /// The whole source: one row, or where `\\` stands between rows the same as `gathered` gives.
  private mutating func readLines() -> [Notation] {
    var rows: [Notation] = []
    var breaks: [Range<Int>] = []
    while true {
      let items = readRow(.source)
      if let first = items.first, let last = items.last {
        rows.append(Notation(.row(items), range: cover(first.range, last.range), id: 0))
      } else if let before = breaks.last {
        lint(.emptyRow, at: before)
      }
      let token = tokens.next()
      guard token.kind != .end else { break }
      breaks.append(token.range)
      skipRowGap()
    }
    guard rows.count > 1, let first = rows.first, let last = rows.last else {
      return rows.first?.children ?? []
    }
    lint(
      .rowsOutsideEnvironment, suggestion: "\\begin{gathered} … \\end{gathered}",
      at: breaks[0])
    return [Notation(.gathered(rows: rows), range: cover(first.range, last.range), id: 0)]
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
      switch CommandTable.command(name) {
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
        for atom in readAtom() { row.append(withScripts(joined(atom, to: &row))) }
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

  /// `\arg\max` and `\arg\,\min` are one operator of two words.
  private func joined(_ atom: Notation, to row: inout RowBuilder) -> Notation {
    guard case .function(let name, _) = atom.kind, name == "max" || name == "min",
      let word = row.popArgument()
    else { return atom }
    return Notation(
      .function(name: "arg " + name, limits: true), range: cover(word.range, atom.range), id: 0)
  }

  /// One factor with its scripts, a plain fence as a whole.
  mutating func readFactor(into row: inout RowBuilder) {
    let context = contexts.last ?? .source
    repeat {
      let token = tokens.peek()
      guard !ends(token, context), readItem(token, into: &row) else { break }
    } while !row.frames.isEmpty || Self.bindsOn(tokens.peek())
    depth -= row.frames.count
  }

  private static func bindsOn(_ token: Token) -> Bool {
    switch token.kind {
    case .character("_"), .character("^"), .character("'"): true
    default: false
    }
  }

  /// The rest of the row after a switch such as `\bf` or `\color{red}`.
  mutating func readRest(after token: Token) -> Notation {
    let context = contexts.last ?? .source
    let start = tokens.start
    let items = nestedRow(context, at: token.range)
    return Notation(
      .row(items), range: start..<max(start, items.last?.range.upperBound ?? 0), id: 0)
  }

  /// `a \over b`: everything before, over everything after.
  private mutating func readInfix(_ token: Token, binomial: Bool, into row: inout RowBuilder) {
    let name = binomial ? "choose" : "over"
    lint(
      .plainTeX(name), suggestion: binomial ? "\\binom{…}{…}" : "\\frac{…}{…}",
      at: token.range)
    depth -= row.frames.count
    let before = row.finish()
    row = RowBuilder()
    let start = before.first?.range.lowerBound ?? token.range.lowerBound
    let upper = Notation(
      .row(before), range: start..<max(start, token.range.lowerBound), id: 0)
    let lower = readRest(after: token)
    let kind: Notation.Kind =
      binomial
      ? .binomial(upper: upper, lower: lower) : .fraction(numerator: upper, denominator: lower)
    row.append(
      Notation(kind, range: cover(upper.range, cover(token.range, lower.range)), id: 0))
  }

  /// Whether the token ends a row in this context, or one around it (whose opener then complains).
  func ends(_ token: Token, _ context: Context) -> Bool {
    switch token.kind {
    case .end: return true
    case .character("}"): return contexts.contains(.group) || contexts.contains(.script)
    case .character("]"): return context == .bracket
    case .character("$"): return contexts.contains(.textFormula)
    case .character("&"): return context == .cell
    case .command(let name):
      switch CommandTable.command(name) {
      case .newRow: return context == .cell || context == .source || context == .script
      case .end: return contexts.contains(.cell)
      case .right: return contexts.contains(.fence)
      default: return false
      }
    default: return false
    }
  }

  // MARK: Limits and messages

  /// Runs `body` one level deeper, or gives up on the rest of the source.
  mutating func nested<Value>(at range: Range<Int>, _ body: (inout Reader) -> Value) -> Value? {
    guard depth < NotationParser.deepestNesting else {
      report(
        .nestedTooDeeply(deepest: NotationParser.deepestNesting),
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
    _ problem: ReadingProblem, suggestion: String? = nil, at range: Range<Int>
  ) {
    guard !aborted else { return }
    diagnostics.append(FormulaDiagnostic(.error, problem, suggestion: suggestion, range: range))
  }

  mutating func lint(_ problem: ReadingProblem, suggestion: String? = nil, at range: Range<Int>) {
    guard !aborted else { return }
    diagnostics.append(FormulaDiagnostic(.lint, problem, suggestion: suggestion, range: range))
  }

  func text(_ range: Range<Int>) -> String {
    let utf8 = source.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(source[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// What a token is: `_`, `\frac`.
  func text(_ token: Token) -> String {
    switch token.kind {
    case .command(let name): "\\" + name
    case .character(let character): String(character)
    case .end: ""
    }
  }

  /// From a place to the end of what was read last.
  func span(from start: Int) -> Range<Int> { start..<max(start, tokens.end) }

  func cover(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }
}
