import Notation

extension ExpressionReader {
  /// `i = j`, `i \neq k, k \neq t`: relations that must all hold.
  func readCondition(
    _ items: Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var conditions: [Expression] = []
    for part in items.split({ $0 == .comma }) {
      var sides: [Expression] = []
      var relations: [Relation] = []
      for item in part.all {
        if case .relation(let relation)? = Sign(item) { relations.append(relation) }
      }
      guard !relations.isEmpty else {
        throw FormulaDiagnostic(
          "a condition is missing here", suggestion: "i = j",
          range: (part.next ?? items.place).range)
      }
      for side in part.split({ if case .relation = $0 { true } else { false } }) {
        let read = try read(all: side, in: scope)
        guard read.sort == .scalar else { throw notScalar(read, in: "a condition") }
        sides.append(read)
      }
      for (position, relation) in relations.enumerated() {
        let (left, right) = (sides[position], sides[position + 1])
        guard relation != .definition, relation != .approximate else {
          throw FormulaDiagnostic("\(relation.rawValue) is no condition", range: right.range)
        }
        conditions.append(
          Expression(
            .comparison(relation, left, right), .truth, node: left.node,
            range: left.range.lowerBound..<max(left.range.upperBound, right.range.upperBound)))
      }
    }
    if conditions.count == 1 { return conditions[0] }
    return Expression(
      .all(conditions), .truth, node: items.node(at: 0), range: items.place.range)
  }

  /// 𝟙(i = y), \mathbb{I}[…], \mathbb{1}_{i = j}: a truth as 0 or 1.
  func readIndicator(
    _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    guard let item = items.next else { return nil }
    let start = items.position
    if item.isIndicatorSign, let next = items.item(ahead: 1) {
      var condition = next.fenced
      if case .fence(.leftBrace, let body, .rightBrace, _) = next.kind { condition = body }
      guard let condition else { return nil }
      guard Items(condition).all.contains(where: { Sign($0).isRelation }) else {
        guard case .font(.mathbb, _) = item.kind else { return nil }
        throw FormulaDiagnostic(
          "a condition is missing here", suggestion: "i = j", range: condition.range)
      }
      items.advance()
      items.advance()
      let truth = try readCondition(Items(condition), in: scope)
      return Expression(
        .indicator(truth), .scalar, node: item.id, range: items.range(from: start))
    }
    if case .script(let base?, let lower?, nil, 0, _) = item.kind, base.isIndicatorSign {
      let condition = Items(Items.flattened(lower).first?.fenced ?? lower)
      guard condition.all.contains(where: { Sign($0).isRelation }) else { return nil }
      items.advance()
      let truth = try readCondition(condition, in: scope)
      return Expression(.indicator(truth), .scalar, node: item.id, range: item.range)
    }
    return nil
  }
}

extension Optional<Sign> {
  fileprivate var isRelation: Bool {
    if case .relation? = self { return true }
    return false
  }
}

extension Notation {
  /// 1 or I in blackboard or bold type.
  fileprivate var isIndicatorSign: Bool {
    guard case .font(let font, let body) = kind,
      [.mathbb, .mathbf, .boldsymbol, .mathrm].contains(font)
    else { return false }
    let inside = Items.flattened(body)
    guard inside.count == 1 else { return false }
    switch inside[0].kind {
    case .number("1"): return true
    case .symbol(let symbol): return symbol.name == "I" && font == .mathbb
    default: return false
    }
  }
}
