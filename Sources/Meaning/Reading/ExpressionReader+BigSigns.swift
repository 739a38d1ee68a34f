import Notation

extension ExpressionReader {
  /// Indices of one Σ: with n classes it has n to their number of terms.
  private static let mostIndices = 4

  /// Σ and Π with their body: all factors up to the next + or − of their own level (rules 11–13).
  func readBig(
    _ sign: BigOperator, lower: Notation?, upper: Notation?, _ items: inout Items,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else { throw missing(items) }
    guard sign == .sum || sign == .prod else {
      throw FormulaDiagnostic(
        "\\\(sign.rawValue) is notation only: it has no value", range: item.range)
    }
    guard let lower else {
      throw FormulaDiagnostic(
        "\\\(sign.rawValue) needs its index below", suggestion: "\\\(sign.rawValue)_k",
        range: item.range)
    }
    let start = items.position
    items.advance()
    let (binder, inner, index) = try readBinder(
      lower: lower, upper: upper, before: items.rest, in: scope)
    guard !items.isAtEnd else {
      throw FormulaDiagnostic("what is summed is missing", range: item.range)
    }
    let body = try readProduct(&items, in: inner)
    guard body.sort != .truth else { throw truthAsNumber(body) }
    if sign == .prod { try refuseConstantFactors(body, binder) }
    return Expression(
      .big(sign == .sum ? .sum : .product, binder.counting(index), body: body), body.sort,
      node: item.id, range: items.range(from: start))
  }

  /// Π multiplies a constant as often as its index runs: whoever writes `\prod_k 2 p_k` may not
  /// have meant 2ⁿ.
  private func refuseConstantFactors(
    _ body: Expression, _ binder: Binder
  ) throws(FormulaDiagnostic) {
    let factors: [Expression] =
      if case .factors(let factors) = body.kind { factors.map(\.expression) } else { [body] }
    for factor in factors where !binder.indices.contains(where: factor.mentions(index:)) {
      throw FormulaDiagnostic(
        "this factor has no index of the product; put it before \\prod, or in brackets with the rest",
        range: factor.range)
    }
  }

