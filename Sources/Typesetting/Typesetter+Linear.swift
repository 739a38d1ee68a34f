import Notation
import TextGrid

/// One-row forms of what is two-dimensional, for formulas in prose.
extension Typesetter {
  /// `[1, 2; 3, 4]`, `{a if b; c if d}`, `C(n, k)`.
  func linearGrid(_ node: Notation, _ context: Context) -> Box {
    switch node.kind {
    case .matrix(let style, let rows):
      let marks: (String, String) =
        switch style {
        case .bars: ("|", "|")
        case .doubleBars: isASCII ? ("||", "||") : ("‖", "‖")
        case .braces: ("{", "}")
        case .parentheses: ("(", ")")
        default: ("[", "]")
        }
      return wrapped(
        linearRows(rows, separator: "; ", node, context), marks.0, marks.1, node, context)
    case .array(_, let rows):
      return wrapped(linearRows(rows, separator: "; ", node, context), "[", "]", node, context)
    case .cases(let rows):
      let lines = rows.map { row in
        row.map { self.row($0, droppingComma: true) }
      }
      return wrapped(
        linearRows(lines, separator: "; ", between: ", ", node, context), "{", "}", node, context)
    case .binomial(let upper, let lower):
      return .beside([
        word("C(", node, context), box(upper, context), word(", ", node, context),
        box(lower, context), word(")", node, context),
      ])
    default: return Box()
    }
  }

  /// A cell of `cases` without the comma that many write at its end.
  private func row(_ cell: Notation, droppingComma: Bool) -> Notation {
    guard droppingComma, case .row(var items) = cell.kind,
      case .symbol(let last)? = items.last?.kind,
      last.name == ","
    else { return cell }
    items.removeLast()
    return Notation(.row(items), range: cell.range, id: cell.id)
  }

  /// Rows one after the other. Without a separator they are a derivation: a line that has a left
  /// side of its own begins a new claim.
  func linearRows(
    _ rows: [[Notation]], separator: String?, between: String? = nil, _ node: Notation,
    _ context: Context
  ) -> Box {
    let comma = between ?? (separator == nil ? " " : ", ")
    var boxes: [Box] = []
    for (index, cells) in rows.enumerated() {
      if index > 0 {
        let isClaim = cells.first.map { !$0.children.isEmpty && $0.children.count > 1 } ?? false
        boxes.append(word(separator ?? (isClaim ? "; " : " "), node, context))
      }
      let shown = cells.map { box($0, context) }.filter { $0.width > 0 }
      for (column, cell) in shown.enumerated() {
        if column > 0 { boxes.append(word(comma, node, context)) }
        boxes.append(cell)
      }
    }
    return boxes.isEmpty ? Box() : .beside(boxes)
  }

  func linearBrace(_ body: Notation, _ label: Notation?, _ node: Notation, _ context: Context)
    -> Box
  {
    let inner = box(body, context)
    guard let label else { return inner }
    return .beside([
      wrapped(inner, "(", ")", node, context),
      linearScript("_", box(label, context.with(.script)), label, node, context),
    ])
  }

  func linearStack(_ node: Notation, _ context: Context) -> Box {
    guard case .stack(let base, let over, let under) = node.kind else { return Box() }
    let script = context.with(.script)
    var boxes = [box(base, context)]
    if let under { boxes.append(linearScript("_", box(under, script), under, node, context)) }
    if let over { boxes.append(linearScript("^", box(over, script), over, node, context)) }
    return .beside(boxes)
  }
}
