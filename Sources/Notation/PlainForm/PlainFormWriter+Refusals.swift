/// What has no place in plain form, and what to write instead.
extension PlainFormWriter {
  func unexpected(_ token: PlainToken) -> FormulaDiagnostic {
    guard case .sign(let sign) = token.kind else {
      return FormulaDiagnostic("\(token.text) has no place here", range: token.range)
    }
    switch sign {
    case "%":
      return FormulaDiagnostic("there is no remainder here", range: token.range)
    case "//":
      return FormulaDiagnostic(
        "there is no division without a remainder here", suggestion: "/", range: token.range)
    case "!":
      return FormulaDiagnostic("there is no factorial here", range: token.range)
    case ";":
      return FormulaDiagnostic(
        "entries are parted by commas, and one formula is typed at a time", range: token.range)
    case "->", "=>":
      return FormulaDiagnostic(
        "an arrow has no value; type one formula at a time", range: token.range)
    case "..":
      return FormulaDiagnostic(
        "a range is written with its sign", suggestion: "sum_{k=1}^n", range: token.range)
    case "&":
      return FormulaDiagnostic("& has no place here", suggestion: ",", range: token.range)
    case "+-":
      return FormulaDiagnostic(
        "two signs side by side; put the second term in brackets", suggestion: "a + (-b)",
        range: token.range)
    case "=" where isAfterBareIndex:
      return FormulaDiagnostic(
        "the range of a sum stands in braces", suggestion: "sum_{k=1}^n", range: token.range)
    case "-" where position > 0 && isSign(before: token):
      return FormulaDiagnostic(
        "two signs side by side; put the second term in brackets", suggestion: "a * (-b)",
        range: token.range)
    default:
      return FormulaDiagnostic("\(token.text) has no place here", range: token.range)
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
      "it is unclear whether this factor stands under the / too",
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
          "\(word) takes one argument", suggestion: word == "log" ? "log_2(p_1)" : nil,
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
      "\(word)= has no meaning here; leave it out",
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
          "it is unclear whether this factor stands under the / too",
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
      "it is unclear whether the \(word) is taken of the quotient",
      suggestion: "\(word)(a)/b, or \(word)(a/b)",
      range: tokens[start].range.lowerBound..<bar.upperBound)
  }
}
