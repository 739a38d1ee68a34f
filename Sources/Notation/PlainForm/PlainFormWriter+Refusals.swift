/// What has no place in plain form, and what to write instead.
extension PlainFormWriter {
  func unexpected(_ token: PlainToken) -> FormulaDiagnostic {
    guard case .sign(let sign) = token.kind else {
      return FormulaDiagnostic(.noPlace(token.text), range: token.range)
    }
    switch sign {
    case "%":
      return FormulaDiagnostic(.noRemainder, range: token.range)
    case "//":
      return FormulaDiagnostic(
        .noDivisionWithoutRemainder, suggestion: "/", range: token.range)
    case "!":
      return FormulaDiagnostic(.noFactorial, range: token.range)
    case ";":
      return FormulaDiagnostic(
        .semicolon, range: token.range)
    case "->", "=>":
      return FormulaDiagnostic(
        .arrow, range: token.range)
    case "..":
      return FormulaDiagnostic(
        .rangeOfDots, suggestion: "sum_{k=1}^n", range: token.range)
    case "&":
      return FormulaDiagnostic(.ampersand, suggestion: ",", range: token.range)
    case "+-":
      return FormulaDiagnostic(
        .twoSigns, suggestion: "a + (-b)",
        range: token.range)
    case "=" where isAfterBareIndex:
      return FormulaDiagnostic(
        .bareRangeOfSum, suggestion: "sum_{k=1}^n", range: token.range)
    case "-" where position > 0 && isSign(before: token):
      return FormulaDiagnostic(
        .twoSigns, suggestion: "a * (-b)",
        range: token.range)
    default:
      return FormulaDiagnostic(.noPlace(token.text), range: token.range)
    }
  }

  private func isSign(before token: PlainToken) -> Bool {
    guard let index = tokens.firstIndex(of: token), index > 0 else { return false }
    return ["+", "-", "*", "/", "@"].contains { tokens[index - 1].isSign($0) }
  }

  /// Whether `sum_k` stands right before.
  private var isAfterBareIndex: Bool {
    position >= 3 && tokens[position - 2].isSign("_")
      && ["sum", "prod"].contains { tokens[position - 3].kind == .word($0) }
  }

  /// `1/2 x`: half of x to some, and half of 1/x to others.
  func unclearFactor(behind fraction: Text, _ next: PlainToken) -> FormulaDiagnostic {
    var reader = self
    let factor = (try? reader.writePower())?.source.map(typed) ?? next.text
    let whole = fraction.source.map(typed) ?? "a/b"
    let parts = whole.split(separator: "/")
    let below =
      parts.count == 2 && !whole.contains("(") ? ", or \(parts[0])/(\(parts[1]) \(factor))" : ""
    return FormulaDiagnostic(
      .unclearUnderStroke,
      suggestion: "\(whole) * \(factor)\(below)", range: next.range)
  }

  /// `log(x, 2)`: a base is an index here, and the other functions have one argument.
  func refuseSecondArgument(of word: String, from open: PlainToken) throws(FormulaDiagnostic) {
    guard word != "max", word != "min", let start = tokens.firstIndex(of: open) else { return }
    var depth = 0
    for index in start..<position {
      guard case .sign(let sign) = tokens[index].kind else { continue }
      switch sign {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 1:
        throw FormulaDiagnostic(
          .takesOneArgument(word), suggestion: word == "log" ? "log_2(p_1)" : nil,
          range: tokens[index].range.lowerBound..<tokens[position - 1].range.lowerBound)
      default: continue
      }
    }
  }

  private static let namedArguments: Set<String> = [
    "axis", "base", "dim", "dtype", "initial", "keepdim", "keepdims", "out", "reduction", "weight",
  ]

  /// `softmax(z, dim=0)`: what it is for has no counterpart here.
  func refuseNamedArgument() throws(FormulaDiagnostic) {
    guard isInCall, let name = next, case .word(let word) = name.kind,
      Self.namedArguments.contains(word), let sign = token(ahead: 1), sign.isSign("=")
    else { return }
    throw FormulaDiagnostic(
      .namedArgument(word),
      range: name.range.lowerBound..<sign.range.upperBound)
  }

  /// `a/sum_k b_k * c`: c stands below the stroke to some, and beside it to others.
  func refuseFactorsOfSum(from start: Int) throws(FormulaDiagnostic) {
    guard ["sum", "prod"].contains(where: { tokens[start].kind == .word($0) }),
      !(start + 1 < position && tokens[start + 1].isSign("("))
    else { return }
    var depth = 0
    for token in tokens[start..<position] {
      guard case .sign(let sign) = token.kind else { continue }
      switch sign {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "*", "/", "@":
        guard depth == 0 else { continue }
        throw FormulaDiagnostic(
          .unclearUnderStroke,
          suggestion: "a/(sum_k b_k) * c", range: token.range)
      default: continue
      }
    }
  }

  /// `log p/q`: the log of a quotient to some, and a quotient to others.
  func refuseDivided(from start: Int) throws(FormulaDiagnostic) {
    guard case .word(let word) = tokens[start].kind, Self.functions.contains(word),
      let bar = next?.range
    else { return }
    // Brackets right behind the name, or behind its base, say how far it reaches.
    let index = tokens[(start + 1)..<position].firstIndex { $0.isSign("(") }
    let isBracketed = index.map { index in
      tokens[(start + 1)..<index].allSatisfy { token in
        if case .number = token.kind { true } else { token.isSign("_") || token.isSign("'") }
      }
    }
    guard isBracketed != true else { return }
    throw FormulaDiagnostic(
      .unclearQuotient(word),
      suggestion: "\(word)(a)/b, or \(word)(a/b)",
      range: tokens[start].range.lowerBound..<bar.upperBound)
  }
}
