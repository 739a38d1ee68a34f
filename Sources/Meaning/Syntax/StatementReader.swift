public import Notation

/// Cuts formulas into statements, by rule 18: rows of an aligned block join, a `&&` cell is a
/// reason, an arrow, a comma, words, a gap of a quad or a row's end ends a chain, and a formula that
/// starts with = continues the one before.
struct StatementReader {
  private(set) var statements: [Statement] = []
  /// The statement that goes on, if one does.
  private var open: Int?
  private var formula = 0
  private var row = 0
  /// Words such as "if" stood last.
  private var isLedByCondition = false

  init(_ formulas: [Formula]) {
    for (position, formula) in formulas.enumerated() {
      self.formula = position
      row = 0
      isLedByCondition = false
      // Only what starts with a relation goes on with the chain before.
      if !formula.startsWithRelation { open = nil }
      let count = statements.count
      add(formula.notation)
      dropNamesOfIndices(from: count)
    }
  }

  /// "for all i" and `i \in \{1, \dots, n\}` behind a line name what every line is tried for.
  private mutating func dropNamesOfIndices(from start: Int) {
    var kept = Array(statements[..<start])
    var places: [Int: Int] = [:]
    for (position, statement) in statements.enumerated().dropFirst(start) {
      let isMembership = statement.sides[0].items.contains { Sign($0) == .otherRelation("in") }
      let isSide = statement.isLedByCondition || isMembership && kept.count > start
      if statement.links.isEmpty, isSide { continue }
      places[position] = kept.count
      kept.append(statement)
    }
    open = open.flatMap { places[$0] ?? ($0 < start ? $0 : nil) }
    statements = kept
  }

  // MARK: Rows

  private mutating func add(_ notation: Notation) {
    let items = Self.spliced(notation)
    var line: [Notation] = []
    for item in items {
      switch item.kind {
      case .aligned(let rows):
        addLine(line)
        line = []
        addAligned(rows)
      case .gathered(let rows):
        addLine(line)
        line = []
        for (position, content) in rows.enumerated() {
          if position > 0 { row += 1 }
          // A row that begins with a sign between terms or sides goes on with the row before.
          let first = Items.flattened(content).first
          if !(first.map(Self.goesOn) ?? false) { close(.rowEnd) }
          add(content)
        }
        close(.rowEnd)
      default: line.append(item)
      }
    }
    addLine(line)
  }

  /// The members of a row, with what only wraps a statement taken apart: `\boxed{L = …}`.
  private static func spliced(_ notation: Notation) -> [Notation] {
    guard case .row(let items) = notation.kind else { return spliced([notation]) }
    return spliced(items)
  }

  private static func spliced(_ items: [Notation]) -> [Notation] {
    items.flatMap { item -> [Notation] in
      switch item.kind {
      case .boxed(let body), .colored(_, let body), .brace(_, let body, nil), .font(_, let body),
        .cancelled(let body):
        return Items.flattened(body).contains(where: \.isRelationSign) ? spliced(body) : [item]
      case .row:
        return Items.flattened(item).contains(where: \.isRelationSign) ? spliced(item) : [item]
      default: return [item]
      }
    }
  }

  private mutating func addAligned(_ rows: [[Notation]]) {
    let first = row
    for (position, cells) in rows.enumerated() {
      row = first + position
      let parts = Self.parts(of: cells)
      // A line with something before its & starts anew, unless a sign is waiting for it or it is
      // a further term.
      if position > 0, let start = cells.first.map(Items.flattened)?.first,
        Self.relation(start) == nil, !isWaiting, !Self.isFurtherTerm(parts.line)
      {
        close(.rowEnd)
      }
      addLine(parts.line)
      let line = open
      for column in parts.columns {
        open = nil
        addLine(column)
      }
      if !parts.reason.isEmpty { addReason(parts.reason) }
      open = line
      isLedByCondition = false
    }
  }

