/// Turns plain tokens into LaTeX by recursive descent.
struct PlainFormWriter {
  /// LaTeX, and which source each part of it came from.
  struct Text {
    var text = ""
    var pieces: [PlainForm.Piece] = []
    /// Whether it is one bracket, which a fraction or a script does not need.
    var bracketed: [Text] = []

    init() {}

    init(_ text: String, _ source: Range<Int>) {
      self.text = text
      pieces = [PlainForm.Piece(latex: 0..<text.utf8.count, source: source)]
    }

    static func + (a: Text, b: Text) -> Text {
      var sum = a
      let shift = a.text.utf8.count
      sum.text += b.text
      sum.pieces += b.pieces.map {
        PlainForm.Piece(
          latex: ($0.latex.lowerBound + shift)..<($0.latex.upperBound + shift), source: $0.source)
      }
      sum.bracketed = []
      return sum
    }

    static func + (a: Text, b: String) -> Text {
      var piece = Text()
      piece.text = b
      return a + piece
    }

    static func + (a: String, b: Text) -> Text {
      var piece = Text()
      piece.text = a
      return piece + b
    }

    /// Itself, or what its one bracket holds.
    var unbracketed: Text { bracketed.first ?? self }
  }

  private static let deepestNesting = 40
  private static let highestOrder = 9
  private static let functions: Set<String> = ["exp", "log", "ln", "max", "min"]
  private static let operatorNames: Set<String> = ["softmax", "diag", "tr", "normalize"]
  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "theta", "lambda", "mu", "sigma", "eta", "tau",
    "phi", "psi", "omega", "pi", "rho", "ell",
  ]
  private static let relations = [
    "=": "=", "==": "=", "<": "<", ">": ">", "<=": "\\leq", ">=": "\\geq", "!=": "\\neq",
    "~=": "\\approx", ":=": ":=", "~": "\\sim",
  ]

  private let tokens: [PlainToken]
  private let end: Int
  private var position = 0
  private var depth = 0

  init(_ tokens: [PlainToken], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  mutating func write() throws(FormulaDiagnostic) -> Text {
    let text = try writeRelation()
    if let next { throw unexpected(next) }
    return text
  }

  private var next: PlainToken? { position < tokens.count ? tokens[position] : nil }

  private func sign(ahead: Int = 0) -> String? {
    guard position + ahead < tokens.count, case .sign(let sign) = tokens[position + ahead].kind
    else { return nil }
    return sign
  }

  private func unexpected(_ token: PlainToken) -> FormulaDiagnostic {
    switch token.kind {
    case .sign(let sign): FormulaDiagnostic("\(sign) has no place here", range: token.range)
    case .word(let word): FormulaDiagnostic("\(word) has no place here", range: token.range)
    case .number(let digits): FormulaDiagnostic("\(digits) has no place here", range: token.range)
    }
  }

  private func missing(_ what: String) -> FormulaDiagnostic {
    FormulaDiagnostic("\(what) is missing", range: (next?.range ?? end..<end))
  }

  private mutating func take() -> PlainToken {
    defer { position += 1 }
    return tokens[position]
  }

  private mutating func writeRelation() throws(FormulaDiagnostic) -> Text {
    var text = try writeSum()
    while let sign = sign() {
      if let relation = Self.relations[sign] {
        text = text + " " + Text(relation, take().range) + " " + (try writeSum())
      } else if sign == "," || sign == "|" || sign == "||" {
        text = text + Text(sign == "," ? ", " : " \\| ", take().range) + (try writeSum())
      } else {
        break
      }
    }
    return text
  }

  private mutating func writeSum() throws(FormulaDiagnostic) -> Text {
    var text = Text()
    if let sign = sign(), sign == "-" || sign == "+" {
      let start = Text(sign, take().range)
      text = start + (try writeProduct())
    } else {
      text = try writeProduct()
    }
    while let sign = sign(), sign == "-" || sign == "+" {
      text = text + " " + Text(sign, take().range) + " " + (try writeProduct())
    }
    return text
  }

  private mutating func writeProduct() throws(FormulaDiagnostic) -> Text {
    var done = Text()
    var last = try writePower()
    var isBelow = false
    while let next {
      switch next.kind {
      case .sign("*"):
        done = done + last + " " + Text("\\times", take().range) + " "
        last = try writePower()
        isBelow = false
      case .sign("/"):
        // Left to right: what is done so far stands above.
        let bar = take().range
        let below = try writePower()
        let above = (done.text.isEmpty ? last : done + last).unbracketed
        done = Text()
        last = Text("\\frac{", bar) + above + "}{" + below.unbracketed + "}"
        isBelow = true
      case .sign("("), .sign("["), .word, .number:
        // Rule 2: 1/2 x is half of x to some, and half of 1/x to others.
        guard !isBelow else {
          throw FormulaDiagnostic(
            "it is unclear whether this factor stands under the / too",
            suggestion: "a/b * c, or a/(b c)", range: next.range)
        }
        done = done + last + " "
        last = try writePower()
      default: return done.text.isEmpty ? last : done + last
      }
    }
    return done.text.isEmpty ? last : done + last
  }

  private mutating func writePower() throws(FormulaDiagnostic) -> Text {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepestNesting else { throw missing("an end to this nesting") }
    if let derivative = try writeDerivative() { return derivative }
    let base = try writePrimary()
    guard sign() == "^" else { return base }
    let hat = take().range
    if case .word("T")? = next?.kind {
      return base + Text("^\\top", hat.lowerBound..<take().range.upperBound)
    }
    var exponent = Text()
    if sign() == "-" { exponent = Text("-", take().range) }
    exponent = exponent.text.isEmpty ? try writePower() : exponent + (try writePower())
    return base + Text("^{", hat) + exponent.unbracketed + "}"
  }

  /// `d p_1 / d z_2`, `dL/dz_1`, `d/dz_1 (…)`, `d^2 L / d z_1 d z_2`, `d^2 L / d z_1^2`.
  private mutating func writeDerivative() throws(FormulaDiagnostic) -> Text? {
    let start = position
    guard let first = takeDifferential() else { return nil }
    var above = Text()
    let order = first.rest == nil ? takeOrder() : nil
    if let rest = first.rest {
      above = rest
    } else if sign() != "/" {
      above = try writePrimary()
    }
    guard sign() == "/" else {
      position = start
      return nil
    }
    position += 1
    var below = Text()
    var count = 0
    while count < max(1, order?.value ?? 1), let next = takeDifferential() {
      let by: Text
      if let rest = next.rest { by = rest } else { by = try writePrimary() }
      below = below + (count == 0 ? "\\partial " : " \\partial ") + by
      count += 1
      if let power = takeOrder() {
        below = below + power.text
        count += power.value - 1
      }
    }
    guard count > 0 else {
      position = start
      return nil
    }
    let body = above.text.isEmpty ? above : " " + above
    let sign = Text("\\frac{\\partial", first.range) + (order?.text ?? Text())
    return sign + body + "}{" + below + "}"
  }

  /// `^2`, the order of a derivative.
  private mutating func takeOrder() -> (value: Int, text: Text)? {
    guard sign() == "^", position + 1 < tokens.count,
      case .number(let digits) = tokens[position + 1].kind, let value = Int(digits),
      (1...Self.highestOrder).contains(value)
    else { return nil }
    let range = take().range.lowerBound..<take().range.upperBound
    return (value, Text("^{\(digits)}", range))
  }

  /// A `d`, alone or grown together with the name behind it.
  private mutating func takeDifferential() -> (range: Range<Int>, rest: Text?)? {
    guard case .word(let word)? = next?.kind, word.first == "d", word.count <= 2 else { return nil }
    let token = take()
    guard word.count == 2 else { return (token.range, nil) }
    let name = String(word.dropFirst())
    let written = try? writeScripts(Text(name, token.range))
    return (token.range, written)
  }

  private mutating func writePrimary() throws(FormulaDiagnostic) -> Text {
    guard let token = next else { throw missing("a term") }
    switch token.kind {
    case .number(let digits):
      position += 1
      return Text(digits, token.range)
    case .word(let word):
      position += 1
      return try writeWord(word, token)
    case .sign("("): return try writeScripts(try writeBracket("(", ")"))
    case .sign("["): return try writeScripts(try writeBracket("[", "]"))
    case .sign("|"): return try writeBars("|", "\\lvert ", " \\rvert")
    case .sign("||"): return try writeScripts(try writeBars("||", "\\lVert ", " \\rVert"))
    default: throw unexpected(token)
    }
  }

  private mutating func writeBracket(
    _ open: String, _ close: String
  ) throws(FormulaDiagnostic) -> Text {
    let start = take()
    let inside = try writeRelation()
    guard sign() == close else {
      if let next { throw unexpected(next) }
      throw FormulaDiagnostic("this bracket is never closed", range: start.range)
    }
    var text = Text(open, start.range) + inside + Text(close, take().range)
    text.bracketed = [inside]
    return text
  }

  /// `|z_1 - z_2|` and `||p - y||`: a bar where a term should begin opens, the next one closes.
  private mutating func writeBars(
    _ bar: String, _ open: String, _ close: String
  ) throws(FormulaDiagnostic) -> Text {
    let start = take()
    let inside = try writeSum()
    guard sign() == bar else {
      if let next { throw unexpected(next) }
      throw FormulaDiagnostic("this bar is never closed", range: start.range)
    }
    return Text(open, start.range) + inside + Text(close, take().range)
  }

  private mutating func writeWord(
    _ word: String, _ token: PlainToken
  ) throws(FormulaDiagnostic) -> Text {
    switch word {
    case "sum", "prod": return try writeBig(word, token)
    case "sqrt":
      return Text("\\sqrt{", token.range) + (try writePrimary()).unbracketed + "}"
    case "inf": return Text("\\infty", token.range)
    case "abs" where sign() == "(":
      return Text("\\lvert ", token.range) + (try writeBracket("(", ")")).unbracketed + " \\rvert"
    case "norm" where sign() == "(":
      return Text("\\lVert ", token.range) + (try writeBracket("(", ")")).unbracketed + " \\rVert"
    case _ where Self.functions.contains(word):
      var name = Text("\\\(word)", token.range)
      // log2(x) and log10(x) are what programs call them.
      if word == "log", case .number(let base)? = next?.kind, next?.followsSpace == false {
        name = name + "_{" + Text(base, take().range) + "}"
      } else {
        name = try writeScripts(name)
      }
      if sign() == "(" { return name + (try writeBracket("(", ")")) }
      return name + " " + (try writePower())
    case _ where Self.operatorNames.contains(word):
      return try writeScripts(Text("\\operatorname{\(word)}", token.range))
    case _ where Self.greek.contains(word):
      return try writeScripts(Text("\\\(word) ", token.range))
    case _ where word.count == 1: return try writeScripts(Text(word, token.range))
    default: return try writeScripts(Text("\\operatorname{\(word)}", token.range))
    }
  }

  /// Σ with its index, and all factors that follow: `sum_i p_i*(1-p_i)`.
  private mutating func writeBig(
    _ word: String, _ token: PlainToken
  ) throws(FormulaDiagnostic) -> Text {
    guard sign() == "_" else {
      throw FormulaDiagnostic(
        "\(word) needs its index", suggestion: "\(word)_k p_k", range: token.range)
    }
    let sign = try writeScripts(Text("\\\(word)", token.range))
    return sign + " " + (try writeProduct())
  }

  private mutating func writeScripts(_ base: Text) throws(FormulaDiagnostic) -> Text {
    var text = base
    while let mark = sign(), mark == "_" || mark == "'" {
      let range = take().range
      if mark == "'" {
        text = text + Text("'", range)
        continue
      }
      guard let token = next else { throw missing("an index") }
      switch token.kind {
      case .number(let digits):
        position += 1
        text = text + Text("_{", range) + Text(digits, token.range) + "}"
      case .word(let word):
        position += 1
        let index = word.count > 1 && Self.greek.contains(word) ? "\\\(word)" : word
        text = text + Text("_{", range) + Text(index, token.range) + "}"
      case .sign("("), .sign("{"):
        let close = token.kind == .sign("(") ? ")" : "}"
        position += 1
        let inside: Text
        // `J_{ij}` is J_ij.
        if case .word(let word)? = next?.kind, sign(ahead: 1) == close {
          inside = Text(
            word.count > 1 && Self.greek.contains(word) ? "\\\(word)" : word, take().range)
        } else {
          inside = try writeRelation()
        }
        guard sign() == close else { throw missing("the \(close) of this index") }
        position += 1
        text = text + Text("_{", range) + inside + "}"
      default: throw unexpected(token)
      }
      if sign() == "^", text.text.hasPrefix("\\sum") || text.text.hasPrefix("\\prod") {
        position += 1
        text = text + "^{" + (try writePrimary()).unbracketed + "}"
      }
    }
    return text
  }
}
