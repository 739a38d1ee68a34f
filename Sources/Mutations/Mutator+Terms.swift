import Notation

// Signs, terms and factors
extension Mutator {
  /// A run of terms, each with its sign.
  private struct Term {
    var sign: Notation?
    var nodes: [Notation] = []
    var range: Range<Int> {
      let first = sign ?? nodes[0]
      return first.range.lowerBound..<(nodes.last ?? first).range.upperBound
    }
    var body: Range<Int> { nodes[0].range.lowerBound..<nodes[nodes.count - 1].range.upperBound }
  }

  mutating func visitSequence(_ items: [Notation]) {
    visitArguments(items)
    visitMatrices(items)
    for side in Self.sides(of: items) where !side.contains(where: \.isEnvironment) {
      visitRelation(before: side, in: items)
      let terms = Self.terms(of: side).filter { !$0.nodes.isEmpty }
      guard let first = terms.first else { continue }
      visitSigns(of: terms)
      if first.sign == nil {
        replace(insertionPoint(first), with: "-", "a minus too many")
      }
      if terms.count > 1 { visitTerms(terms) }
      for term in terms { visitFactors(term.nodes) }
    }
  }

  private func insertionPoint(_ term: Term) -> Range<Int> {
    term.range.lowerBound..<term.range.lowerBound
  }

  /// What stands between relations, commas and words.
  private static func sides(of items: [Notation]) -> [[Notation]] {
    var sides: [[Notation]] = [[]]
    for item in items {
      if item.isRelation || item.isSymbol(",", "|", "||", "mid", "Vert", "parallel") || item.isWords
      {
        sides.append([])
      } else {
        sides[sides.count - 1].append(item)
      }
    }
    return sides.filter { !$0.isEmpty }
  }

  private mutating func visitRelation(before side: [Notation], in items: [Notation]) {
    guard let place = items.firstIndex(where: { $0.id == side[0].id }), place > 0,
      case .symbol(let symbol) = items[place - 1].kind
    else { return }
    let others: [String: [String]] = [
      "leq": ["\\geq", "<"], "geq": ["\\leq", ">"], "<": [">"], ">": ["<"], "neq": ["="],
    ]
    for other in others[symbol.name] ?? [] {
      replace(items[place - 1].range, with: other + " ", "a relation")
    }
  }

  private static func terms(of side: [Notation]) -> [Term] {
    var terms = [Term()]
    for item in side {
      if item.isSymbol("+", "-") {
        terms.append(Term(sign: item))
      } else {
        terms[terms.count - 1].nodes.append(item)
      }
    }
    return terms
  }

  private mutating func visitSigns(of terms: [Term]) {
    for (position, term) in terms.enumerated() {
      guard let sign = term.sign else { continue }
      if position == 0 {
        replace(sign.range, with: "", "a minus lost")
      } else {
        replace(sign.range, with: sign.isSymbol("-") ? "+" : "-", "a sign")
      }
    }
  }

  private mutating func visitTerms(_ terms: [Term]) {
    for (position, term) in terms.enumerated() {
      if position == 0, terms[1].sign?.isSymbol("+") ?? false {
        let end = terms[1].body.lowerBound
        replace(term.range.lowerBound..<end, with: "", "a term lost")
      } else {
        replace(term.range, with: "", "a term lost")
      }
    }
    // p for 1 - p.
    if terms[0].sign == nil, terms[1].sign?.isSymbol("-") ?? false {
      replace(
        terms[0].range.lowerBound..<terms[1].body.lowerBound, with: "", "a term and its sign lost")
    }
    // y - p for p - y.
    for (one, other) in zip(terms, terms.dropFirst())
    where one.sign == nil && other.sign?.isSymbol("-") ?? false {
      let between = text(one.body.upperBound..<other.body.lowerBound)
      replace(
        one.range.lowerBound..<other.range.upperBound,
        with: text(other.body) + between + text(one.body), "a difference turned round")
    }
  }

  // MARK: Factors

  /// The factors of a term: a function keeps its argument, and a sign of multiplication or division
  /// goes with what follows it.
  private mutating func visitFactors(_ nodes: [Notation]) {
    var factors: [Range<Int>] = []
    var starts: [Range<Int>] = []
    var sign: Notation?
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      index += 1
      if node.isSymbol("/", "times", "cdot", "*", "odot", "ast") {
        sign = node
        continue
      }
      if node.isBigSign {
        replace(node.range, with: "", "a sum lost")
        continue
      }
      var end = node.range.upperBound
      if node.takesArgument, index < nodes.count {
        end = nodes[index].range.upperBound
        index += 1
      }
      factors.append(node.range.lowerBound..<end)
      starts.append((sign ?? node).range.lowerBound..<end)
      if sign?.isSymbol("/") ?? false, factors.count > 1 {
        let (upper, lower) = (factors[factors.count - 2], factors[factors.count - 1])
        replace(
          upper.lowerBound..<lower.upperBound, with: "\(text(lower)) / \(text(upper))",
          "a fraction turned over")
      }
      sign = nil
    }
    for (position, factor) in factors.enumerated() {
      replace(factor.upperBound..<factor.upperBound, with: " " + text(factor), "a factor twice")
      guard factors.count > 1 else { continue }
      if position > 0 {
        replace(starts[position], with: "", "a factor lost")
      } else {
        let next = starts[1].lowerBound..<factors[1].lowerBound
        let isDivision = text(next).contains("/")
        replace(
          factor.lowerBound..<(isDivision ? factor.upperBound : factors[1].lowerBound),
          with: isDivision ? "1" : "", "a factor lost")
      }
    }
    if let first = factors.first, text(first) != "2" {
      replace(first.lowerBound..<first.lowerBound, with: "2 ", "a factor too many")
    }
  }

  mutating func visitFraction(_ node: Notation, _ upper: Notation, _ lower: Notation) {
    guard !upper.startsDerivative else { return }
    let command = text(node.range.lowerBound..<upper.range.lowerBound)
    replace(
      node.range, with: "\(command){\(inside(lower))}{\(inside(upper))}", "a fraction turned over")
    replace(node.range, with: "(\(inside(upper)))", "a denominator lost")
  }
}

extension Notation {
  fileprivate var isWords: Bool {
    if case .text(let runs) = kind, case .words(let words)? = runs.first {
      words.contains(" ") || words.count > 8
    } else {
      false
    }
  }

  /// Whether a numerator is the ∂ of a derivative.
  var startsDerivative: Bool {
    guard let first = members.first else { return false }
    if case .script(let base?, _, _, _, _) = first.kind { return base.isSymbol("partial") }
    return first.isSymbol("partial")
  }

  /// Whether what follows belongs to it: a function, a name that is one, ∂ before its bracket.
  var takesArgument: Bool {
    switch kind {
    case .function: true
    case .script(let base?, _, _, _, _): base.takesArgument || base.isSymbol("D")
    case .font(.mathbb, _): true
    case .symbol(let symbol): ["H", "sigma", "nabla"].contains(symbol.name)
    case .fraction(let upper, _): upper.startsDerivative && upper.members.count == 1
    default: false
    }
  }
}
