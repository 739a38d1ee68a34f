public import Notation

/// Cuts formulas into statements, by rule 18: rows of an aligned block join, a `&&` cell is a
/// reason, an arrow, a comma, words, a gap of a quad or a row's end ends a chain, and a formula that
/// starts with = continues the one before.
struct StatementReader {
  var statements: [Statement] = []
  /// The statement that goes on, if one does.
  var open: Int?
  var formula = 0
  var row = 0
  /// Words such as "if" stood last.
  var isLedByCondition = false

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
  mutating func dropNamesOfIndices(from start: Int) {
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

  mutating func add(_ notation: Notation) {
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
  static func spliced(_ notation: Notation) -> [Notation] {
    guard case .row(let items) = notation.kind else { return spliced([notation]) }
    return spliced(items)
  }

  static func spliced(_ items: [Notation]) -> [Notation] {
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

  mutating func addAligned(_ rows: [[Notation]]) {
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
  static func parts(
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
  mutating func addReason(_ items: [Notation]) {
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

  var isWaiting: Bool {
    open.map { statements[$0].sides.last?.items.isEmpty ?? false } ?? false
  }

  /// Whether a line without a relation goes on with the terms of the line before.
  static func isFurtherTerm(_ line: [Notation]) -> Bool {
    let items = line.filter { !$0.isBlank }
    return items.first.map(joinsTerms) ?? false && items.allSatisfy { relation($0) == nil }
  }

  static func joinsTerms(_ item: Notation) -> Bool {
    switch Sign(item) {
    case .plus?, .minus?, .factor?: true
    default: false
    }
  }

  static func goesOn(_ item: Notation) -> Bool { joinsTerms(item) || relation(item) != nil }

  static func relation(_ notation: Notation) -> Relation? {
    if case .relation(let relation)? = Sign(notation) { return relation }
    return nil
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
