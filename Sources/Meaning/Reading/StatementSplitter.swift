import Notation

/// Cuts formulas into chains, by rule 18: rows of an aligned block join, a `&&` cell is a reason,
/// an arrow, a comma or words end a chain, and a formula that starts with = continues the one
/// before.
struct StatementSplitter {
  /// A chain before its sides have been read.
  struct Draft {
    struct Side {
      var formula: Int
      var items: [Notation] = []
      /// Where an empty side stands.
      var place: Notation
    }
    var sides: [Side]
    var links: [Chain.Link] = []
  }

  private(set) var drafts: [Draft] = []
  let names: Names
  /// The chain that goes on, if one does.
  private var open: Int?
  private var formula = 0
  private var row = 0

  init(_ formulas: [Formula], names: Names) {
    self.names = names
    for (position, formula) in formulas.enumerated() {
      self.formula = position
      row = 0
      // Only what starts with a relation goes on with the chain before.
      let startsWithRelation =
        Self.leaves(of: formula.notation).first.map { Self.relation($0) != nil } ?? false
      if !startsWithRelation { open = nil }
      add(formula.notation)
    }
  }

  /// The first items that stand on a line, whatever environments are around them.
  private static func leaves(of notation: Notation) -> [Notation] {
    for item in Items.flattened(notation) {
      switch item.kind {
      case .aligned(let rows): return (rows.first ?? []).flatMap(Items.flattened)
      case .gathered(let rows): return rows.first.map(leaves) ?? []
      default: return [item]
      }
    }
    return []
  }

  private static func relation(_ notation: Notation) -> Relation? {
    if case .relation(let relation)? = Sign(notation) { return relation }
    return nil
  }

  private mutating func add(_ notation: Notation) {
    let items = Items.flattened(notation)
    for (position, item) in items.enumerated() {
      switch item.kind {
      case .aligned(let rows): addAligned(rows)
      case .gathered(let rows):
        for row in rows {
          // A row that begins with a sign between terms goes on with the row before.
          if !(Items.flattened(row).first.map(Self.joinsTerms) ?? false) { open = nil }
          add(row)
        }
        open = nil
      default: add(item, before: position + 1 < items.count ? items[position + 1] : nil)
      }
    }
  }

  private mutating func addAligned(_ rows: [[Notation]]) {
    for (position, cells) in rows.enumerated() {
      row = position
      let parts = parts(of: cells)
      // A line with something before its & starts anew, unless a sign is waiting for it or it is
      // a further term.
      if position > 0, let start = cells.first.map(Items.flattened)?.first,
        Self.relation(start) == nil, !isWaiting, !isFurtherTerm(parts.line)
      {
        open = nil
      }
      addAll(parts.line)
      let line = open
      for column in parts.columns {
        open = nil
        addAll(column)
      }
      if !parts.reason.isEmpty { addReason(parts.reason) }
      open = line
    }
  }

  /// A row taken apart: what belongs to the line, equations of further columns, the reason.
  private func parts(
    of cells: [Notation]
  ) -> (line: [Notation], columns: [[Notation]], reason: [Notation]) {
    var line = cells.first.map(Items.flattened) ?? []
    var columns: [[Notation]] = []
    for (position, cell) in cells.enumerated().dropFirst() {
      let items = Items.flattened(cell)
      guard let start = items.first else {
        // `&& \text{quotient rule}`: an empty cell, then the reason; `&&=` gives none.
        let rest = cells[position...].flatMap(Items.flattened)
        guard !line.isEmpty, let next = rest.first, Self.relation(next) == nil else { continue }
        return (line, columns, rest)
      }
      if case .text = start.kind, !isName(start) {
        return (line, columns, cells[position...].flatMap(Items.flattened))
      }
      // After a second & stands another equation, as in `a &= b & c &= d`.
      let isWhole = line.contains { Self.relation($0) != nil }
      if position.isMultiple(of: 2), isWhole, line.last.map(Self.relation) == .some(nil),
        Self.relation(start) == nil, !Self.joinsTerms(start)
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

  private mutating func addAll(_ items: [Notation]) {
    for (index, item) in items.enumerated() {
      add(item, before: index + 1 < items.count ? items[index + 1] : nil)
    }
  }

  /// An equation within a reason or within words is a claim like any other; a name alone is none.
  private mutating func addReason(_ items: [Notation]) {
    open = nil
    let count = drafts.count
    addAll(items.flatMap { $0.fenced.map(Items.flattened) ?? [$0] })
    drafts = drafts[..<count] + drafts[count...].filter { !$0.links.isEmpty }
  }

  private var isWaiting: Bool {
    open.map { drafts[$0].sides.last?.items.isEmpty ?? false } ?? false
  }

  /// Whether a line without a relation goes on with the terms of the line before.
  private func isFurtherTerm(_ line: [Notation]) -> Bool {
    line.first.map(Self.joinsTerms) ?? false && line.allSatisfy { Self.relation($0) == nil }
  }

  private static func joinsTerms(_ item: Notation) -> Bool {
    switch Sign(item) {
    case .plus?, .minus?, .factor?: true
    default: false
    }
  }

  private func isName(_ item: Notation) -> Bool {
    guard let spelling = Spelling.of(item) else { return false }
    return names[spelling] != nil || ExpressionReader.builtIns.contains(spelling)
  }

  private mutating func add(_ item: Notation, before next: Notation?) {
    if let relation = Self.relation(item) {
      let chain = opened(at: item)
      drafts[chain].links.append(
        Chain.Link(
          formula: formula, relation: relation, node: item.id, range: item.range, row: row))
      drafts[chain].sides.append(Draft.Side(formula: formula, place: item))
      return
    }
    switch Sign(item) {
    case .arrow?, .comma?:
      open = nil
      return
    default: break
    }
    let inside = Items.flattened(item)
    if inside.count == 1, case .text(let runs) = inside[0].kind, !isName(inside[0]),
      next?.fenced == nil
    {
      for case .formula(let notation) in runs { addReason(Items.flattened(notation)) }
      open = nil
      return
    }
    if item.isSymbol("."), next == nil { return }
    let chain = opened(at: item)
    drafts[chain].sides[drafts[chain].sides.count - 1].items.append(item)
  }

  /// The chain under way, or a new one.
  private mutating func opened(at item: Notation) -> Int {
    if let open { return open }
    drafts.append(Draft(sides: [Draft.Side(formula: formula, place: item)]))
    open = drafts.count - 1
    return drafts.count - 1
  }
}
