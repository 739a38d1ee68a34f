extension Notation {
  /// The nodes directly inside, in reading order.
  public var children: [Notation] {
    switch kind {
    case .symbol, .number, .function, .bigOperator, .delimiter, .space, .style, .broken: []
    case .row(let items): items
    case .gathered(let rows): rows
    case .fraction(let upper, let lower), .binomial(let upper, let lower): [upper, lower]
    case .script(let base, let lower, let upper, _, _): [base, lower, upper].compactMap { $0 }
    case .fence(_, let body, _, _), .accent(_, let body), .font(_, let body), .boxed(let body),
      .cancelled(let body),
      .colored(_, let body), .negated(let body), .phantom(let body), .classed(_, let body):
      [body]
    case .matrix(_, let rows), .array(_, let rows), .cases(let rows), .aligned(let rows):
      rows.flatMap { $0 }
    case .radical(let index, let radicand): [index, radicand].compactMap { $0 }
    case .brace(_, let body, let label): [body, label].compactMap { $0 }
    case .stack(let base, let over, let under): [over, base, under].compactMap { $0 }
    case .text(let runs):
      runs.compactMap { if case .formula(let formula) = $0 { formula } else { nil } }
    }
  }

  /// The same tree with every node directly inside replaced.
  public func mapChildren(_ transform: (Notation) -> Notation) -> Notation {
    func rows(_ rows: [[Notation]]) -> [[Notation]] { rows.map { $0.map(transform) } }
    var copy = self
    switch kind {
    case .symbol, .number, .function, .bigOperator, .delimiter, .space, .style, .broken: break
    case .row(let items): copy.kind = .row(items.map(transform))
    case .gathered(let items): copy.kind = .gathered(rows: items.map(transform))
    case .fraction(let upper, let lower):
      copy.kind = .fraction(numerator: transform(upper), denominator: transform(lower))
    case .binomial(let upper, let lower):
      copy.kind = .binomial(upper: transform(upper), lower: transform(lower))
    case .script(let base, let lower, let upper, let primes, let limits):
      copy.kind = .script(
        base: base.map(transform), lower: lower.map(transform), upper: upper.map(transform),
        primes: primes, limits: limits)
    case .fence(let open, let body, let close, let growth):
      copy.kind = .fence(open: open, body: transform(body), close: close, growth: growth)
    case .matrix(let style, let cells): copy.kind = .matrix(style, rows: rows(cells))
    case .array(let columns, let cells):
      copy.kind = .array(columns: columns, rows: rows(cells))
    case .cases(let cells): copy.kind = .cases(rows: rows(cells))
    case .aligned(let cells): copy.kind = .aligned(rows: rows(cells))
    case .accent(let accent, let body): copy.kind = .accent(accent, transform(body))
    case .font(let font, let body): copy.kind = .font(font, transform(body))
    case .text(let runs):
      copy.kind = .text(
        runs.map { if case .formula(let inner) = $0 { .formula(transform(inner)) } else { $0 } })
    case .radical(let index, let radicand):
      copy.kind = .radical(index: index.map(transform), radicand: transform(radicand))
    case .brace(let side, let body, let label):
      copy.kind = .brace(side, body: transform(body), label: label.map(transform))
    case .stack(let base, let over, let under):
      let over = over.map(transform)
      let base = transform(base)
      copy.kind = .stack(base: base, over: over, under: under.map(transform))
    case .boxed(let body): copy.kind = .boxed(transform(body))
    case .cancelled(let body): copy.kind = .cancelled(transform(body))
    case .colored(let name, let body): copy.kind = .colored(name: name, transform(body))
    case .negated(let body): copy.kind = .negated(transform(body))
    case .classed(let atomClass, let body): copy.kind = .classed(atomClass, transform(body))
    case .phantom(let body): copy.kind = .phantom(transform(body))
    }
    return copy
  }

  /// The same tree with ids 0, 1, 2 … in reading order, a parent before its children.
  public func renumbered() -> Notation {
    var next = 0
    func number(_ node: Notation) -> Notation {
      var node = node
      node.id = next
      next += 1
      return node.mapChildren(number)
    }
    return number(self)
  }

  /// The same tree with every range grown to hold those of the nodes inside.
  func coveringChildren() -> Notation {
    var copy = mapChildren { $0.coveringChildren() }
    for child in copy.children {
      copy.range =
        min(
          copy.range.lowerBound, child.range.lowerBound)..<max(
          copy.range.upperBound, child.range.upperBound)
    }
    return copy
  }

  /// The node with that id, or nil if the tree has none.
  public func node(_ id: NodeID) -> Notation? { path(to: id)?.last }

  /// The node that directly holds the one with that id; nil for the root.
  public func parent(of id: NodeID) -> Notation? { path(to: id)?.dropLast().last }

  /// The ids of this node and of all nodes inside it.
  public var subtree: Set<NodeID> {
    children.reduce(into: [id]) { $0.formUnion($1.subtree) }
  }

  /// The nodes from this one down to the one with that id.
  public func path(to id: NodeID) -> [Notation]? {
    if self.id == id { return [self] }
    for child in children {
      if let path = child.path(to: id) { return [self] + path }
    }
    return nil
  }
}
