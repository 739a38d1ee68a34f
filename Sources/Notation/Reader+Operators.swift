/// Named operators, and what stands over and under them.
extension Reader {
  mutating func readOperatorName(_ token: Token) -> Notation {
    var limits = token.kind == .command("operatornamewithlimits")
    if tokens.character(at: tokens.position) == "*" {
      tokens.next()
      limits = true
    }
    fontDepth += 1
    let argument = readArgument(of: text(token), at: token.range)
    fontDepth -= 1
    let range = token.range.lowerBound..<max(token.range.upperBound, tokens.end)
    guard let name = Self.word(of: argument) else {
      let upright = Notation(.font(.mathrm, argument), range: argument.range, id: 0)
      return Notation(.classed(.operation, upright), range: range, id: 0)
    }
    if name.contains("_"), !text(argument.range).contains("\\_") {
      lint(.underscoreInName, suggestion: "\\_", at: argument.range)
    }
    return Notation(.function(name: name, limits: limits), range: range, id: 0)
  }

  /// What letters, digits and blanks spell: `softmax`, `arg max`, `cross_entropy`, `np.exp`; nil for
  /// what is more than a word.
  static func word(of node: Notation) -> String? {
    switch node.kind {
    case .symbol(let symbol):
      guard let sign = symbol.name.first, symbol.name.count == 1 else { return nil }
      return sign.isLetter || "._-".contains(sign) ? symbol.name : nil
    case .number(let digits): return digits
    case .function(let word, _): return word
    case .space(let columns, _): return columns > 0 ? " " : ""
    case .text(let runs):
      return runs.reduce("") { text, run in
        if case .words(let words) = run { text.map { $0 + words } } else { nil }
      }
    case .font(.mathrm, let body), .font(.mathsf, let body), .font(.mathtt, let body):
      return word(of: body)
    case .row(let items):
      var text = ""
      for (position, item) in items.enumerated() {
        // `cross_entropy`: a subscript that goes on is none.
        if case .script(let base?, let lower?, nil, 0, _) = item.kind, position + 1 < items.count,
          let before = word(of: base), let after = word(of: lower)
        {
          text += before + "_" + after
        } else if let part = word(of: item) {
          text += part
        } else {
          return nil
        }
      }
      return text
    default: return nil
    }
  }

  /// Over or under an operator stand its limits; over anything else, a remark.
  func stacked(_ base: Notation, over: Notation?, under: Notation?) -> Notation.Kind {
    var base = base
    while case .row(let items) = base.kind, items.count == 1 { base = items[0] }
    if case .script(let sign?, let lower, let upper, 0, .above) = base.kind,
      lower == nil || under == nil, upper == nil || over == nil
    {
      return .script(
        base: sign, lower: lower ?? under, upper: upper ?? over, primes: 0, limits: .above)
    }
    switch base.kind {
    case .function, .bigOperator, .classed(.operation, _), .font(.mathbb, _):
      return .script(base: base, lower: under, upper: over, primes: 0, limits: .above)
    default: return .stack(base: base, over: over, under: under)
    }
  }
}
