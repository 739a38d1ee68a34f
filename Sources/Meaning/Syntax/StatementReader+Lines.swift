import Notation

/// The items of one line: where a statement goes on, and where it ends.
extension StatementReader {
  mutating func addLine(_ items: [Notation]) {
    var followsGap = false
    var rest = items[...]
    while let item = rest.popFirst() {
      if item.isBlank {
        followsGap = followsGap || item.isGap
        continue
      }
      if followsGap { endAtGap(before: item, rest) }
      followsGap = false
      if Sign(item) == .comma, takeRange(&rest) { continue }
      add(item, before: rest.first { !$0.isBlank })
    }
  }

  /// `i = 1, \dots, n`: makes 1 ≤ i ≤ n of it, which says where the line holds.
  mutating func takeRange(_ rest: inout ArraySlice<Notation>) -> Bool {
    let next = rest.filter { !$0.isBlank }.prefix(3)
    guard let open, next.count == 3, next[0].isDots, Sign(next[1]) == .comma,
      statements[open].links.map(\.relation) == [.equal],
      statements[open].sides.allSatisfy({ $0.items.count == 1 })
    else { return false }
    var statement = statements[open]
    let (name, first) = (statement.sides[0], statement.sides[1])
    var link = statement.links[0]
    link.relation = .lessOrEqual
    statement.sides = [
      first, name, Statement.Side(formula: formula, items: [next[2]], place: next[2]),
    ]
    statement.links = [link, link]
    statement.isLedByCondition = true
    statements[open] = statement
    while let item = rest.popFirst(), item.id != next[2].id {}
    return true
  }

  /// A gap ends a chain, unless a sign stands beside it that asks for more on its other side.
  mutating func endAtGap(before item: Notation, _ rest: ArraySlice<Notation>) {
    guard let open, !isWaiting else { return }
    let statement = statements[open]
    if let last = statement.sides.last?.items.last, Self.joinsTerms(last) { return }
    if Self.relation(item) != nil { return }
    // `A = B \quad - C = D` are two claims; `A = B \quad - C` is one.
    if Self.joinsTerms(item) {
      let isClaim = rest.prefix { !$0.isGap }.contains { Self.relation($0) != nil }
      guard Sign(item) == .minus, isClaim, !statement.links.isEmpty else { return }
    }
    close(.gap)
  }

  mutating func close(_ end: Statement.End) {
    if let open { statements[open].end = end }
    open = nil
  }

  mutating func add(_ item: Notation, before next: Notation?) {
    if let relation = Self.relation(item) {
      let statement = opened(at: item)
      statements[statement].links.append(
        Chain.Link(
          formula: formula, relation: relation, node: item.id, range: item.range, row: row))
      statements[statement].sides.append(Statement.Side(formula: formula, place: item))
      return
    }
    switch Sign(item) {
    case .arrow?: return close(.arrow)
    case .comma? where !(next?.isDots ?? false): return close(.comma)
    default: break
    }
    if item.isSymbol(":") || item.isSymbol("colon") { return close(.colon) }
    if item.isSymbol("forall") {
      close(.words)
      isLedByCondition = true
      return
    }
    if let words = Self.words(item), !Prose.isName(item, before: next) {
      close(.words)
      for case .formula(let notation) in words { addReason(Self.spliced(notation)) }
      isLedByCondition = Prose.leadsCondition(words)
      return
    }
    if let condition = conditionInBracket(item) {
      let before = open
      close(.bracket)
      addLine(Self.spliced(condition))
      if let open { statements[open].besideRow = row }
      close(.bracket)
      // What follows a bracket of this kind at a line's end is the next row, which goes on.
      open = next == nil ? before : nil
      return
    }
    if item.isSymbol("."), next == nil { return }
    let statement = opened(at: item)
    statements[statement].sides[statements[statement].sides.count - 1].items.append(item)
  }

  private static func words(_ item: Notation) -> [TextRun]? {
    if case .text(let runs) = item.bare.kind { return runs }
    return nil
  }

  /// `(i \neq j)` behind a side: where it holds. Behind a bare name it would be an argument.
  private func conditionInBracket(_ item: Notation) -> Notation? {
    guard case .fence(.leftParenthesis, let body, .rightParenthesis, _) = item.kind,
      Items(body).all.contains(where: \.isRelationSign)
    else { return nil }
    guard let open, let last = statements[open].sides.last?.items.last else { return body }
    if Self.joinsTerms(last) { return nil }
    switch last.bare.kind {
    case .symbol, .font, .accent, .function, .number, .text: return nil
    default: return body
    }
  }

  /// The statement under way, or a new one.
  mutating func opened(at item: Notation) -> Int {
    if let open { return open }
    var statement = Statement(
      sides: [Statement.Side(formula: formula, place: item)], formula: formula, row: row)
    statement.isLedByCondition = isLedByCondition
    isLedByCondition = false
    statements.append(statement)
    open = statements.count - 1
    return statements.count - 1
  }
}
