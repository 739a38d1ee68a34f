import Notation

// Functions and their arguments
extension Mutator {
  mutating func visitFunction(_ node: Notation, _ name: String) {
    switch name {
    case "log", "ln":
      for other in ["\\log", "\\ln", "\\log_2"] where other != "\\\(name)" {
        replace(node.range, with: other + " ", "the base of a logarithm")
      }
      replace(node.range, with: "", "a function lost")
    case "max", "min":
      replace(node.range, with: name == "max" ? "\\min " : "\\max ", "a maximum")
    default: replace(node.range, with: "", "a function lost")
    }
  }

  /// `\log_2` and its like.
  mutating func visitLogarithm(_ node: Notation, base: String) {
    let others = ["\\ln ", "\\log ", base == "2" ? "\\log_{10} " : "\\log_2 "]
    for other in others { replace(node.range, with: other, "the base of a logarithm") }
    replace(node.range, with: "", "a function lost")
  }

  /// `H(q, p)` for `H(p, q)`, and a condition in 𝟙(…) turned round.
  mutating func visitArguments(_ items: [Notation]) {
    for (function, fence) in zip(items, items.dropFirst()) where function.takesArgument {
      guard case .fence(_, let body, _, _) = fence.kind else { continue }
      if case .font(.mathbb, _) = function.kind { turnConditions(in: body.members) }
      let parts = body.members.split {
        $0.isSymbol(",", "|", "||", "mid", "Vert", "parallel")
      }
      guard parts.count == 2 else { continue }
      let ranges = parts.map { part in
        (part.first?.range.lowerBound ?? 0)..<(part.last?.range.upperBound ?? 0)
      }
      let between = text(ranges[0].upperBound..<ranges[1].lowerBound)
      replace(
        ranges[0].lowerBound..<ranges[1].upperBound,
        with: text(ranges[1]) + between + text(ranges[0]), "arguments swapped")
    }
  }

  /// `J^\top` for J, and `p^\top p` for `p p^\top`.
  mutating func visitMatrices(_ items: [Notation]) {
    for item in items where item.isSymbol("J", "X") {
      replace(item.range.upperBound..<item.range.upperBound, with: "^\\top", "a transpose too many")
    }
    for (one, other) in zip(items, items.dropFirst()) {
      guard case .script(let base?, nil, let upper?, 0, _) = other.kind,
        upper.members.first.map({ $0.isSymbol("top", "intercal", "T") }) ?? false,
        case .symbol = one.kind
      else { continue }
      replace(
        one.range.lowerBound..<other.range.upperBound,
        with: "\(text(one.range))^\\top \(text(base.range))", "a transpose moved")
    }
  }
}

extension Notation {
  var isLogarithm: Bool { if case .function("log", _) = kind { true } else { false } }
}
