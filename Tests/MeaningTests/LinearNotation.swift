import Notation

extension Notation {
  /// The tree on one line, for comparisons: braces around what is raised, lowered or divided.
  var linear: String {
    switch kind {
    case .row(let items): return items.map(\.linear).filter { !$0.isEmpty }.joined(separator: " ")
    case .symbol(let symbol): return symbol.name
    case .number(let digits): return digits
    case .function(let name, _): return name
    case .bigOperator(let sign): return sign.rawValue
    case .fraction(let upper, let lower): return "{\(upper.linear)}/{\(lower.linear)}"
    case .script(let base, let lower, let upper, let primes, _):
      return (base?.linear ?? "") + String(repeating: "'", count: primes)
        + (lower.map { "_{\($0.linear)}" } ?? "") + (upper.map { "^{\($0.linear)}" } ?? "")
    case .fence(let open, let body, let close, _):
      return (open?.rawValue ?? ".") + body.linear + (close?.rawValue ?? ".")
    case .matrix(_, let rows), .cases(let rows), .aligned(let rows):
      return "[" + rows.map { $0.map(\.linear).joined(separator: " & ") }.joined(separator: "; ")
        + "]"
    case .font(_, let body): return body.linear
    case .colored(let name, let body): return "\(name):\(body.linear)"
    case .text(let runs):
      return runs.map { if case .words(let words) = $0 { "'\(words)'" } else { "" } }.joined()
    case .radical(_, let radicand): return "sqrt{\(radicand.linear)}"
    default: return children.map(\.linear).joined(separator: " ")
    }
  }
}

extension Notation {
  /// LaTeX for the nodes that a substitution makes.
  var latex: String {
    switch kind {
    case .row(let items): return items.map(\.latex).joined(separator: " ")
    case .symbol(let symbol):
      return symbol.name.count > 1 && symbol.name.first?.isLetter == true
        ? "\\\(symbol.name) " : symbol.name
    case .number(let digits): return digits
    case .function(let name, _): return "\\\(name)"
    case .fraction(let upper, let lower): return "\\frac{\(upper.latex)}{\(lower.latex)}"
    case .script(let base, let lower, let upper, _, _):
      return (base?.latex ?? "") + (lower.map { "_{\($0.latex)}" } ?? "")
        + (upper.map { "^{\($0.latex)}" } ?? "")
    case .fence(.bar, let body, .bar, _): return "\\lvert \(body.latex) \\rvert"
    case .fence(let open, let body, let close, _):
      return (open?.rawValue ?? ".") + body.latex + (close?.rawValue ?? ".")
    case .font(.mathbb, let body): return "\\mathbb{\(body.latex)}"
    case .colored(_, let body): return "{\(body.latex)}"
    default: return linear
    }
  }
}
