/// What is typed without a backslash though a command is meant: `log p`, `sum_k`, `theta`, `=>`.
extension Reader {
  // MARK: Words

  /// A run of letters that spells a function, a big sign or a Greek letter: that is meant, and
  /// linted.
  mutating func readWord(_ token: Token) -> Notation? {
    guard case .character(let first) = token.kind, first.isASCIILetter else { return nil }
    let start = token.position
    if start > 0, tokens.character(at: start - 1)?.isASCIILetter == true { return nil }
    var word = ""
    while let letter = tokens.character(at: start + word.count), letter.isASCIILetter {
      word.append(letter)
      if word.count > Self.longestWord { return nil }
    }
    guard word.count > 1 else { return nil }
    let next = tokens.character(at: start + word.count)
    if CommandTable.recognisedRuns.contains(word) {
      let command = CommandTable.command(word) != nil && !word.hasPrefix("arg")
      return readLetters(
        word, .function(name: word, limits: false),
        suggestion: command ? "\\\(word)" : "\\operatorname{\(word)}")
    }
    guard fontDepth == 0 else { return nil }
    switch word {
    case "sum", "prod": return readBareSign(word, before: next)
    case "sqrt": return next == "(" || next == "{" ? readBareRoot() : nil
    case "if" where contexts.last == .cell, "otherwise", "else", "where", "when", "for", "with",
      "and":
      let words = word == "otherwise" || word == "else" ? word : word + " "
      return readLetters(word, .text([.words(words)]), suggestion: "\\text{\(words)}")
    case "frac" where next == "{":
      return readLetters(word, .broken(word), error: .lacksBackslash(word))
    case _ where CommandTable.spelledLetters.contains(word):
      guard case .symbol(let symbol)? = CommandTable.command(word) else { return nil }
      return readLetters(word, .symbol(symbol), suggestion: "\\\(word)")
    case _ where next == "(" && CommandTable.isFunctionWord(word):
      return readLetters(
        word, .function(name: word, limits: false), suggestion: "\\operatorname{\(word)}")
    default: return nil
    }
  }

  private static let longestWord = 20

  /// Takes the letters of a word as one node. In an upright font they are no slip.
  private mutating func readLetters(
    _ word: String, _ kind: Notation.Kind, suggestion: String? = nil, error: ReadingProblem? = nil
  ) -> Notation {
    var range = tokens.peek().range
    for _ in word { range = cover(range, tokens.next().range) }
    if let error {
      report(error, suggestion: "\\" + word, at: range)
    } else if fontDepth == 0 {
      lint(.writtenAsLetters(word), suggestion: suggestion, at: range)
    }
    return Notation(kind, range: range, id: 0)
  }

  /// `sum_k p_k`; without an index, as in `sum(p)`, it is a function.
  private mutating func readBareSign(_ word: String, before next: Character?) -> Notation? {
    switch next {
    case "_", "^":
      return readLetters(
        word, .bigOperator(word == "sum" ? .sum : .prod), suggestion: "\\\(word)")
    case "(":
      return readLetters(
        word, .function(name: word, limits: false), suggestion: "\\operatorname{\(word)}")
    default: return nil
    }
  }

  /// `sqrt(x)`, `sqrt{x}`.
  private mutating func readBareRoot() -> Notation {
    let word = readLetters("sqrt", .symbol(Symbol("surd", .ordinary)), suggestion: "\\sqrt{…}")
    return readRadicand(after: word.range)
  }

  // MARK: Roots

  /// `√x_1`, `√(x + y)`: the root of the factor that follows, with its scripts.
  mutating func readRoot(_ token: Token) -> Notation {
    let root = readRadicand(after: token.range)
    if case .radical = root.kind {
      lint(.typedRoot, suggestion: "\\sqrt{…}", at: token.range)
    }
    return root
  }

  private mutating func readRadicand(after sign: Range<Int>) -> Notation {
    let token = tokens.peek()
    guard !ends(token, contexts.last ?? .source),
      let row = nested(
        at: sign,
        { reader in
          var row = RowBuilder()
          reader.readFactor(into: &row)
          return row.finish()
        }),
      let first = row.first
    else {
      report(.emptyRoot, suggestion: "\\sqrt{…}", at: sign)
      return Notation(.broken("√"), range: sign, id: 0)
    }
    var radicand =
      row.count == 1
      ? first : Notation(.row(row), range: span(from: first.range.lowerBound), id: 0)
    if case .fence(.leftParenthesis, let body, .rightParenthesis, _) = radicand.kind {
      radicand = body
    }
    return Notation(
      .radical(index: nil, radicand: radicand),
      range: cover(sign, span(from: first.range.lowerBound)),
      id: 0)
  }

  // MARK: Signs of several characters

  /// `=>`, `<=`, `!=`, `:=`, `...`: one sign, and for all but `:=` there is a command.
  mutating func readLongSign(_ token: Token) -> Notation? {
    guard case .character(let first) = token.kind, !first.isASCIILetter,
      let second = tokens.character(at: token.position + 1), Self.secondSigns.contains(second)
    else { return nil }
    for (text, name) in Self.longSigns where text.first == first {
      guard tokens.stands(text, at: token.position),
        let symbol = SymbolTable.symbol(name)
      else { continue }
      var range = token.range
      for _ in text { range = cover(range, tokens.next().range) }
      if name != text {
        let command = name == "=" ? "=" : "\\" + name
        lint(.typedForOneSign(text), suggestion: command, at: range)
      }
      return Notation(.symbol(symbol), range: range, id: 0)
    }
    return nil
  }

  /// What a sign of several characters goes on with; most signs have something else behind them.
  private static let secondSigns: Set<Character> = ["=", ">", "-", ".", "<"]

  /// The longer before those they begin with.
  private static let longSigns: [(text: String, name: String)] = [
    ("<=>", "Leftrightarrow"), ("<->", "leftrightarrow"), ("-->", "longrightarrow"),
    ("==>", "Longrightarrow"), ("|->", "mapsto"), ("...", "ldots"), ("=>", "Rightarrow"),
    ("<=", "leq"), (">=", "geq"), ("!=", "neq"), ("->", "rightarrow"), (":=", ":="), ("==", "="),
    ("<<", "ll"), (">>", "gg"),
  ]
}
