import Notation
import TextGrid

extension Typesetter {
  func gridAtom(_ node: Notation, _ context: Context) -> Atom {
    if context.isLinear { return Atom(linearGrid(node, context), .inner, node) }
    let cell = context.with(context.isScript ? .script : .text)
    switch node.kind {
    case .matrix(let style, let rows):
      let inner = grid(
        rows.map { $0.map { box($0, cell) } }, columns: [], gap: style == .small ? 1 : 2,
        numbers: numericColumns(rows))
      return fencedGrid(inner, Self.fences[style] ?? (nil, nil), node, context)
    case .array(let columns, let rows):
      let boxes = rows.map { $0.map { box($0, cell) } }
      return fencedGrid(
        grid(boxes, columns: columns, gap: 2, numbers: []), (nil, nil), node, context)
    case .cases(let rows):
      return casesAtom(rows.map { $0.map { box($0, cell) } }, node, context)
    case .binomial(let upper, let lower):
      let over = box(upper, cell)
      let inner = Box.stacked([over, box(lower, cell)], gap: 1)
      return fencedGrid(
        inner.onBaseline(over.height), (.leftParenthesis, .rightParenthesis), node,
        context)
    default: return Atom(Box(), .inner, node)
    }
  }

  static let fences: [MatrixStyle: (Delimiter?, Delimiter?)] = [
    .brackets: (.leftBracket, .rightBracket), .parentheses: (.leftParenthesis, .rightParenthesis),
    .bars: (.bar, .bar), .doubleBars: (.doubleBar, .doubleBar), .braces: (.leftBrace, .rightBrace),
  ]

  private func fencedGrid(
    _ grid: Box, _ fences: (Delimiter?, Delimiter?), _ node: Notation, _ context: Context
  ) -> Atom {
    var inner = grid
    inner.isTall = true
    var atom = Atom(
      fenced(inner, fences.0, fences.1, node, context, grows: grid.height > 1), .inner, node)
    atom.box.isTall = true
    return atom
  }

  /// A brace, the values left-aligned, and their conditions three columns off.
  func casesAtom(_ rows: [[Box]], _ node: Notation, _ context: Context) -> Atom {
    var inner = grid(rows, columns: [.left, .left], gap: 3, numbers: [])
    if inner.height == 2 { inner = inner.spread() }
    inner.isTall = true
    let middle = inner.onBaseline((inner.height - 1) / 2)
    let brace = fence(
      .leftBrace, ascent: middle.baseline, descent: middle.descent, node, context)
    var box = Box.beside([brace, .blank(columns: 1, node: node.id), middle])
    box.isTall = true
    return Atom(box, .inner, node)
  }

  /// Rows and columns of boxes; a blank row between rows if any is tall.
  ///
  /// - Parameter numbers: the columns that align on the decimal point.
  func grid(_ rows: [[Box]], columns: [ColumnAlignment], gap: Int, numbers: Set<Int>) -> Box {
    guard !rows.isEmpty else { return Box() }
    let count = rows.map(\.count).max() ?? 0
    var widths = Array(repeating: 0, count: count)
    var fractions = Array(repeating: 0, count: count)
    for row in rows {
      for (column, cell) in row.enumerated() {
        fractions[column] = max(fractions[column], cell.columnsFromPoint)
      }
    }
    let cells = rows.map { row in
      row.enumerated().map { column, cell in
        numbers.contains(column)
          ? cell.padded(right: fractions[column] - cell.columnsFromPoint) : cell
      }
    }
    for row in cells {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.width) }
    }
    let lines = cells.map { row in
      var boxes: [Box] = []
      for column in 0..<count {
        if column > 0 { boxes.append(.blank(columns: gap)) }
        let cell = column < row.count ? row[column] : Box()
        let alignment: ColumnAlignment =
          numbers.contains(column)
          ? .right : columns.indices.contains(column) ? columns[column] : .center
        boxes.append(cell.padded(to: widths[column], alignment))
      }
      return Box.beside(boxes)
    }
    let isTall = lines.contains { $0.height > 1 }
    let box = Box.stacked(lines, aligned: .left, gap: isTall ? 1 : 0)
    // The axis: the middle row's own for an odd count, else between the two middle rows.
    guard lines.count % 2 == 1 else { return box.onBaseline((box.height - 1) / 2) }
    let middle = lines.count / 2
    let above = lines[..<middle].reduce(0) { $0 + $1.height + (isTall ? 1 : 0) }
    return box.onBaseline(above + lines[middle].baseline)
  }

  /// Columns that hold nothing but numbers, with or without a sign.
  private func numericColumns(_ rows: [[Notation]]) -> Set<Int> {
    let count = rows.map(\.count).max() ?? 0
    return Set(
      (0..<count).filter { column in
        rows.allSatisfy { row in
          guard column < row.count else { return true }
          let items = flat(row[column])
          guard items.count <= 2, case .number? = items.last?.kind else { return false }
          if items.count == 1 { return true }
          guard case .symbol(let sign) = items[0].kind else { return false }
          return ["+", "-"].contains(sign.name)
        }
      })
  }

  // MARK: Gathered

  func gathered(_ rows: [Notation], _ context: Context, width: Int?) -> Box {
    let boxes = rows.map { row in width.map { broken(row, context, width: $0) } ?? box(row, context)
    }
    guard !boxes.isEmpty else { return Box() }
    let isTall = boxes.contains { $0.height > 1 }
    let gap = isTall && !context.isScript ? 1 : 0
    var result = Box.stacked(boxes, baselineOf: 0, gap: gap)
    if boxes.count > 1, boxes.allSatisfy({ $0.lines.isEmpty }) {
      result = result.onBaseline((result.height - 1) / 2)
    }
    var top = 0
    for box in boxes {
      result.lines += box.lines.map { $0.lowerBound + top..<$0.upperBound + top }
      top += box.height + gap
    }
    return result
  }
}

extension Box {
  /// Columns from the decimal point to the end; 0 for a whole number.
  fileprivate var columnsFromPoint: Int {
    guard let point = rows[baseline].lastIndex(where: { $0.text == "." }) else { return 0 }
    return width - point
  }
}
