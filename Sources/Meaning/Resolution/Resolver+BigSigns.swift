import Notation

extension Resolver {
  /// Indices of one Σ: with n classes it has n to their number of terms.
  private static let mostIndices = 4

  func resolve(
    _ big: Syntax.Big, _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var bound = try bind(big.binder, mentionedIn: big.body.allWords, in: scope)
    let body = try resolve(big.body, in: bound.scope)
    guard body.sort != .truth else { throw truthAsNumber(body) }
    if big.sign == .product { try refuseConstantFactors(big.body, body, bound.binder) }
    bound.settle()
    readEnd(of: &bound, big.binder)
    return Expression(
      .big(big.sign == .sum ? .sum : .product, bound.binder, body: body), body.sort, at: syntax)
  }

  /// Π multiplies a constant as often as its index runs: whoever writes `\prod_k 2 p_k` may not
  /// have meant 2ⁿ.
  private func refuseConstantFactors(
    _ syntax: Syntax, _ body: Expression, _ binder: Binder
  ) throws(FormulaDiagnostic) {
    var factors = [body]
    // What a bracket holds together is one factor.
    if case .factors = syntax.kind, case .factors(let several) = body.kind {
      factors = several.map(\.expression)
    }
    let levels = binder.level..<(binder.level + binder.indices.count)
    for factor in factors where !factor.mentions(levels: levels) {
      throw FormulaDiagnostic(
        .outsideProduct,
        range: factor.range)
    }
  }

  /// A binder with the scope inside of it.
  struct Bound {
    var binder: Binder
    var scope: Scope
    var indices: [BoundIndex]

    /// The uses of its index have shown what it counts.
    mutating func settle() {
      binder.axis = indices.lazy.compactMap(\.axis).first ?? .classes
    }
  }

  /// Rules 12 and 13: which names a Σ binds, and what they run over.
  ///
  /// - Parameter words: the words in the body; they show whether Σ_{i<j} runs over pairs.
  func bind(
    _ syntax: Syntax.Binder, mentionedIn words: Set<String>, in scope: Scope
  ) throws(FormulaDiagnostic) -> Bound {
    var binder = Binder(
      indices: [], level: scope.level, from: nil, to: nil, axis: .classes, condition: nil)
    var conditions: [Syntax.Condition] = []
    for (position, part) in syntax.parts.enumerated() {
      switch part {
      case .names(let names, let range):
        guard conditions.isEmpty else {
          throw FormulaDiagnostic(
            .unclearAlsoSummed(names[0]),
            suggestion: "k \\neq i, k \\neq j", range: range)
        }
        binder.indices += names
      case .from(let name, let first):
        if position > 0, syntax.upper == nil || binder.from != nil,
          !binder.indices.isEmpty
        {
          conditions.append(Syntax.Condition(equal: name, first, at: syntax))
        } else {
          binder.indices.append(name)
          binder.from = try resolve(first, in: scope)
        }
      case .member(let name, let set, let range):
        binder.indices.append(name)
        try readSet(set, range, &binder, in: scope)
      case .condition(let condition, let left, let right):
        conditions.append(condition)
        if position > 0, !binder.indices.isEmpty { continue }
        binder.indices += try names(
          boundBy: condition, left, right, mentionedIn: words, in: scope)
      }
    }
    try check(binder.indices, syntax.range)
    if let upper = syntax.upper { binder.to = try resolveEnd(upper, in: scope) }
    let (inner, bound) = scope.binding(binder.indices)
    var resolved: [Expression] = []
    for condition in conditions { resolved.append(try resolve(condition, in: inner)) }
    if let first = resolved.first {
      binder.condition =
        resolved.count == 1
        ? first : Expression(.all(resolved), .truth, node: first.node, range: syntax.range)
    }
    return Bound(binder: binder, scope: inner, indices: bound)
  }

  private func check(_ indices: [String], _ range: Range<Int>) throws(FormulaDiagnostic) {
    guard !indices.isEmpty else {
      throw FormulaDiagnostic(.indexMissingHere, range: range)
    }
    guard Set(indices).count == indices.count else {
      throw FormulaDiagnostic(.indexTwice, range: range)
    }
    guard indices.count <= Self.mostIndices else {
      throw FormulaDiagnostic(.tooManyIndices(most: Self.mostIndices), range: range)
    }
  }

