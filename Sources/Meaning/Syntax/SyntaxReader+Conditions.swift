import Notation

extension SyntaxReader {
  /// `i = j`, `i \neq k, k \neq t`, `1 \leq i \leq n`: relations that must all hold.
  mutating func readCondition(_ items: Items) throws(FormulaDiagnostic) -> Syntax.Condition {
    var comparisons: [Syntax.Condition.Comparison] = []
    for part in items.split({ $0 == .comma }) {
      var relations: [Relation] = []
      for item in part.all {
        if case .relation(let relation)? = Sign(item) { relations.append(relation) }
      }
      guard !relations.isEmpty else {
        throw FormulaDiagnostic(
          .conditionMissing, suggestion: "i = j",
          range: (part.next ?? items.place).range)
      }
      var sides: [Syntax] = []
      for side in part.split({ if case .relation = $0 { true } else { false } }) {
        sides.append(try read(all: side))
      }
      for (position, relation) in relations.enumerated() {
        let (left, right) = (sides[position], sides[position + 1])
        guard relation != .definition, relation != .approximate else {
          throw FormulaDiagnostic(.notACondition(relation.rawValue), range: right.range)
        }
        comparisons.append(
          Syntax.Condition.Comparison(relation: relation, left: left, right: right))
      }
    }
    return Syntax.Condition(
      comparisons: comparisons, node: items.node(at: 0), range: items.place.range)
  }

  /// What a step's `when:` says.
  static func readCondition(of formula: Formula) throws(FormulaDiagnostic) -> Syntax.Condition {
    var reader = SyntaxReader()
    return try reader.readCondition(Items(formula.notation))
  }

  /// 𝟙(i = y), \mathbb{I}[…], \mathbb{1}_{i = j}, 1_{i=j}, [i = j]: a truth as 0 or 1.
  mutating func readIndicator(_ items: inout Items) throws(FormulaDiagnostic) -> Syntax? {
    guard let item = items.next else { return nil }
    let start = items.position
    if item.isIndicatorSign, let next = items.item(ahead: 1), let condition = next.bracketed {
      guard Items(condition).all.contains(where: \.isRelationSign) else {
        guard case .font(.mathbb, _) = item.kind else { return nil }
        throw FormulaDiagnostic(
          .conditionMissing, suggestion: "i = j", range: condition.range)
      }
      items.advance()
      items.advance()
      let truth = try readCondition(Items(condition))
      return Syntax(.indicator(truth), node: item.id, range: items.range(from: start))
    }
    if case .script(let base?, let lower?, nil, 0, _) = item.kind, base.isIndicatorSign {
      let condition = Items(Items.flattened(lower).first?.bracketed ?? lower)
      guard condition.all.contains(where: \.isRelationSign) else { return nil }
      items.advance()
      return Syntax(.indicator(try readCondition(condition)), at: item)
    }
    if case .fence(.leftBracket, let body, .rightBracket, _) = item.kind,
      Items(body).all.contains(where: \.isRelationSign)
    {
      items.advance()
      return Syntax(.indicator(try readCondition(Items(body))), at: item)
    }
    return nil
  }

  /// Rule 16: E_{x \sim P}[…] weights every outcome by P, and reaches as far as its bracket.
  mutating func readExpectation(
    _ base: Notation, _ lower: Notation, _ items: inout Items
  ) throws(FormulaDiagnostic) -> Syntax? {
    let sides = Items(lower).split { $0 == .otherRelation("sim") }
    guard Self.word(base.bare)?.spelling == "E", sides.count == 2, let item = items.next else {
      return nil
    }
    guard sides[0].all.count == 1, let variable = Self.word(sides[0].all[0])?.spelling else {
      throw FormulaDiagnostic(.expectationOfOneName, range: lower.range)
    }
    let start = items.position
    items.advance()
    let weights = try read(all: sides[1])
    guard let next = items.next, next.bracketed != nil else {
      throw FormulaDiagnostic(
        .expectationWithoutBracket, suggestion: "\\mathbb{E}_{x \\sim P}[…]",
        range: item.range)
    }
    items.advance()
    return Syntax(
      .expectation(
        Syntax.Expectation(variable: variable, weights: weights, body: try readAtom(next))),
      node: item.id, range: items.range(from: start))
  }

  // MARK: Cases

  /// Each row a value and a condition: behind an &, a comma, a gap or words.
  mutating func readCases(
    _ rows: [[Notation]], in item: Notation
  ) throws(FormulaDiagnostic) -> [Syntax.Case] {
    var cases: [Syntax.Case] = []
    for row in rows where !row.allSatisfy(\.isBlank) {
      guard let parts = Self.parts(ofCase: row) else {
        throw FormulaDiagnostic(
          .caseColumns, range: (row.first ?? item).range)
      }
      let value = try read(all: Items(parts.value, in: row[0]))
      var condition: Syntax.Condition?
      if !parts.condition.isEmpty {
        let place = Notation(
          .row(parts.condition),
          range: parts.condition[0].range
            .lowerBound..<parts.condition[parts.condition.count - 1].range.upperBound,
          id: parts.condition[0].id)
        condition = try readCondition(Items(parts.condition, in: place))
      }
      cases.append(Syntax.Case(value: value, condition: condition))
    }
    guard !cases.isEmpty else {
      throw FormulaDiagnostic(.caseMissing, range: item.range)
    }
    return cases
  }

  private static func parts(
    ofCase row: [Notation]
  ) -> (value: [Notation], condition: [Notation])? {
    let cells = row.map(Items.flattened)
    var value = cells[0]
    var rest = cells.dropFirst().flatMap { $0 }
    if cells.count == 1 {
      guard
        let end = value.firstIndex(where: {
          Sign($0) == .comma || $0.isWords
            || $0.fenced.map { Items($0).all.contains(where: \.isRelationSign) } ?? false
        })
      else { return nil }
      rest = Array(value[end...])
      value = Array(value[..<end])
    }
    while let last = value.last, Sign(last) == .comma { value.removeLast() }
    return value.isEmpty ? nil : (value, said(rest))
  }

  /// Words such as "if" and "otherwise" say nothing that the rest does not.
  private static func said(_ cell: [Notation]) -> [Notation] {
    var said = cell.flatMap { item -> [Notation] in
      if case .text(let runs) = item.kind {
        return runs.flatMap { run -> [Notation] in
          if case .formula(let inside) = run { Items.flattened(inside) } else { [] }
        }
      }
      return item.isSymbol(".") || Sign(item) == .comma && item.id == cell.first?.id ? [] : [item]
    }
    while let last = said.last, Sign(last) == .comma { said.removeLast() }
    if said.count == 1, let inside = said[0].fenced { return Items.flattened(inside) }
    return said
  }
}

extension Notation {
  /// The inside of a round, square or curly bracket.
  fileprivate var bracketed: Notation? {
    if let fenced { return fenced }
    if case .fence(.leftBrace, let body, .rightBrace, _) = kind { return body }
    return nil
  }

  var isWords: Bool {
    if case .text = kind { return true }
    return false
  }

  /// 1 or I in blackboard or bold type, or a plain 1 or I.
  fileprivate var isIndicatorSign: Bool {
    switch kind {
    case .number("1"): return true
    case .symbol(let symbol): return symbol.name == "I"
    case .font(let font, let body):
      guard font.isBold || font == .mathbb || font == .mathrm else { return false }
      let inside = Items.flattened(body)
      return inside.count == 1 && inside[0].isIndicatorSign
    default: return false
    }
  }
}