  /// A row taken apart: what belongs to the line, equations of further columns, the reason.
  private static func parts(
    of cells: [Notation]
  ) -> (line: [Notation], columns: [[Notation]], reason: [Notation]) {
    var line = cells.first.map(spliced) ?? []
    var columns: [[Notation]] = []
    for (position, cell) in cells.enumerated().dropFirst() {
      let items = spliced(cell)
      guard let start = items.first(where: { !$0.isBlank }) else {
        // `&& \text{quotient rule}`: an empty cell, then the reason; `&&=` gives none.
        let rest = cells[position...].flatMap(spliced)
        guard !line.allSatisfy(\.isBlank), let next = rest.first(where: { !$0.isBlank }),
          relation(next) == nil
        else { continue }
        return (line, columns, rest)
      }
      if start.isWords, !Prose.isName(start, before: items.dropFirst().first { !$0.isBlank }) {
        return (line, columns, cells[position...].flatMap(spliced))
      }
      // After a second & stands another equation, as in `a &= b & c &= d`.
      let isWhole = line.contains { relation($0) != nil }
      let last = line.last { !$0.isBlank }
      if position.isMultiple(of: 2), isWhole, last.map(relation) == .some(nil),
        relation(start) == nil, !joinsTerms(start)
      {
        columns.append(items)
      } else if columns.isEmpty {
        line += items
      } else {
        columns[columns.count - 1] += items
      }
    }
    return (line, columns, [])
  }

  /// An equation within a reason or within words is a claim like any other; a name alone is none.
  private mutating func addReason(_ items: [Notation]) {
    open = nil
    let count = statements.count
    addLine(items.flatMap { $0.fenced.map(Self.spliced) ?? [$0] })
    var added = Array(statements[count...]).filter { !$0.links.isEmpty }
    for position in added.indices {
      added[position].isReason = true
      added[position].besideRow = row
    }
    statements = statements[..<count] + added
    // What was open may be among those that were dropped.
    open = nil
    isLedByCondition = false
  }

  private var isWaiting: Bool {
    open.map { statements[$0].sides.last?.items.isEmpty ?? false } ?? false
  }

  /// Whether a line without a relation goes on with the terms of the line before.
  private static func isFurtherTerm(_ line: [Notation]) -> Bool {
    let items = line.filter { !$0.isBlank }
    return items.first.map(joinsTerms) ?? false && items.allSatisfy { relation($0) == nil }
  }

  private static func joinsTerms(_ item: Notation) -> Bool {
    switch Sign(item) {
    case .plus?, .minus?, .factor?: true
    default: false
    }
  }

  private static func goesOn(_ item: Notation) -> Bool { joinsTerms(item) || relation(item) != nil }

  static func relation(_ notation: Notation) -> Relation? {
    if case .relation(let relation)? = Sign(notation) { return relation }
    return nil
  }

  // MARK: Lines

  private mutating func addLine(_ items: [Notation]) {
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
  private mutating func takeRange(_ rest: inout ArraySlice<Notation>) -> Bool {
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
  private mutating func endAtGap(before item: Notation, _ rest: ArraySlice<Notation>) {
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

  private mutating func close(_ end: Statement.End) {
    if let open { statements[open].end = end }
    open = nil
  }

  private mutating func add(_ item: Notation, before next: Notation?) {
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
  private mutating func opened(at item: Notation) -> Int {
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

extension Formula {
  /// Whether it goes on with what stands before it: `= p_i`, `\begin{aligned} &\leq 1`.
  public var startsWithRelation: Bool {
    notation.firstOnLine.flatMap(StatementReader.relation) != nil
  }
}

extension Notation {
  /// The first item that stands on its first line, whatever environments are around it.
  fileprivate var firstOnLine: Notation? {
    guard let item = Items.flattened(self).first else { return nil }
    switch item.kind {
    case .aligned(let rows): return (rows.first ?? []).lazy.compactMap(\.firstOnLine).first
    case .gathered(let rows): return rows.first?.firstOnLine
    default: return item
    }
  }
}
