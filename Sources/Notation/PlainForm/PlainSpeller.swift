/// Prints one tree as plain text.
struct Speller {
  /// How tightly what was printed holds together.
  enum Strength: Int, Comparable {
    case relation, sum, product, fraction, factor, atom

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  /// Whether … is printed, which no plain text is read from.
  var allowsDots = false

  struct Spelled {
    var text: String
    var strength: Strength
    /// A function's name, whose brackets follow without a blank.
    var isFunction = false
    var isBigSign = false
  }

  // MARK: Rows

  /// A node as a whole: the inside of a group.
  func row(of node: Notation) -> Spelled? {
    let items = Self.items(of: node)
    guard items.first.flatMap(Self.sign)?.strength != .relation, Self.isComplete(items) else {
      return nil
    }
    if items.count == 1 { return spell(items[0]) }
    var text = ""
    var strength = Strength.atom
    var before: Spelled?
    /// Whether a sign that takes two terms, or none yet, stands before.
    var isAtStart = true
    for (index, item) in items.enumerated() {
      if let sign = Self.sign(item) {
        let isUnary = isAtStart && (sign.text == "-" || sign.text == "+")
        text += isUnary || sign.text == "/" ? sign.text : sign.text == "," ? ", " : " \(sign.text) "
        strength = min(strength, isUnary ? .sum : sign.strength)
        isAtStart = true
        before = nil
        continue
      }
      guard var part = spell(item) else { return nil }
      let next = index + 1 < items.count ? items[index + 1] : nil
      let isAlone =
        isAtStart && (next.map { Self.sign($0).map { $0.strength < .product } ?? false } ?? true)
      // In a product a fraction needs brackets: `a/b c` is unclear. So does a number behind a name.
      if part.strength < .factor, !(isAlone && part.strength > .sum) {
        part = Spelled(text: "(\(part.text))", strength: .atom)
      }
      if let before, case .number = item.kind, !before.isFunction, !before.isBigSign {
        part = Spelled(text: "(\(part.text))", strength: .atom)
      }
      if let before {
        let isCall = before.isFunction && part.text.hasPrefix("(")
        text += Self.stands(part, rightBehind: before, item) ? "" : " "
        strength = min(strength, isCall ? .factor : .product)
      }
      text += part.text
      strength = min(strength, part.strength)
      before = part
      isAtStart = false
    }
    return Spelled(text: text, strength: items.isEmpty ? .atom : strength)
  }

  /// Whether what a last word is about follows it: `log` and Σ stand before something.
  private static func isComplete(_ items: [Notation]) -> Bool {
    guard let last = items.last else { return true }
    switch last.kind {
    case .function(let name, _): return !PlainFormWriter.functions.contains(name)
    case .bigOperator: return false
    case .script(let base?, _, _, _, _): return isComplete([base])
    case .font(_, let body): return isComplete(Self.items(of: body))
    default: return true
    }
  }

  /// Whether a bracket follows a name as its argument would: `H(p)`, `p_i(1 - p_i)`, `E[x]`.
  private static func stands(
    _ part: Spelled, rightBehind before: Spelled, _ item: Notation
  ) -> Bool {
    guard case .fence = item.kind else { return before.isFunction && part.text.hasPrefix("(") }
    if part.text.hasPrefix("(") { return before.strength == .atom && !before.isBigSign }
    return part.text.hasPrefix("[") && before.text.first == "E" && before.strength == .atom
  }

  /// The members of a row without what has a picture only.
  static func items(of node: Notation) -> [Notation] {
    guard case .row(let items) = node.kind else { return [node] }
    let shown = items.filter { item in
      switch item.kind {
      case .space, .style: false
      case .row(let inner): !inner.isEmpty
      default: true
      }
    }
    if shown.count == 1, case .row = shown[0].kind { return Self.items(of: shown[0]) }
    return shown
  }

  private static let signs: [String: (text: String, strength: Strength)] = [
    "+": ("+", .sum), "-": ("-", .sum), "times": ("*", .product), "*": ("*", .product),
    "cdot": ("@", .product), "odot": ("odot", .product), "/": ("/", .fraction),
    "=": ("=", .relation),
    "<": ("<", .relation), ">": (">", .relation), "leq": ("<=", .relation),
    "geq": (">=", .relation), "neq": ("!=", .relation), "approx": ("~=", .relation),
    ":=": (":=", .relation), "sim": ("~", .relation), "in": ("∈", .relation),
    ",": (",", .relation), "|": ("|", .relation), "mid": ("|", .relation),
    "||": ("||", .relation), "Vert": ("||", .relation), "parallel": ("||", .relation),
  ]

  private static func sign(_ node: Notation) -> (text: String, strength: Strength)? {
    switch node.kind {
    case .symbol(let symbol): signs[symbol.name]
    case .delimiter(.bar): ("|", .relation)
    case .delimiter(.doubleBar): ("||", .relation)
    case .negated(let body):
      if case .symbol(let symbol) = body.kind, symbol.name == "=" { ("!=", .relation) } else { nil }
    case .stack(let base, _, _), .classed(.relation, let base): sign(base)
    case .row(let items): items.count == 1 ? sign(items[0]) : nil
    default: nil
    }
  }

