/// Turns plain tokens into LaTeX by recursive descent.
struct PlainFormWriter {
  typealias Text = PlainText

  private static let deepestNesting = 40
  private static let relations = [
    "=": "=", "==": "=", "<": "<", ">": ">", "<=": "\\leq", ">=": "\\geq", "!=": "\\neq",
    "~=": "\\approx", ":=": ":=", "~": "\\sim", "∈": "\\in",
  ]

  /// A `dz` that begins a derivative is taken apart.
  var tokens: [PlainToken]
  /// What was typed, to quote it.
  let source: String
  var position = 0
  private var depth = 0
  /// Whether the inside of a call's brackets is being read, where `dim=0` may stand.
  var isInCall = false
  /// Whether an index is being read, in which letters side by side are indices side by side.
  var isInIndex = false

  init(_ tokens: [PlainToken], source: String) {
    self.tokens = tokens
    self.source = source
  }

  private var end: Int { source.utf8.count }

  mutating func write() throws(FormulaDiagnostic) -> Text {
    let text = try writeRelation()
    if let next { throw unexpected(next) }
    return text
  }

  // MARK: Tokens

  var next: PlainToken? { position < tokens.count ? tokens[position] : nil }

  func token(ahead: Int) -> PlainToken? {
    tokens.indices.contains(position + ahead) ? tokens[position + ahead] : nil
  }

  func sign(ahead: Int = 0) -> String? {
    if case .sign(let sign)? = token(ahead: ahead)?.kind { sign } else { nil }
  }

  /// The next token's word if it follows without a blank.
  var attachedNumber: String? {
    if case .number(let digits)? = next?.kind, next?.followsSpace == false { digits } else { nil }
  }

  @discardableResult
  mutating func take() -> PlainToken {
    defer { position += 1 }
    return tokens[position]
  }

  mutating func take(_ sign: String) -> PlainToken? {
    self.sign() == sign ? take() : nil
  }

  func missing(_ problem: PlainFormProblem) -> FormulaDiagnostic {
    FormulaDiagnostic(problem, range: (next?.range ?? end..<end))
  }

  /// What was typed in a range.
  func typed(_ range: Range<Int>) -> String {
    let utf8 = source.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(source[start..<utf8.index(start, offsetBy: range.count)])
  }

  // MARK: Relations and sums

  mutating func writeRelation() throws(FormulaDiagnostic) -> Text {
    try refuseNamedArgument()
    var text = try writeSum()
    while let next {
      if let relation = relation(next) {
        take()
        text = text + " " + Text(relation, next.range) + " " + (try writeSum())
      } else if next.isSign(",") || next.isSign("|") || next.isSign("||") || next.isSign(":") {
        // A full stop or a comma at the end of a sentence says nothing.
        if next.isSign(","), position == tokens.count - 1, depth == 0 {
          take()
          break
        }
        let sign = next.isSign(",") ? ", " : next.isSign(":") ? " : " : " \\| "
        text = text + Text(sign, take().range)
        try refuseNamedArgument()
        text = text + (try writeSum())
      } else {
        break
      }
    }
    if sign() == ".", position == tokens.count - 1 { take() }
    return text
  }

  private func relation(_ token: PlainToken) -> String? {
    switch token.kind {
    case .sign(let sign): Self.relations[sign]
    case .word("∈"): "\\in"
    default: nil
    }
  }

