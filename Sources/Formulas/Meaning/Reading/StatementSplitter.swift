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
  private var isOpen = false
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
      if !startsWithRelation { isOpen = false }
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
          isOpen = false
          add(row)
        }
        isOpen = false
      default: add(item, before: position + 1 < items.count ? items[position + 1] : nil)
      }
    }
  }

  private mutating func addAligned(_ rows: [[Notation]]) {
    for (position, cells) in rows.enumerated() {
      row = position
      let first = cells.first.map(Items.flattened) ?? []
      var items = first
      for cell in cells.dropFirst() {
        // `&& \text{quotient rule}`: an empty cell, then the reason.
        if cell.isBlank, !items.isEmpty { break }
        let more = Items.flattened(cell)
        if let start = more.first, case .text = start.kind, !isName(start) { break }
        items += more
      }
      // A line with something before its & starts anew, unless a sign is waiting for it.
      if position > 0, let start = first.first, Self.relation(start) == nil, !isWaiting {
        isOpen = false
      }
      for (index, item) in items.enumerated() {
        add(item, before: index + 1 < items.count ? items[index + 1] : nil)
      }
    }
  }

  private var isWaiting: Bool { isOpen && drafts.last?.sides.last?.items.isEmpty ?? false }

  private func isName(_ item: Notation) -> Bool {
    guard let spelling = Spelling.of(item) else { return false }
    return names[spelling] != nil || ExpressionReader.builtIns.contains(spelling)
  }

  private mutating func add(_ item: Notation, before next: Notation?) {
    if let relation = Self.relation(item) {
      if !isOpen { open(at: item) }
      drafts[drafts.count - 1].links.append(
        Chain.Link(
          formula: formula, relation: relation, node: item.id, range: item.range, row: row))
      drafts[drafts.count - 1].sides.append(Draft.Side(formula: formula, place: item))
      return
    }
    switch Sign(item) {
    case .arrow?, .comma?:
      isOpen = false
      return
    default: break
    }
    if case .text = item.kind, !isName(item), next?.fenced == nil {
      isOpen = false
      return
    }
    if item.isSymbol("."), next == nil { return }
    if !isOpen { open(at: item) }
    let chain = drafts.count - 1
    drafts[chain].sides[drafts[chain].sides.count - 1].items.append(item)
  }

  private mutating func open(at item: Notation) {
    drafts.append(Draft(sides: [Draft.Side(formula: formula, place: item)]))
    isOpen = true
  }
}