  // MARK: Nodes

  /// - Parameter hasIndex: whether a script that it is the base of has a lower one.
  func spell(_ node: Notation, hasIndex: Bool = false) -> Spelled? {
    switch node.kind {
    case .row: return row(of: node)
    case .symbol(let symbol): return name(symbol).map { Spelled(text: $0, strength: .atom) }
    case .number(let digits): return Spelled(text: digits, strength: .atom)
    case .function(let name, _):
      return Spelled(text: name.filter { $0 != " " }, strength: .atom, isFunction: true)
    case .bigOperator(let sign):
      guard sign == .sum || sign == .prod, hasIndex else { return nil }
      return Spelled(text: sign.rawValue, strength: .atom, isBigSign: true)
    case .fraction(let upper, let lower):
      return derivative(upper, lower) ?? fraction(upper, lower)
    case .script(let base?, let lower, let upper, let primes, _):
      return script(base, lower, upper, primes)
    case .fence(let open, let body, let close, _): return fence(open, body, close)
    case .radical(nil, let radicand):
      return row(of: radicand).map { Spelled(text: "sqrt(\($0.text))", strength: .atom) }
    case .matrix(let style, let rows):
      return style == .bars ? nil : list(rows)
    case .accent(let accent, let body): return accented(accent, body)
    case .font(.mathbb, let body) where body.isIndicatorSign:
      return Spelled(text: "𝟙", strength: .atom, isFunction: true)
    case .font(_, let body): return word(body) ?? spell(body)
    case .text(let runs):
      guard runs.count == 1, case .words(let words) = runs[0], Self.isName(words) else {
        return nil
      }
      return Spelled(text: words, strength: .atom, isFunction: words.count > 1)
    case .boxed(let body), .cancelled(let body), .colored(_, let body), .classed(_, let body),
      .brace(_, let body, _):
      return spell(body)
    default: return nil
    }
  }

  private func name(_ symbol: Symbol) -> String? {
    if symbol.name.count == 1 {
      return symbol.name.first.map { $0.isLetter } == true ? symbol.name : nil
    }
    switch symbol.name {
    case "infty": return "inf"
    case "nabla": return "nabla"
    case "ell": return "ell"
    case "ldots": return allowsDots ? "…" : nil
    default:
      let isLetter = PlainFormWriter.greek.contains(symbol.name)
      return isLetter
        ? symbol.name
        : SymbolTable.entry(symbol.name).flatMap {
          $0.unicode.first?.isLetter == true && symbol.atomClass == .ordinary ? $0.unicode : nil
        }
    }
  }

  /// Two letters or more in an upright font: one word.
  private func word(_ body: Notation) -> Spelled? {
    let items = Self.items(of: body)
    let letters = items.compactMap { item -> String? in
      guard case .symbol(let symbol) = item.kind, symbol.name.count == 1,
        symbol.name.first?.isLetter == true
      else { return nil }
      return symbol.name
    }
    guard letters.count == items.count, letters.count > 1 else { return nil }
    return Spelled(text: letters.joined(), strength: .atom, isFunction: true)
  }

  static func isName(_ words: String) -> Bool {
    words.first?.isLetter == true && words.allSatisfy { $0.isASCIILetter || $0 == "_" }
  }

  private func accented(_ accent: Accent, _ body: Notation) -> Spelled? {
    guard let mark = TypedLetters.mark(of: accent), let base = spell(body), base.text.count == 1
    else { return nil }
    return Spelled(text: String(Character("\(base.text)\(mark)")), strength: .atom)
  }

  private func list(_ rows: [[Notation]]) -> Spelled? {
    let cells = rows.map { $0.map { row(of: $0)?.text } }
    guard !cells.joined().contains(nil), !rows.isEmpty else { return nil }
    let lines = cells.map { $0.compactMap { $0 }.joined(separator: ", ") }
    let isColumn = rows.allSatisfy { $0.count == 1 }
    let text =
      isColumn ? lines.joined(separator: ", ") : lines.map { "[\($0)]" }.joined(separator: ", ")
    return Spelled(text: "[\(text)]", strength: .atom)
  }

  private func fence(_ open: Delimiter?, _ body: Notation, _ close: Delimiter?) -> Spelled? {
    guard let inside = row(of: body)?.text else { return nil }
    switch (open, close) {
    case (.leftParenthesis, .rightParenthesis): return Spelled(text: "(\(inside))", strength: .atom)
    case (.leftBracket, .rightBracket): return Spelled(text: "[\(inside)]", strength: .atom)
    case (.bar, .bar): return Spelled(text: "|\(inside)|", strength: .atom)
    case (.doubleBar, .doubleBar): return Spelled(text: "||\(inside)||", strength: .atom)
    default: return nil
    }
  }
}

extension Notation {
  /// The 1 of 𝟙.
  fileprivate var isIndicatorSign: Bool {
    switch kind {
    case .number("1"): true
    case .row(let items): items.count == 1 && items[0].isIndicatorSign
    default: false
    }
  }
}