  /// - Parameter body: what follows the sign; it shows whether Σ_{i<j} runs over pairs.
  func readBinder(
    lower: Notation, upper: Notation?, before body: Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> (Binder, Scope, BoundIndex) {
    let index = BoundIndex()
    var binder = Binder(indices: [], from: nil, to: nil, axis: .classes, condition: nil)
    var conditions: [Items] = []
    let parts = Items(lower).split { $0 == .comma }
    for (position, part) in parts.enumerated() {
      guard let first = part.next else {
        throw FormulaDiagnostic("an index is missing here", range: lower.range)
      }
      let sides = part.split { if case .relation = $0 { true } else { false } }
      if part.all.count == 1, let name = Spelling.of(first) {
        guard conditions.isEmpty else {
          throw FormulaDiagnostic(
            "it is unclear whether \(name) is summed over too, or left out too",
            suggestion: "k \\neq i, k \\neq j", range: first.range)
        }
        binder.indices.append(name)
      } else if sides.count == 1, let name = try boundByMembership(part) {
        binder.indices.append(name)
      } else if sides.count == 2, position > 0, upper == nil || binder.from != nil {
        conditions.append(part)
      } else if sides.count == 2, let sign = relation(in: part) {
        try readLimits(
          sign, sides, part, before: body, &binder, &conditions, in: scope)
      } else if part.all.count > 1, part.all.allSatisfy({ Spelling.of($0) != nil }) {
        // Σ_{ij}
        binder.indices += part.all.compactMap(Spelling.of)
      } else {
        throw FormulaDiagnostic(
          "this does not say what the index is", suggestion: "\\sum_{k=1}^n",
          range: first.range)
      }
    }
    guard !binder.indices.isEmpty else {
      throw FormulaDiagnostic("an index is missing here", range: lower.range)
    }
    guard Set(binder.indices).count == binder.indices.count else {
      throw FormulaDiagnostic("an index stands here twice", range: lower.range)
    }
    guard binder.indices.count <= Self.mostIndices else {
      throw FormulaDiagnostic("more than \(Self.mostIndices) indices", range: lower.range)
    }
    if let upper {
      // The limits are read outside: Σ_{k=1}^k ends at the outer k.
      binder.to = try readLimit(upper, in: scope)
    }
    let inner = scope.binding(binder.indices, to: index)
    var read: [Expression] = []
    for condition in conditions { read.append(try readCondition(condition, in: inner)) }
    if let first = read.first {
      binder.condition =
        read.count == 1
        ? first : Expression(.all(read), .truth, node: lower.id, range: lower.range)
    }
    return (binder, inner, index)
  }

  /// `x \in \mathcal{X}` binds x over all outcomes. What another set holds, nothing says.
  private func boundByMembership(_ part: Items) throws(FormulaDiagnostic) -> String? {
    guard part.all.count >= 3, Sign(part.all[1]) == .otherRelation("in") else { return nil }
    guard let name = Spelling.of(part.all[0]) else { return nil }
    guard part.all.count == 3, part.all[2].isOutcomeSet(of: name) else {
      throw FormulaDiagnostic(
        "only \\mathcal{X}, the set of all outcomes, has a meaning here",
        suggestion: "\\sum_{k=1}^n", range: part.all[2].range)
    }
    return name
  }

  private func relation(in part: Items) -> Relation? {
    for item in part.all {
      if case .relation(let relation)? = Sign(item) { return relation }
    }
    return nil
  }

  private func readLimits(
    _ relation: Relation, _ sides: [Items], _ part: Items, before body: Items,
    _ binder: inout Binder, _ conditions: inout [Items], in scope: Scope
  ) throws(FormulaDiagnostic) {
    func name(_ side: Items) -> String? {
      side.all.count == 1 ? Spelling.of(side.all[0]) : nil
    }
    if relation == .equal, let left = name(sides[0]) {
      binder.indices.append(left)
      binder.from = try read(all: sides[1], in: scope)
      return
    }
    conditions.append(part)
    let (left, right) = (name(sides[0]), name(sides[1]))
    switch (left, right) {
    case (let left?, nil): binder.indices.append(left)
    case (nil, let right?): binder.indices.append(right)
    case (let left?, let right?) where left == right:
      throw FormulaDiagnostic(
        "an index is compared with itself here", range: part.all[0].range)
    case (let left?, let right?):
      if [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(relation),
        !isOutside(left, in: scope), !isOutside(right, in: scope),
        body.all.contains(where: { $0.mentions(name: left) }),
        body.all.contains(where: { $0.mentions(name: right) })
      {
        // Σ_{i<j} p_i p_j runs over all pairs.
        if chainIndices == nil { hasOpenSums = true }
        binder.indices += [left, right]
      } else if chainIndices == nil {
        // First the rest of the chain must show which of the two is used outside.
        hasOpenSums = true
        binder.indices += [left, right].filter { scope.indices[$0] == nil }
      } else {
        binder.indices.append(bound(of: left, right, in: scope, at: part.all[0].range))
      }
    case (nil, nil):
      throw FormulaDiagnostic(
        "this does not say what the index is", suggestion: "\\sum_{k \\neq i}",
        range: part.all[0].range)
    }
  }

  /// Rule 13: of a ≠ b, the one that is not free elsewhere in the chain; undecided, the left one.
  private func bound(
    of left: String, _ right: String, in scope: Scope, at range: Range<Int>
  ) -> String {
    switch (isOutside(left, in: scope), isOutside(right, in: scope)) {
    case (true, false): return right
    case (false, true): return left
    default:
      lint(
        "it is unclear which index the sum binds: \(left) is taken; for both write "
          + "\\sum_i \\sum_{j \\neq i}", at: range)
      return left
    }
  }

  /// Whether an index is chosen or bound outside of the sum.
  private func isOutside(_ name: String, in scope: Scope) -> Bool {
    scope.indices[name] != nil || (chainIndices?.contains(name) ?? false)
      || names[name].map { $0.kind == .scalar || $0.meaning == .targetClass } ?? false
  }

  private func readLimit(
    _ limit: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let limit = try read(limit, in: scope)
    guard limit.sort == .scalar else { throw notScalar(limit, in: "a limit") }
    return limit
  }
}

extension Notation {
  /// Whether a name stands in it, in scripts or elsewhere.
  fileprivate func mentions(name: String) -> Bool {
    Spelling.of(self) == name || children.contains { $0.mentions(name: name) }
  }

  /// A calligraphic letter, or the variable's own in upper case: so books write the set of all
  /// outcomes.
  fileprivate func isOutcomeSet(of variable: String) -> Bool {
    if case .font(let font, _) = kind, font == .mathcal || font == .mathscr { return true }
    let spelling = Spelling.of(self)
    return spelling != variable && spelling == variable.uppercased()
  }
}

extension Binder {
  /// With the axis that the uses of its index have shown.
  func counting(_ index: BoundIndex) -> Binder {
    var binder = self
    binder.axis = index.axis ?? .classes
    return binder
  }
}
