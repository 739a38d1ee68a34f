extension PlainFormWriter {
  private static let highestOrder = 9

  /// `d p_1 / d z_2`, `dL/dz_1`, `d/dz_1 (…)`, `d^2 L / d z_1 d z_2`, `d^2 L / d z_1^2`, and the same
  /// with ∂. Nil, and nothing taken, where what begins with a d is no derivative.
  mutating func writeDerivative() throws(FormulaDiagnostic) -> Text? {
    guard isDifferential(next), isAboveDifferential else { return nil }
    guard let derivative = try readDerivative() else {
      throw FormulaDiagnostic(
        .derivativeOfFactors, suggestion: "d(p_1 p_2)/dz_1",
        range: next?.range ?? tokens[position - 1].range)
    }
    return derivative
  }

  /// Whether a stroke follows with a d or a ∂ behind it, before the term ends. Asked first, so that
  /// nothing is read twice.
  private var isAboveDifferential: Bool {
    var depth = 0
    for index in (position + 1)..<max(position + 1, tokens.count) {
      guard case .sign(let sign) = tokens[index].kind else { continue }
      switch sign {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 { return false }
      case "/" where depth == 0:
        return index + 1 < tokens.count && isDifferential(tokens[index + 1])
      case "+", "-", "*", "@", ",", "=", "==", "<", ">", "<=", ">=", "!=", "~=":
        if depth == 0 { return false }
      default: break
      }
    }
    return false
  }

  private func isDifferential(_ token: PlainToken?) -> Bool {
    guard case .word(let word)? = token?.kind else { return false }
    return word == "∂" || word == "partial" || word.first == "d"
  }

  private mutating func readDerivative() throws(FormulaDiagnostic) -> Text? {
    guard let first = takeDifferential() else { return nil }
    let order = takeOrder()
    var above = Text()
    if sign() != "/" {
      above = try writePrimary()
      // In dS(x)/dx the brackets are the function's.
      if sign() == "(", next?.followsSpace == false { above = above + (try writeArguments()) }
    }
    guard take("/") != nil else { return nil }
    var below = Text()
    var count = 0
    while count < max(1, order?.value ?? 1), takeDifferential() != nil {
      below = below + (count == 0 ? "\\partial " : " \\partial ") + (try writePrimary())
      count += 1
      if let power = takeOrder() {
        below = below + power.text
        count += power.value - 1
      }
    }
    let body = above.text.isEmpty ? above : " " + above
    let sign = Text("\\frac{\\partial", first) + (order?.text ?? Text())
    return sign + body + "}{" + below + "}"
  }

  /// `^2`, the order of a derivative.
  private mutating func takeOrder() -> (value: Int, text: Text)? {
    guard let hat = sign(), hat == "^" || hat == "**" else { return nil }
    let isGrouped = sign(ahead: 1) == "{" && sign(ahead: 3) == "}"
    guard case .number(let digits)? = token(ahead: isGrouped ? 2 : 1)?.kind,
      let value = Int(digits), (1...Self.highestOrder).contains(value)
    else { return nil }
    let start = take().range
    var end = take().range
    if isGrouped {
      take()
      end = take().range
    }
    return (value, Text("^{\(digits)}", start.lowerBound..<max(start.upperBound, end.upperBound)))
  }

  /// A `d` or ∂, alone or grown together with the name behind it, which then comes next.
  private mutating func takeDifferential() -> Range<Int>? {
    guard let token = next, case .word(let word) = token.kind, isDifferential(token) else {
      return nil
    }
    guard word.first == "d", word.count > 1 else { return take().range }
    let mark = token.range.lowerBound..<(token.range.lowerBound + 1)
    tokens[position] = PlainToken(
      kind: .word(String(word.dropFirst())), range: mark.upperBound..<token.range.upperBound,
      followsSpace: false, text: String(word.dropFirst()))
    return mark
  }
}
