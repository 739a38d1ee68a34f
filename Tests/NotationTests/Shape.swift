import Notation

/// A tree as one line of text: `[x S(y,i,2) frac([a],[b])]`, without ids and places.
enum Shape {
  static func of(_ latex: String) -> String {
    let root = Formula(latex).notation
    if case .row(let items) = root.kind, items.count == 1 { return of(items[0]) }
    return of(root)
  }

  static func of(_ node: Notation) -> String {
    func rows(_ rows: [[Notation]]) -> String {
      "{" + rows.map { $0.map(of).joined(separator: " & ") }.joined(separator: " // ") + "}"
    }
    switch node.kind {
    case .row(let items): return "[" + items.map(of).joined(separator: " ") + "]"
    case .symbol(let symbol): return symbol.name
    case .number(let digits): return digits
    case .function(let name, _): return "fn:" + name
    case .bigOperator(let sign): return sign.rawValue.uppercased()
    case .script(let base, let lower, let upper, let primes, let limits):
      return "S(" + [base, lower, upper].map { $0.map(of) ?? "" }.joined(separator: ",")
        + String(repeating: "'", count: primes) + (limits == .above ? "!" : "") + ")"
    case .fence(let open, let body, let close, _):
      return "F" + (open?.rawValue ?? ".") + of(body) + (close?.rawValue ?? ".")
    case .delimiter(let delimiter): return "D" + delimiter.rawValue
    case .gathered(let lines): return "gathered" + rows(lines.map { [$0] })
    case .aligned(let cells): return "aligned" + rows(cells)
    case .cases(let cells): return "cases" + rows(cells)
    case .matrix(_, let cells): return "matrix" + rows(cells)
    case .array(_, let cells): return "array" + rows(cells)
    case .space(_, let units): return "<\(units)>"
    case .accent(let accent, let body): return "\(accent)(\(of(body)))"
    case .font(let font, let body): return "\(font)(\(of(body)))"
    case .text(let runs):
      return runs.map { if case .words(let words) = $0 { "'\(words)'" } else { "$" } }.joined()
    case .broken(let text): return "⟦\(text)⟧"
    case .style(let style): return "\(style)"
    default:
      let name = "\(node.kind)".prefix { $0 != "(" }
      return name + "(" + node.children.map(of).joined(separator: ",") + ")"
    }
  }
}