  private func readSet(
    _ set: Syntax.BinderPart.Set, _ range: Range<Int>, _ binder: inout Binder, in scope: Scope
  ) throws(FormulaDiagnostic) {
    switch set {
    case .outcomes: return
    case .range(let from, let to):
      binder.from = try resolveEnd(from, in: scope)
      binder.to = try resolveEnd(to, in: scope)
    case .other:
      // What another set holds, nothing says.
      throw FormulaDiagnostic(
        .onlyAllOutcomes,
        suggestion: "\\sum_{k=1}^n", range: range)
    }
  }

  /// The limits are read outside: Σ_{k=1}^k ends at the outer k. A capital letter that is nothing
  /// else is the number of what the index counts.
  private func resolveEnd(
    _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    if let word = syntax.word, vocabulary.limits.contains(word), names[word] == nil {
      lint(.readAsClassCount(word), suggestion: "n", at: syntax.range)
      return nil
    }
    return try resolveNumber(syntax, in: scope, place: .limit)
  }

  /// N counts examples: above a sum over classes, as many write, it is n.
  private func readEnd(of bound: inout Bound, _ syntax: Syntax.Binder) {
    guard case .name(let name)? = bound.binder.to?.kind, name.meaning == .exampleCount,
      bound.indices.contains(where: { $0.axis == .classes })
    else { return }
    lint(
      .countsExamples(name.spelling),
      suggestion: "n", at: syntax.range)
    bound.binder.to = nil
  }

  // MARK: Conditions

  private func names(
    boundBy condition: Syntax.Condition, _ left: String?, _ right: String?,
    mentionedIn words: Set<String>, in scope: Scope
  ) throws(FormulaDiagnostic) -> [String] {
    let range = condition.comparisons[0].left.range
    switch (left, right) {
    case (let left?, nil): return [left]
    case (nil, let right?): return [right]
    case (nil, nil):
      throw FormulaDiagnostic(
        .noIndexSaid, suggestion: "\\sum_{k \\neq i}", range: range)
    case (let left?, let right?):
      guard left != right else {
        throw FormulaDiagnostic(.comparedWithItself, range: range)
      }
      let isOrder = [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(
        condition.comparisons[0].relation)
      if isOrder, !isOutside(left, in: scope), !isOutside(right, in: scope),
        words.contains(left), words.contains(right)
      {
        // Σ_{i<j} p_i p_j runs over all pairs.
        return [left, right]
      }
      return [bound(of: left, right, in: scope, at: range)]
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
        .unclearBound(taken: left), at: range)
      return left
    }
  }

  /// Whether an index is chosen or bound outside of the sum.
  private func isOutside(_ name: String, in scope: Scope) -> Bool {
    scope.indices[name] != nil || openIndices.contains(name)
      || names[name].map { $0.kind == .scalar || $0.meaning == .targetClass } ?? false
  }

  // MARK: Expectations

  /// Rule 16: E_{x \sim P}[…] weights every outcome by P.
  func resolve(
    _ expectation: Syntax.Expectation, _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let weights = try resolve(expectation.weights, in: scope)
    guard weights.sort == .vector else {
      throw FormulaDiagnostic(.expectationWithoutDistribution, range: weights.range)
    }
    // X ∼ P binds x, as it is written in the bracket.
    var (inner, bound) = scope.binding([expectation.variable])
    inner.bind(expectation.variable.lowercased(), to: bound[0])
    let body = try resolve(expectation.body, in: inner)
    guard body.sort == .scalar else { throw notScalar(body, in: .expectation) }
    return Expression(
      .expectation(
        Expression.Outcome(name: expectation.variable, level: bound[0].level), weights: weights,
        body: body), .scalar, at: syntax)
  }
}

extension Syntax.Condition {
  fileprivate init(equal name: String, _ syntax: Syntax, at binder: Syntax.Binder) {
    let left = Syntax(
      .word(Syntax.Word(spelling: name, isUpright: false)), node: syntax.node,
      range: syntax.range)
    self.init(
      comparisons: [Comparison(relation: .equal, left: left, right: syntax)], node: syntax.node,
      range: binder.range)
  }
}
