/// Brackets, bars, lists and what is attached to a term: an index, a call, a point.
extension PlainFormWriter {
  mutating func writeBracket(
    _ open: String, _ close: String
  ) throws(FormulaDiagnostic) -> Text {
    let start = take()
    let inside = try writeRelation()
    guard sign() == close else {
      if let next { throw unexpected(next) }
      throw FormulaDiagnostic(.bracketNeverClosed, range: start.range)
    }
    var text = Text(open, start.range) + inside + Text(close, take().range)
    text.bracketed = [inside]
    return text
  }

  /// `{…}`, as LaTeX groups with it.
  mutating func writeGroup() throws(FormulaDiagnostic) -> Text {
    let group = try writeBracket("{", "}")
    var text = group
    text.bracketed = group.bracketed
    return try writeScripts(text)
  }

  /// `|z_1 - z_2|` and `||p - y||`: a bar where a term should begin opens, the next one closes.
  mutating func writeBars(
    _ bar: String, _ open: String, _ close: String
  ) throws(FormulaDiagnostic) -> Text {
    let start = take()
    let inside = try writeSum()
    guard sign() == bar else {
      if let next { throw unexpected(next) }
      throw FormulaDiagnostic(.barNeverClosed, range: start.range)
    }
    return Text(open, start.range) + inside + Text(close, take().range)
  }

  /// The arguments of a call, in its brackets.
  mutating func writeArguments() throws(FormulaDiagnostic) -> Text {
    let outer = isInCall
    isInCall = true
    defer { isInCall = outer }
    return try writeBracket("(", ")")
  }

  /// `1(i = j)`, which is how a screen shows 𝟙(i = j): a relation in brackets is no factor.
  mutating func writeIndicator(
    _ token: PlainToken, _ digits: String
  ) throws(FormulaDiagnostic) -> Text? {
    guard digits == "1", let open = sign(), open == "(" || open == "[" || open == "{",
      next?.followsSpace == false
    else { return nil }
    var depth = 0
    var holdsRelation = false
    search: for index in position..<tokens.count {
      guard case .sign(let sign) = tokens[index].kind else { continue }
      switch sign {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { break search }
      case "=", "==", "!=", "<", ">", "<=", ">=": holdsRelation = holdsRelation || depth == 1
      default: break
      }
    }
    guard holdsRelation else { return nil }
    let close = open == "(" ? ")" : open == "[" ? "]" : "}"
    let inside = try writeBracket(open, close)
    return Text("\\mathbb{1}", token.range) + "(" + inside.unbracketed + ")"
  }

  // MARK: Lists

  /// `[2, 1, 0]`, a vector; `[[1, 0], [0, 1]]`, a matrix; `[x + 1]`, a bracket.
  mutating func writeList() throws(FormulaDiagnostic) -> Text {
    guard isMatrix else { return try writeBracket("[", "]") }
    let opening = take()
    var rows: [Text] = []
    while sign() == "[" {
      take()
      var row = try writeSum()
      while let comma = take(",") { row = row + Text(" & ", comma.range) + (try writeSum()) }
      guard let close = take("]") else { throw missing(.rowEndMissing) }
      rows.append(row + Text("", close.range))
      guard take(",") != nil else { break }
    }
    guard let closing = take("]") else { throw missing(.matrixEndMissing) }
    var text = Text("\\begin{bmatrix} ", opening.range)
    for (number, row) in rows.enumerated() { text = text + (number > 0 ? " \\\\ " : "") + row }
    return text + Text(" \\end{bmatrix}", closing.range)
  }

  /// Whether a comma or the end follows the first bracket in this one, as in `[[1, 0], [0, 1]]`;
  /// `[[x] + 1]` is a bracket in a bracket.
  private var isMatrix: Bool {
    guard sign(ahead: 1) == "[" else { return false }
    var depth = 0
    for index in (position + 1)..<tokens.count {
      if tokens[index].isSign("[") { depth += 1 }
      if tokens[index].isSign("]") { depth -= 1 }
      guard depth == 0 else { continue }
      return index + 1 < tokens.count
        && (tokens[index + 1].isSign(",") || tokens[index + 1].isSign("]"))
    }
    return false
  }

  // MARK: What is attached

  /// Scripts, and what other languages attach: `z[0]`, `p.T`, `z.max()`.
  mutating func writeAttached(to base: Text) throws(FormulaDiagnostic) -> Text {
    var text = try writeScripts(base)
    if sign() == "[", next?.followsSpace == false, let error = zeroBasedIndex(after: text) {
      throw error
    }
    while sign() == ".", next?.followsSpace == false, case .word(let word)? = token(ahead: 1)?.kind
    {
      let point = take()
      let name = take()
      guard word == "T" else { throw method(name, of: text, point) }
      text = text + Text("^\\top", point.range.lowerBound..<name.range.upperBound)
      text.isTransposed = true
    }
    return text
  }

  /// `z[0]`, `J[0][1]`, `p[i]`: entries carry their number as an index and count from 1. Nil for a
  /// bracket that picks no entry, as in `E[x]`.
  private func zeroBasedIndex(after base: Text) -> FormulaDiagnostic? {
    guard let place = base.source,
      !["E", "Var", "Cov", "𝔼"].contains(typed(place).prefix { $0 != "_" })
    else { return nil }
    var entries: [String] = []
    var index = position
    var end = place.upperBound
    while index < tokens.count, tokens[index].isSign("[") {
      var parts: [PlainToken] = []
      index += 1
      while index < tokens.count, !tokens[index].isSign("]") {
        parts.append(tokens[index])
        index += 1
      }
      guard index < tokens.count, let picked = Self.picked(by: parts) else { return nil }
      end = tokens[index].range.upperBound
      entries += picked
      index += 1
    }
    let name = base.bracketed.isEmpty ? typed(place) : typed(place)
    let isShort = entries.allSatisfy { $0.count == 1 }
    let written = isShort ? entries.joined() : "(" + entries.joined(separator: ",") + ")"
    return FormulaDiagnostic(
      .entryInBrackets, suggestion: "\(name)_\(written)",
      range: place.lowerBound..<end)
  }

  /// What a program's brackets pick, as they count: `0` is the first entry, `-1` the last.
  private static func picked(by parts: [PlainToken]) -> [String]? {
    var entries: [String] = []
    for part in parts.split(whereSeparator: { $0.isSign(",") }) {
      let part = Array(part)
      switch (part.count, part.first?.kind) {
      case (1, .number(let digits)?):
        guard let number = Int(digits) else { return nil }
        entries.append(String(number + 1))
      case (1, .word(let word)?) where word.count == 1: entries.append(word)
      case (2, .sign("-")?):
        guard case .number(let digits) = part[1].kind else { return nil }
        entries.append(digits == "1" ? "n" : "(n-\((Int(digits) ?? 1) - 1))")
      case (_, _) where part.contains { $0.isSign(":") }: entries.append("k")
      default: return nil
      }
    }
    return entries.isEmpty ? nil : entries
  }

  /// `z.max()`: functions stand before what they are applied to.
  private func method(_ name: PlainToken, of base: Text, _ point: PlainToken) -> FormulaDiagnostic {
    let object = base.source.map(typed) ?? "x"
    var inside = object
    if sign() == "(", sign(ahead: 1) != ")" { inside += ", …" }
    return FormulaDiagnostic(
      .functionBehindPoint,
      suggestion: "\(name.text)(\(inside))", range: point.range.lowerBound..<name.range.upperBound)
  }
}