  mutating func writeSum() throws(FormulaDiagnostic) -> Text {
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

  // MARK: Products

  mutating func writeProduct() throws(FormulaDiagnostic) -> Text {
    var done = Text()
    var start = position
    var last = try writePower()
    var isBelow = false
    while let next {
      switch next.kind {
      case .sign("*"), .sign("@"), .sign("·"), .word("odot"):
        let sign = multiplication(take(), after: last)
        done = done + last + sign
        start = position
        last = try writePower()
        isBelow = false
      case .sign("/"):
        try refuseDivided(from: start)
        // Left to right: what is done so far stands above.
        let bar = take().range
        let first = position
        let below = try writePower()
        try refuseFactorsOfSum(from: first)
        let above = (done.text.isEmpty ? last : done + last).unbracketed
        done = Text()
        last = Text("\\frac{", bar) + above + "}{" + below.unbracketed + "}"
        isBelow = true
      case .sign("("), .sign("["), .sign("{"), .word, .number:
        if case .word = next.kind, relation(next) != nil { fallthrough }
        // Rule 2: 1/2 x is half of x to some, and half of 1/x to others.
        guard !isBelow else {
          throw unclearFactor(behind: last, next)
        }
        if case .number(let digits) = next.kind, !isInIndex {
          throw FormulaDiagnostic(
            .signMissing(between: last.source.map(typed), and: digits),
            suggestion: "\(last.source.map(typed) ?? "a") * \(digits)",
            range: (last.source?.lowerBound ?? 0)..<next.range.upperBound)
        }
        done = done + last + " "
        start = position
        last = try writePower()
      default: return done.text.isEmpty ? last : done + last
      }
    }
    return done.text.isEmpty ? last : done + last
  }

  /// `*` is a product of numbers, `@` one of vectors and matrices, `odot` one of entries.
  private func multiplication(_ token: PlainToken, after last: Text) -> Text {
    switch token.kind {
    case .sign("*"): " " + Text("\\times", token.range) + " "
    case .sign("@"), .sign("·"):
      last.isTransposed ? Text(" ", token.range) : " " + Text("\\cdot", token.range) + " "
    default: " " + Text("\\odot", token.range) + " "
    }
  }

  // MARK: Powers and factors

  mutating func writePower() throws(FormulaDiagnostic) -> Text {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepestNesting else { throw missing(.nestingEndMissing) }
    if let derivative = try writeDerivative() { return derivative }
    let base = try writePrimary()
    guard let hat = sign(), hat == "^" || hat == "**" else { return base }
    return try writeExponent(of: base, take().range)
  }

  private mutating func writeExponent(
    of base: Text, _ hat: Range<Int>
  ) throws(FormulaDiagnostic) -> Text {
    if let transposed = takeTransposition() {
      var text = base + Text("^\\top", hat.lowerBound..<transposed.upperBound)
      text.isTransposed = true
      return text
    }
    var exponent = Text()
    if let sign = sign(), sign == "-" || sign == "+" { exponent = Text(sign, take().range) }
    exponent = exponent.text.isEmpty ? try writePower() : exponent + (try writePower())
    if sign() == "_" {
      throw FormulaDiagnostic(
        .indexBehindExponent, suggestion: "x_i^2", range: take().range)
    }
    return base + Text("^{", hat) + exponent.unbracketed + "}"
  }

  /// `T` or `{T}` behind a `^`.
  private mutating func takeTransposition() -> Range<Int>? {
    let isGrouped = sign() == "{" && sign(ahead: 2) == "}"
    guard token(ahead: isGrouped ? 1 : 0)?.kind == .word("T") else { return nil }
    guard isGrouped else { return take().range }
    let start = take().range
    take()
    return start.lowerBound..<take().range.upperBound
  }

  mutating func writePrimary() throws(FormulaDiagnostic) -> Text {
    guard let token = next else { throw missing(.termMissing) }
    switch token.kind {
    case .number(let digits):
      position += 1
      if let indicator = try writeIndicator(token, digits) { return indicator }
      // 1_{i=j} is 1 where the indices are equal.
      if digits == "1", sign() == "_" { return try writeScripts(Text(digits, token.range)) }
      var number = Text(digits, token.range)
      number.isNumber = true
      return number
    case .word(let word):
      position += 1
      return try writeAttached(to: try writeWord(word, token))
    case .sign("("): return try writeAttached(to: try writeBracket("(", ")"))
    case .sign("["): return try writeAttached(to: try writeList())
    case .sign("{"): return try writeGroup()
    case .sign("|"): return try writeBars("|", "\\lvert ", " \\rvert")
    case .sign("||"): return try writeScripts(try writeBars("||", "\\lVert ", " \\rVert"))
    default: throw unexpected(token)
    }
  }
}
