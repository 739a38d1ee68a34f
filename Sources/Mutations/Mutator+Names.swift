import Notation

// Letters, indices, numbers
extension Mutator {
  private static let indices = ["i", "j", "k", "t"]
  /// Letters that are taken for each other.
  private static let letters: [String: [String]] = [
    "p": ["y"], "y": ["p"], "P": ["Q"], "Q": ["P"], "z": ["p"], "T": ["1"], "S": ["1"],
  ]

  mutating func visitSymbol(_ node: Notation, _ symbol: Symbol) {
    for other in Self.letters[symbol.name] ?? [] { replace(node.range, with: other, "a letter") }
    guard Self.indices.contains(symbol.name) else { return }
    for other in Self.indices where other != symbol.name {
      replace(node.range, with: other, "an index")
    }
  }

  mutating func visitNumber(_ node: Notation, _ digits: String) {
    let others = ["0": ["1"], "1": ["0", "2"], "2": ["1"]][digits] ?? ["1"]
    for other in others { replace(node.range, with: other, "a number") }
  }

  mutating func visitScript(
    _ node: Notation, _ base: Notation?, _ lower: Notation?, _ upper: Notation?
  ) {
    guard let base else { return }
    if base.isBigSign { return visitLimits(node, base, lower, upper) }
    if let lower, upper == nil, base.isExpectation { visitWeights(lower) }
    guard let upper else { return }
    let script = scriptRange(before: upper)
    if upper.members.first.map({ $0.isSymbol("top", "intercal", "T") }) ?? false {
      replace(script, with: "", "a transpose lost")
    } else if base.isSymbol("e") {
      replace(script, with: "^{-(\(inside(upper)))}", "the sign of an exponent")
    } else if !base.startsDerivative {
      replace(script, with: "", "a power lost")
    }
  }

  /// The ^ and what it holds.
  private func scriptRange(before upper: Notation) -> Range<Int> {
    let before = text(0..<upper.range.lowerBound).utf8
    let sign = before.lastIndex(of: UInt8(ascii: "^")).map {
      before.distance(from: before.startIndex, to: $0)
    }
    return (sign ?? upper.range.lowerBound)..<upper.range.upperBound
  }

  // MARK: Big signs

  private mutating func visitLimits(
    _ node: Notation, _ base: Notation, _ lower: Notation?, _ upper: Notation?
  ) {
    let sign = text(base.range)
    guard let lower, sign == "\\sum" || sign == "\\prod" else { return }
    let items = lower.members
    guard let index = items.first.map({ text($0.range) }) else { return }
    let rest = items.dropFirst()
    replace(base.range, with: sign == "\\sum" ? "\\prod" : "\\sum", "a sum for a product")
    if rest.isEmpty {
      replace(node.range, with: "\(sign)_{\(index)=2}^n", "a limit off by one")
      replace(node.range, with: "\(sign)_{\(index)=1}^{n-1}", "a limit off by one")
      let other = index == "i" ? "j" : "i"
      replace(node.range, with: "\(sign)_{\(index) \\neq \(other)}", "a condition too many")
    } else if let relation = rest.first {
      if relation.isSymbol("neq") {
        replace(node.range, with: "\(sign)_{\(index)}", "a condition lost")
        replace(relation.range, with: "=", "a condition turned round")
      } else if relation.isSymbol("="), let upper {
        replace(node.range, with: "\(sign)_{\(index)=2}^{\(inside(upper))}", "a limit off by one")
        replace(
          node.range, with: "\(sign)_{\(inside(lower))}^{\(inside(upper))-1}", "a limit off by one")
      }
    }
  }

  private mutating func visitWeights(_ lower: Notation) {
    guard let name = lower.members.last else { return }
    for other in ["P", "Q", "p", "y"] where other != text(name.range) {
      replace(name.range, with: other, "the weights of an expectation")
    }
  }

  /// `i = j` for `i \neq j`, where it is a condition: in 𝟙(…), and in a step's `when:`.
  mutating func turnConditions(in items: [Notation]) {
    for item in items {
      if item.isSymbol("=") { replace(item.range, with: "\\neq", "a condition turned round") }
      if item.isSymbol("neq") { replace(item.range, with: "=", "a condition turned round") }
    }
  }
}

extension Notation {
  fileprivate var isExpectation: Bool {
    switch kind {
    case .font(.mathbb, let body): body.members.first?.isSymbol("E") ?? false
    case .symbol(let symbol): symbol.name == "E"
    default: false
    }
  }
}
