extension PlainFormWriter {
  private static let highestOrder = 9

  /// `d p_1 / d z_2`, `dL/dz_1`, `d/dz_1 (…)`, `d^2 L / d z_1 d z_2`, `d^2 L / d z_1^2`.
  mutating func writeDerivative() throws(FormulaDiagnostic) -> Text? {
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
}
