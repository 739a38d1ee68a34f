/// Indices and primes.
extension PlainFormWriter {
  /// `p1`: digits right behind a name are its index.
  mutating func writeAttachedNumber(_ name: Text) throws(FormulaDiagnostic) -> Text {
    guard let digits = attachedNumber, sign(ahead: 1) != "_" else { return name }
    let token = take()
    try check(digits, token)
    return name + Text("_{", token.range) + Text(digits, token.range) + "}"
  }

  private func check(_ digits: String, _ token: PlainToken) throws(FormulaDiagnostic) {
    guard digits.contains(".") else { return }
    throw FormulaDiagnostic(.notAWholeIndex, range: token.range)
  }

  mutating func writeScripts(_ base: Text) throws(FormulaDiagnostic) -> Text {
    var text = base
    var hasIndex =
      text.text.hasSuffix("}") && text.text.contains("_{") && !text.isNumber
      && text.bracketed.isEmpty && !text.text.hasPrefix("\\operatorname")
      && !text.text.hasPrefix("\\frac") && !text.text.hasPrefix("\\sqrt")
    while let mark = sign(), mark == "_" || mark == "'" {
      let sign = take()
      if mark == "'" {
        text = text + Text("'", sign.range)
        continue
      }
      guard !hasIndex else {
        throw FormulaDiagnostic(
          .twoIndices, suggestion: "J_12, or J_(i,j)", range: sign.range)
      }
      // y_hat, as programs write ŷ.
      if case .word("hat")? = next?.kind, text.text.count == 1 || text.text.hasPrefix("\\") {
        text = Text("\\hat{", sign.range.lowerBound..<take().range.upperBound) + text + "}"
        continue
      }
      text = text + Text("_{", sign.range) + (try writeIndex()) + "}"
      hasIndex = true
    }
    return text
  }

  private mutating func writeIndex() throws(FormulaDiagnostic) -> Text {
    guard let token = next else { throw missing(.indexMissing) }
    switch token.kind {
    case .number(let digits):
      position += 1
      try check(digits, token)
      return Text(digits, token.range)
    case .word(let word):
      position += 1
      let name = index(word, token)
      guard let digits = attachedNumber, word.count == 1 else { return name }
      return name + Text(digits, take().range)
    case .sign("("), .sign("{"):
      let close = token.kind == .sign("(") ? ")" : "}"
      position += 1
      // `J_{ij}` is J_ij.
      let inside: Text
      if case .word(let word)? = next?.kind, sign(ahead: 1) == close {
        inside = index(word, take())
      } else {
        let outer = isInIndex
        isInIndex = true
        defer { isInIndex = outer }
        inside = try writeRelation()
      }
      guard take(close) != nil else { throw missing(.indexEndMissing(close)) }
      return inside
    default: throw unexpected(token)
    }
  }

  /// A name as an index: `i`, `alpha`, or `ij`, which is two of them.
  func index(_ word: String, _ token: PlainToken) -> Text {
    Text(Self.greek.contains(word) ? "\\\(word)" : word, token.range)
  }
}
