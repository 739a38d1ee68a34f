/// Names, the functions a learner calls, Σ and Π, and the scripts they carry.
extension PlainFormWriter {
  private static let functions: Set<String> = ["exp", "log", "ln", "max", "min"]
  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "theta", "lambda", "mu", "sigma", "eta", "tau",
    "phi", "psi", "omega", "pi", "rho", "ell",
  ]

  mutating func writeWord(
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

  mutating func writeScripts(_ base: Text) throws(FormulaDiagnostic) -> Text {
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
        text = text + Text("_{", range) + index(word, token) + "}"
      case .sign("("), .sign("{"):
        let close = token.kind == .sign("(") ? ")" : "}"
        position += 1
        let inside: Text
        // `J_{ij}` is J_ij.
        if case .word(let word)? = next?.kind, sign(ahead: 1) == close {
          inside = index(word, take())
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

  /// A name as an index: `i`, `alpha`, or `ij`, which is two of them.
  private func index(_ word: String, _ token: PlainToken) -> Text {
    Text(Self.greek.contains(word) ? "\\\(word)" : word, token.range)
  }
}
