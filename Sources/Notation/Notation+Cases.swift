/// Case distinctions that were not written as `cases`.
extension Notation {
  /// The rows of cases behind a brace that nothing closes, from the one table that stands there:
  /// `\left\{ \begin{array}{ll} … \end{array} \right.` Nil for a system of equations.
  static func casesRows(of body: Notation) -> [[Notation]]? {
    let items = body.children.filter { if case .space = $0.kind { false } else { true } }
    guard items.count == 1, let rows = items[0].tableRows else { return nil }
    let filled = rows.map { cells in
      cells.count > 1 ? cells.filter { !$0.children.isEmpty } : cells
    }
    guard filled.allSatisfy({ $0.count <= 2 && !$0.isEmpty }) else { return nil }
    // In `x &= 1 \\ y &= 2` each row is an equation.
    guard
      filled.allSatisfy({ cells in
        cells.count == 1
          || (cells[1].saysCondition && !(cells[1].children.first?.isRelation ?? false))
      })
    else { return nil }
    let split = splitAtConditions(filled)
    return split.contains { $0.count == 2 } ? split : nil
  }

  /// The same for a plain brace: its cases with what follows them, or nil if no table follows it.
  static func cases(after brace: Notation, _ items: [Notation]) -> [Notation]? {
    guard
      let start = items.firstIndex(where: { if case .space = $0.kind { false } else { true } }),
      let rows = casesRows(of: Notation(.row([items[start]]), range: items[start].range, id: 0))
    else { return nil }
    let range = brace.range.lowerBound..<max(brace.range.upperBound, items[start].range.upperBound)
    return [Notation(.cases(rows: rows), range: range, id: 0)] + items[(start + 1)...]
  }

  /// Rows in one column as value and condition, where a comma, a gap or words part every one of
  /// them: `p_i(1 - p_i), i = j`.
  static func splitAtConditions(_ rows: [[Notation]]) -> [[Notation]] {
    guard rows.allSatisfy({ $0.count == 1 }) else { return rows }
    let split = rows.map { $0[0].splitAtCondition }
    return split.allSatisfy { $0.count == 2 } ? split : rows
  }

  private var splitAtCondition: [Notation] {
    let items = children
    guard
      let place = items.firstIndex(where: { item in
        switch item.kind {
        case .symbol(let symbol): symbol.name == "," || symbol.name == ";"
        case .text: true
        default: item.isGap
        }
      }), place > 0
    else { return [self] }
    // A comma stays with the value, words with the condition.
    var end = place
    if case .symbol = items[place].kind { end += 1 }
    var condition = items[end...].drop { if case .space = $0.kind { true } else { false } }
    if case .text(let runs)? = condition.first?.kind, case .words(let words)? = runs.first {
      let trimmed = TextRun.words(String(words.drop { $0 == " " }))
      condition[condition.startIndex].kind = .text([trimmed] + runs.dropFirst())
    }
    let says = Notation(.row(Array(condition)), range: range, id: 0).saysCondition
    guard says, let first = condition.first, let last = condition.last else { return [self] }
    func row(_ items: [Notation], _ range: Range<Int>) -> Notation {
      Notation(.row(items), range: range, id: 0)
    }
    return [
      row(
        Array(items[..<end]),
        items[0].range
          .lowerBound..<max(
            items[0].range.lowerBound, items[end - 1].range.upperBound)),
      row(
        Array(condition),
        first.range
          .lowerBound..<max(
            first.range.lowerBound, last.range.upperBound)),
    ]
  }

  /// Whether words or a relation stand in a cell.
  private var saysCondition: Bool {
    children.contains { item in
      if case .text = item.kind { true } else { item.isRelation }
    }
  }

  /// The cells of a table without fences of its own.
  private var tableRows: [[Notation]]? {
    switch kind {
    case .array(_, let rows), .matrix(.plain, let rows), .aligned(let rows): rows
    case .gathered(let rows): rows.map { [$0] }
    default: nil
    }
  }

  private var isRelation: Bool {
    switch kind {
    case .symbol(let symbol): symbol.atomClass == .relation
    case .negated(let body): body.isRelation
    case .row(let items): items.count == 1 && items[0].isRelation
    default: false
    }
  }
}
