/// Names, the functions a learner calls, Σ and Π, and the scripts they carry.
extension PlainFormWriter {
  /// Functions with a LaTeX command, which take a factor without brackets: `log p_1`.
  static let functions: Set<String> = [
    "exp", "log", "ln", "lg", "max", "min", "sin", "cos", "tan", "sinh", "cosh", "tanh",
  ]
  static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "ell",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Phi", "Psi", "Omega",
  ]
  /// Names of one letter that stand before brackets as functions do.
  private static let callable: Set<String> = ["H", "D", "E", "I", "σ", "sigma"]
  /// Words for a sign, which take an index.
  private static let signs: Set<String> = ["sum", "prod", "nabla", "grad", "partial"]
  private static let namesWithDigits = ["log1p", "expm1", "exp2", "atan2"]
  private static let constants: [String: String] = [
    "pi": "\\pi", "e": "e", "inf": "\\infty", "infty": "\\infty",
  ]

  mutating func writeWord(
    _ word: String, _ token: PlainToken
  ) throws(FormulaDiagnostic) -> Text {
    if let name = takeLongName(from: token) { return try writeCall(name) }
    switch word {
    case "sum", "prod": return try writeBig(word, token)
    // `… for i != j`: where the line holds.
    case "for", "if", "when": return Text("\\text{ \(word) }", token.range)
    case "sqrt": return try writeRoot(token)
    case "inf", "infty", "oo": return Text("\\infty", token.range)
    case "nabla", "grad": return try writeScripts(Text("\\nabla ", token.range))
    case "𝟙": return try writeScripts(Text("\\mathbb{1}", token.range))
    case "∂":
      throw FormulaDiagnostic(
        .derivativeByNothing, suggestion: "dL/dz_1", range: token.range)
    case "odot": throw unexpected(token)
    case "frac" where sign() == "{":
      throw FormulaDiagnostic(.fraction, suggestion: "a/b", range: token.range)
    case "hat", "bar", "tilde", "vec":
      guard sign() == "(" else {
        return try writeCall(Text("\\operatorname{\(word)}", token.range))
      }
      let inside = try writeArguments().unbracketed
      return try writeScripts(Text("\\\(word){", token.range) + inside + "}")
    case "yhat", "phat", "qhat":
      // What programs call ŷ.
      let letter = String(word.prefix(1))
      return try writeName(Text("\\hat{\(letter)}", token.range), isCalled: false)
    case "abs" where sign() == "(":
      return Text("\\lvert ", token.range) + (try writeArguments()).unbracketed + " \\rvert"
    case "norm" where sign() == "(":
      return Text("\\lVert ", token.range) + (try writeArguments()).unbracketed + " \\rVert"
    case _ where Self.functions.contains(word): return try writeFunction(word, token)
    case _ where isInIndex && word.allSatisfy(\.isASCIILetter) && !Self.greek.contains(word):
      return try writeScripts(index(word, token))
    case _ where Self.greek.contains(word):
      return try writeName(Text("\\\(word) ", token.range), isCalled: word == "sigma")
    case _ where word.count == 1:
      return try writeName(Text(word, token.range), isCalled: Self.callable.contains(word))
    default: return try writeCall(Text("\\operatorname{\(word)}", token.range))
    }
  }

  /// A name with its index, `p_1` or `p1`; with its brackets only if it is a function for certain.
  private mutating func writeName(
    _ name: Text, isCalled: Bool
  ) throws(FormulaDiagnostic) -> Text {
    let text = try writeScripts(try writeAttachedNumber(name))
    guard isCalled, sign() == "(", next?.followsSpace == false else { return text }
    return text + (try writeArguments())
  }

  /// A word with its index, and its brackets if they follow.
  private mutating func writeCall(_ name: Text) throws(FormulaDiagnostic) -> Text {
    let text = try writeScripts(try writeAttachedNumber(name))
    return sign() == "(" ? text + (try writeArguments()) : text
  }

  private mutating func writeFunction(
    _ word: String, _ token: PlainToken
  ) throws(FormulaDiagnostic) -> Text {
    // log2(x) and log10(x) are what programs call them.
    let name = try writeScripts(try writeAttachedNumber(Text("\\\(word)", token.range)))
    if let open = next, open.isSign("(") {
      let arguments = try writeArguments()
      try refuseSecondArgument(of: word, from: open)
      return name + arguments
    }
    if let sign = sign(), sign == "-" || sign == "+" {
      throw FormulaDiagnostic(
        .needsBracketsForSign(word), suggestion: "\(word)(-z_1)",
        range: token.range.lowerBound..<take().range.upperBound)
    }
    return name + " " + (try writePower())
  }

  /// `√p_1` and `sqrt(x)`; without brackets a power stands below the root.
  private mutating func writeRoot(_ token: PlainToken) throws(FormulaDiagnostic) -> Text {
    let inside = sign() == "(" ? try writeArguments() : try writePower()
    return Text("\\sqrt{", token.range) + inside.unbracketed + "}"
  }

  // MARK: Σ and Π

  /// Σ with its index, and all factors that follow: `sum_i p_i*(1-p_i)`. `sum(p)` is a function.
  private mutating func writeBig(
    _ word: String, _ token: PlainToken
  ) throws(FormulaDiagnostic) -> Text {
    if sign() == "(" { return try writeCall(Text("\\operatorname{\(word)}", token.range)) }
    guard sign() == "_" else {
      throw FormulaDiagnostic(
        .needsIndex(word), suggestion: "\(word)_k p_k", range: token.range)
    }
    var sign = try writeScripts(Text("\\\(word)", token.range))
    if let hat = take("^") {
      sign = sign + Text("^{", hat.range) + (try writePrimary()).unbracketed + "}"
    }
    guard next != nil else { throw missing(.termMissing) }
    guard let minus = take("-") else { return sign + " " + (try writeProduct()) }
    return sign + Text(" -", minus.range) + (try writeProduct())
  }

  // MARK: Long names

  /// `cross_entropy`, `np.exp`, `torch.nn.functional.softmax`, `log1p`: names of several pieces.
  private mutating func takeLongName(from first: PlainToken) -> Text? {
    var name = first.text
    var index = position
    func isAttached(_ index: Int) -> Bool {
      tokens.indices.contains(index) && !tokens[index].followsSpace
    }
    /// Letters and digits from there on.
    func letters(from start: Int) -> (text: String, end: Int) {
      var text = ""
      var index = start
      while tokens.indices.contains(index), index == start || isAttached(index),
        tokens[index].isAlphanumeric
      {
        text += tokens[index].text
        index += 1
      }
      return (text, index)
    }
    func isBracket(_ index: Int) -> Bool { isAttached(index) && tokens[index].isSign("(") }
    let whole = letters(from: index - 1)
    if Self.namesWithDigits.contains(whole.text) {
      return takeName(whole.text, first, to: whole.end)
    }
    // np.exp: a module has a name of several letters, or it is one that everybody shortens.
    if isAttached(index), tokens[index].isSign("."), name.count > 1 || name == "F" || name == "K" {
      while isAttached(index), tokens[index].isSign(".") {
        let part = pieces(from: index + 1, letters)
        guard !part.text.isEmpty else { break }
        name += "." + part.text
        index = part.end
      }
      guard index > position else { return nil }
      let last = name.split(separator: ".").last.map(String.init) ?? ""
      if !isBracket(index), let constant = Self.constants[last] {
        defer { position = index }
        return Text(constant, first.range.lowerBound..<tokens[index - 1].range.upperBound)
      }
      return last == "T" ? nil : takeName(name, first, to: index)
    }
    guard name.count > 1, name.allSatisfy(\.isASCIILetter), !Self.signs.contains(name),
      !Self.greek.contains(name), !isInIndex
    else { return nil }
    let part = pieces(from: index - 1, letters)
    let words = part.text.split(separator: "_")
    guard words.count > 1,
      words.dropFirst().allSatisfy({ $0.count > 1 && $0.contains(where: \.isLetter) })
    else { return nil }
    // `max_ij z_ij` has an index, `log_softmax(z)` is a name.
    if Self.functions.contains(name), !isBracket(part.end) || words[1].count < 3 { return nil }
    return takeName(part.text, first, to: part.end)
  }

  /// Words that `_` joins, from a token on.
  private func pieces(
    from start: Int, _ letters: (Int) -> (text: String, end: Int)
  ) -> (text: String, end: Int) {
    var (text, end) = letters(start)
    while tokens.indices.contains(end), tokens[end].isSign("_"), !tokens[end].followsSpace,
      !tokens[end].text.isEmpty
    {
      let next = letters(end + 1)
      guard !next.text.isEmpty else { break }
      text += "_" + next.text
      end = next.end
    }
    return (text, end)
  }

  private mutating func takeName(_ name: String, _ first: PlainToken, to end: Int) -> Text {
    defer { position = end }
    return Text(
      "\\operatorname{\(name.replacing("_", with: "\\_"))}",
      first.range.lowerBound..<tokens[end - 1].range.upperBound)
  }
}

extension PlainToken {
  var isAlphanumeric: Bool {
    switch kind {
    case .word(let word): word.allSatisfy(\.isASCIILetter)
    case .number(let digits): digits.allSatisfy(\.isASCIIDigit)
    case .sign: false
    }
  }
}
