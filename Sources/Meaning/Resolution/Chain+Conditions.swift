extension Chain {
  /// Gives each condition to the lines it is about (rule 18): one that stands behind a line, or
  /// beside it, is that line's; one before a colon or an arrow is that of what follows.
  static func attachConditions(_ chains: inout [Chain], _ statements: [Statement]) {
    for position in chains.indices where chains[position].isCondition {
      let statement = statements[position]
      guard let condition = chains[position].asCondition else { continue }
      let before = chains[..<position].lastIndex {
        !$0.isCondition && !$0.links.isEmpty && $0.sides.last?.formula == statement.formula
      }
      let after = chains[(position + 1)...].firstIndex {
        !$0.isCondition && $0.sides[0].formula == statement.formula
      }
      let pointsForward = statement.end == .colon || statement.end == .arrow
      if let after, pointsForward || before == nil {
        chains[after].hold(where: condition, fromRow: nil)
      } else if let before {
        chains[before].hold(where: condition, fromRow: statement.besideRow ?? statement.row)
      } else {
        continue
      }
      chains[position].isAttached = true
    }
    for position in chains.indices { chains[position].spreadConditions() }
  }

  /// As a truth: all its relations.
  private var asCondition: Expression? {
    var comparisons: [Expression] = []
    for (position, link) in links.enumerated() {
      guard let left = sides[position].expression, let right = sides[position + 1].expression,
        ![.definition, .approximate].contains(link.relation)
      else { return nil }
      comparisons.append(
        Expression(
          .comparison(link.relation, left, right), .truth, node: left.node,
          range: left.range.lowerBound..<max(left.range.upperBound, right.range.upperBound)))
    }
    guard let first = comparisons.first else { return nil }
    return comparisons.count == 1
      ? first : Expression(.all(comparisons), .truth, node: first.node, range: first.range)
  }

  /// - Parameter row: of the line that says it; nil if it is about all lines.
  private mutating func hold(where condition: Expression, fromRow row: Int?) {
    let places = links.indices.filter { row == nil || links[$0].row == row }
    for place in places.isEmpty ? Array(links.indices) : places {
      links[place].conditions.append(condition)
    }
  }

  /// A condition goes on holding in the lines below; one alone in a chain holds in all of it.
  private mutating func spreadConditions() {
    let said = links.indices.filter { !links[$0].conditions.isEmpty }
    guard let first = said.first else { return }
    let distinct = Set(said.map { links[$0].conditions })
    for position in links.indices {
      if position < first {
        if distinct.count == 1 { links[position].conditions = links[first].conditions }
      } else if links[position].conditions.isEmpty {
        links[position].conditions = links[position - 1].conditions
      }
    }
    freeIndices.formUnion(
      links.flatMap(\.conditions).reduce(into: Set<String>()) { $0.formUnion($1.chosenIndices) })
  }

  /// The side that a link is compared with: the one before, or where the line above is about other
  /// indices the head of the chain.
  func sideBefore(_ link: Int) -> Int {
    guard link > 0, links[link].conditions != links[link - 1].conditions,
      !links[link - 1].conditions.isEmpty, !links[link].conditions.isEmpty
    else { return link }
    return 0
  }
}

extension Expression {
  /// The indices in it that are chosen outside.
  var chosenIndices: Set<String> {
    if case .index(let index) = kind, index.level == nil { return [index.name] }
    return parts.reduce(into: []) { $0.formUnion($1.chosenIndices) }
  }
}
