public import Notation

/// The terms of a formula as a learner walks them: up to what a term is part of, down to its
/// parts, left and right among those.
public struct TermTree: Sendable {
  public typealias ID = Int

  public struct Term: Sendable {
    public var expression: Expression
    /// nil for a whole side.
    public var parent: ID?
    public var children: [ID]
    /// The Σ and 𝔼 it stands within, outermost first, whose indices have no value of their own.
    var binders: [Expression]
  }

  /// In reading order, a term before its parts.
  public private(set) var terms: [Term] = []
  /// The sides of the formula's chains.
  public private(set) var roots: [ID] = []
  private let notation: Notation

  init(_ sides: [Expression], in notation: Notation) {
    self.notation = notation
    for side in sides { roots.append(add(side, parent: nil, binders: [])) }
  }

  private mutating func add(_ expression: Expression, parent: ID?, binders: [Expression]) -> ID {
    let id = terms.count
    terms.append(Term(expression: expression, parent: parent, children: [], binders: binders))
    let inside: [Expression] =
      switch expression.kind {
      case .big, .expectation: binders + [expression]
      default: binders
      }
    for part in expression.walkedParts {
      let child = add(part, parent: id, binders: inside)
      terms[id].children.append(child)
    }
    return id
  }

  /// The smallest term that holds a notation node.
  public func term(at node: Notation.NodeID) -> ID? {
    guard let range = notation.node(node)?.range else { return nil }
    var best: ID?
    for (id, term) in terms.enumerated()
    where term.expression.range.lowerBound <= range.lowerBound
      && term.expression.range.upperBound >= range.upperBound
    {
      if let best, terms[best].expression.range.count < term.expression.range.count { continue }
      best = id
    }
    return best
  }

  /// The notation nodes that a term is written with: what is to be highlighted.
  public func nodes(of term: ID) -> Set<Notation.NodeID> {
    let range = terms[term].expression.range
    var found: Set<Notation.NodeID> = []
    func collect(_ node: Notation) {
      if !node.range.isEmpty, node.range.lowerBound >= range.lowerBound,
        node.range.upperBound <= range.upperBound
      {
        found.formUnion(node.subtree)
      } else {
        for child in node.children { collect(child) }
      }
    }
    collect(notation)
    return found
  }

  /// The term above; a side has none.
  public func above(_ term: ID) -> ID? { terms[term].parent }

  /// The first term inside.
  public func below(_ term: ID) -> ID? { terms[term].children.first }

  public func next(after term: ID) -> ID? { sibling(of: term, 1) }

  public func previous(before term: ID) -> ID? { sibling(of: term, -1) }

  private func sibling(of term: ID, _ step: Int) -> ID? {
    let row = terms[term].parent.map { terms[$0].children } ?? roots
    guard let position = row.firstIndex(of: term), row.indices.contains(position + step) else {
      return nil
    }
    return row[position + step]
  }
}

extension Expression {
  /// The parts that a learner walks to: those that are written, and mean something alone.
  fileprivate var walkedParts: [Expression] {
    let parts: [Expression] =
      switch kind {
      case .element, .example: []
      case .call(let application): application.arguments
      case .big(_, _, let body): [body]
      case .expectation(_, _, let body): [body]
      case .partial(let body, _): [body]
      case .comparison(_, let left, let right): [left, right]
      default: self.parts
      }
    return parts.filter { !$0.range.isEmpty }
  }
}
