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
  private static let relations = [
    "=": "=", "==": "=", "<": "<", ">": ">", "<=": "\\leq", ">=": "\\geq", "!=": "\\neq",
    "~=": "\\approx", ":=": ":=", "~": "\\sim",
  ]

  let tokens: [PlainToken]
  private let end: Int
  var position = 0
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

  var next: PlainToken? { position < tokens.count ? tokens[position] : nil }

  func sign(ahead: Int = 0) -> String? {
    guard position + ahead < tokens.count, case .sign(let sign) = tokens[position + ahead].kind
    else { return nil }
    return sign
  }

  func unexpected(_ token: PlainToken) -> FormulaDiagnostic {
    switch token.kind {
    case .sign(let sign): FormulaDiagnostic("\(sign) has no place here", range: token.range)
    case .word(let word): FormulaDiagnostic("\(word) has no place here", range: token.range)
    case .number(let digits): FormulaDiagnostic("\(digits) has no place here", range: token.range)
    }
  }

  func missing(_ what: String) -> FormulaDiagnostic {
    FormulaDiagnostic("\(what) is missing", range: (next?.range ?? end..<end))
  }

  mutating func take() -> PlainToken {
    defer { position += 1 }
    return tokens[position]
  }

  mutating func writeRelation() throws(FormulaDiagnostic) -> Text {
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

  mutating func writeProduct() throws(FormulaDiagnostic) -> Text {
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

  mutating func writePower() throws(FormulaDiagnostic) -> Text {
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

  mutating func writePrimary() throws(FormulaDiagnostic) -> Text {
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

  mutating func writeBracket(
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
}
