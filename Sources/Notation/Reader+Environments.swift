extension Reader {
  mutating func readEnvironment(_ begin: Token) -> Notation {
    let written = readName(of: begin)
    let opening = span(from: begin.range.lowerBound)
    let name = written.hasSuffix("*") ? String(written.dropLast()) : written
    var columns: [ColumnAlignment] = []
    if name == "array" { columns = readColumns(of: begin) }
    if ["alignat", "alignedat"].contains(name) { _ = readName(of: begin) }
    if name != "array" { _ = readOption { ["t", "b", "c"].contains($0) } }
    let isKnown = CommandTable.environments.contains(written)
    if !isKnown {
      report(
        .unknownEnvironment(written),
        suggestion: nearestName(to: written, among: CommandTable.environments), at: opening)
    }
    let rows = nested(at: opening) { $0.readRows() } ?? []
    readEnd(of: written, opening: opening)
    let columnCount = rows.map(\.count).max() ?? 0
    if rows.count > NotationParser.longestTable || columnCount > NotationParser.longestTable {
      report(
        .tableTooLarge(
          rows: rows.count, columns: columnCount, longest: NotationParser.longestTable), at: opening
      )
      let shown = "\(written): \(rows.count)×\(columnCount)"
      return Notation(.broken(shown), range: span(from: opening.lowerBound), id: 0)
    }
    return Notation(
      kind(of: name, columns: columns, rows: rows),
      range: opening.lowerBound..<max(tokens.end, opening.upperBound), id: 0)
  }

  private mutating func kind(of name: String, columns: [ColumnAlignment], rows: [[Notation]])
    -> Notation.Kind
  {
    if let style = MatrixStyle(rawValue: name) { return .matrix(style, rows: rows) }
    switch name {
    case "array": return .array(columns: columns, rows: rows)
    case "cases", "dcases": return .cases(rows: readCases(rows))
    case "rcases":
      let body = Notation(.array(columns: [.left, .left], rows: rows), range: 0..<0, id: 0)
      return .fence(open: nil, body: body, close: .rightBrace, growth: .always)
    case "gathered", "gather", "multline", "equation": return .gathered(rows: rows.map(joined))
    case "eqnarray":
      // Its relation has a column of its own.
      return .aligned(
        rows: rows.map { $0.count == 3 ? [$0[0], joined(Array($0.dropFirst()))] : $0 })
    default: return .aligned(rows: rows)
    }
  }

  /// Values with their conditions: two columns, and `&&` is one separator.
  private mutating func readCases(_ rows: [[Notation]]) -> [[Notation]] {
    let filled = rows.map { cells in
      cells.count > 2 ? cells.filter { !$0.children.isEmpty } : cells
    }
    if let wide = filled.first(where: { $0.count > 2 }) {
      report(.thirdColumnInCases, at: wide[2].range)
    }
    return Notation.splitAtConditions(filled)
  }

  /// Cells as one row: where columns mean nothing, `&` only separates.
  private func joined(_ cells: [Notation]) -> Notation {
    guard cells.count != 1, let first = cells.first, let last = cells.last else {
      return cells.first ?? Notation(.row([]), range: 0..<0, id: 0)
    }
    return Notation(.row(cells.flatMap(\.children)), range: cover(first.range, last.range), id: 0)
  }

  private mutating func readRows() -> [[Notation]] {
    var rows: [[Notation]] = []
    var cells: [Notation] = []
    while true {
      let start = tokens.end
      let items = readRow(.cell)
      let range = items.first.flatMap { first in items.last.map { cover(first.range, $0.range) } }
      cells.append(Notation(.row(items), range: range ?? start..<start, id: 0))
      let token = tokens.peek()
      if token.kind == .character("&") {
        tokens.next()
        continue
      }
      let isEmpty = cells.count == 1 && items.isEmpty
      guard case .command(let name) = token.kind, case .newRow? = CommandTable.command(name) else {
        if !isEmpty { rows.append(cells) }
        return rows
      }
      tokens.next()
      skipRowGap()
      if isEmpty {
        lint(.emptyRow, at: token.range)
      } else {
        rows.append(cells)
      }
      cells = []
    }
  }

  /// `[2pt]` behind `\\`: the distance to the next row, which is not drawn.
  mutating func skipRowGap() {
    _ = readOption { $0.first?.isLetter != true && $0.last?.isLetter == true }
  }

  private mutating func readEnd(of name: String, opening: Range<Int>) {
    let token = tokens.peek()
    guard case .command("end") = token.kind else {
      report(.beginWithoutEnd(name), at: opening)
      return
    }
    tokens.next()
    let closed = readName(of: token)
    if closed != name {
      report(
        .endOfAnother(closed: closed, open: name), suggestion: "\\end{\(name)}",
        at: span(from: token.range.lowerBound))
    }
  }

  /// `{lcr}`. Rules (`|`) are not drawn, and `@{…}` is skipped; both are said.
  private mutating func readColumns(of begin: Token) -> [ColumnAlignment] {
    _ = readOption { ["t", "b", "c", ""].contains($0) }
    let start = tokens.start
    let specification = readName(of: begin)
    var columns: [ColumnAlignment] = []
    var isPlain = true
    for letter in specification {
      switch letter {
      case "l": columns.append(.left)
      case "c": columns.append(.center)
      case "r": columns.append(.right)
      case " ": break
      default: isPlain = false
      }
    }
    if !isPlain {
      lint(.arrayColumns, at: span(from: start))
    }
    return columns
  }
}
