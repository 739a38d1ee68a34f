import Notation

extension Resolver {
  func resolve(_ syntax: Syntax, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    switch syntax.kind {
    case .terms(let terms): return try resolve(terms, syntax, in: scope)
    case .factors(let factors): return try resolve(factors, syntax, in: scope)
    default:
      var factors = Factors([Syntax.Factor(sign: .beside, syntax: syntax)])
      return try resolveFactor(&factors, in: scope)
    }
  }

  /// Resolves what must be a number.
  func resolveNumber(
    _ syntax: Syntax, in scope: Scope, place: NumberPlace
  ) throws(FormulaDiagnostic) -> Expression {
    let number = try resolve(syntax, in: scope)
    guard number.sort == .scalar else { throw notScalar(number, in: place) }
    return number
  }

  private func resolve(
    _ terms: [Syntax.Term], _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var resolved: [Expression.Term] = []
    for term in terms {
      resolved.append(
        Expression.Term(
          isSubtracted: term.isSubtracted, expression: try resolve(term.syntax, in: scope)))
    }
    return Expression(.terms(resolved), try sortOfSum(resolved), at: syntax)
  }

  private func resolve(
    _ syntax: [Syntax.Factor], _ whole: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var factors = Factors(syntax)
    var resolved: [Expression.Factor] = []
    while let next = factors.next {
      if next.sign == .beside, resolved.last?.sign == .slash {
        throw FormulaDiagnostic(
          .unclearStroke,
          suggestion: "write \\frac{…}{…}", range: next.syntax.range)
      }
      if next.sign == .beside, let before = resolved.last,
        case .bracket(let bracket) = next.syntax.kind,
        bracket.isSquare, bracket.only?.isNumber ?? false, !before.expression.isLiteral
      {
        throw FormulaDiagnostic(
          .pickedWithBrackets,
          suggestion: "p_1", range: bracket.range)
      }
      let factor = try resolveFactor(&factors, in: scope)
      resolved.append(
        Expression.Factor(sign: resolved.isEmpty ? .beside : next.sign, expression: factor))
    }
    if resolved.count == 1 {
      // A function and its argument are one term: a highlight shows both.
      var only = resolved[0].expression
      only.range = only.range.lowerBound..<max(only.range.upperBound, whole.range.upperBound)
      return only
    }
    return Expression(.factors(resolved), try sortOfProduct(resolved), at: whole)
  }

  /// One factor, with the arguments that it takes from those behind it.
  func resolveFactor(
    _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let syntax = factors.take()?.syntax else {
      throw FormulaDiagnostic(.factorMissing, range: factors.range)
    }
    return try nested(at: syntax.range) { () throws(FormulaDiagnostic) in
      switch syntax.kind {
      case .word(let word): try resolveWord(word, nil, syntax, &factors, in: scope)
      case .scripted(let base, let scripts):
        if case .word(let word) = base.kind {
          try resolveWord(word, scripts, syntax, &factors, in: scope)
        } else {
          try addScripts(scripts, to: try resolve(base, in: scope), syntax, in: scope)
        }
      default: try resolveAtom(syntax, in: scope)
      }
    }
  }

  /// A factor that needs nothing of what follows it.
  private func resolveAtom(
    _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort = .scalar) -> Expression {
      Expression(kind, sort, at: syntax)
    }
    switch syntax.kind {
    case .number(let digits): return make(Expression.literal(digits))
    case .infinity: return make(.infinity)
    case .fraction(let upper, let lower):
      let (numerator, denominator) = (
        try resolve(upper, in: scope), try resolve(lower, in: scope)
      )
      guard denominator.sort == .scalar, numerator.sort != .truth else {
        throw FormulaDiagnostic(
          .dividedBy(denominator.sort), range: lower.range)
      }
      return make(.fraction(numerator, denominator), numerator.sort)
    case .root(let radicand, let degree):
      let inner = try resolveNumber(radicand, in: scope, place: .root)
      guard let degree else { return make(.root(inner)) }
      let order = try resolveNumber(degree, in: scope, place: .degreeOfRoot)
      let one = Expression(Expression.literal("1"), .scalar, at: degree)
      let exponent = Expression(.fraction(one, order), .scalar, at: degree)
      return make(.power(inner, exponent: exponent))
    case .bracket(let bracket): return try resolve(bracket, in: scope)
    case .bars(let isDouble, let body):
      let inner = try resolve(body, in: scope)
      let isNorm = isDouble || inner.sort == .vector || inner.sort == .row
      if !isNorm, inner.sort != .scalar { throw notScalar(inner, in: .absoluteValue) }
      return make(.apply(try function(isNorm ? "norm" : "abs", at: syntax), [inner]))
    case .big(let big): return try resolve(big, syntax, in: scope)
    case .derivative(let derivative): return try resolve(derivative, syntax, in: scope)
    case .expectation(let expectation): return try resolve(expectation, syntax, in: scope)
    case .indicator(let condition): return make(.indicator(try resolve(condition, in: scope)))
    case .matrix(let rows):
      var cells: [[Expression]] = []
      for row in rows {
        var entries: [Expression] = []
        for cell in row {
          entries.append(try resolveNumber(cell, in: scope, place: .entry))
        }
        cells.append(entries)
      }
      let sort: Expression.Sort =
        cells[0].count == 1 ? .vector : cells.count == 1 ? .row : .matrix
      return make(.matrix(cells), sort)
    case .cases(let cases): return try resolve(cases, syntax, in: scope)
    case .terms, .factors, .word, .scripted: return try resolve(syntax, in: scope)
    }
  }

  func function(_ name: String, at syntax: Syntax) throws(FormulaDiagnostic) -> Function {
    guard let function = Function.named(name) else {
      throw FormulaDiagnostic(.notDefined(name), range: syntax.range)
    }
    return function
  }

  /// A bracket that only groups, or a list, which is a vector.
  func resolve(
    _ bracket: Syntax.Bracket, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard bracket.parts.count > 1 else {
      var inner = try resolve(bracket.parts[0].content.get(), in: scope)
      // The brackets belong to the term: a highlight shows them too.
      (inner.node, inner.range) = (bracket.node, bracket.range)
      return inner
    }
    var entries: [Expression] = []
    for part in bracket.parts {
      entries.append(try resolve(part.content.get(), in: scope))
    }
    // A list of rows is a matrix.
    let rows = entries.compactMap { entry -> [Expression]? in
      guard case .matrix(let rows) = entry.kind, entry.sort == .vector else { return nil }
      return rows.flatMap { $0 }
    }
    if rows.count == entries.count, Set(rows.map(\.count)).count == 1 {
      return Expression(.matrix(rows), .matrix, node: bracket.node, range: bracket.range)
    }
    for entry in entries where entry.sort != .scalar { throw notScalar(entry, in: .list) }
    return Expression(
      .matrix(entries.map { [$0] }), .vector, node: bracket.node, range: bracket.range)
  }

  func notScalar(_ expression: Expression, in place: NumberPlace) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .needsNumber(place, expression.sort), range: expression.range)
  }

  // MARK: Conditions and cases

  func resolve(
    _ condition: Syntax.Condition, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var conditions: [Expression] = []
    for comparison in condition.comparisons {
      let left = try resolveNumber(comparison.left, in: scope, place: .condition)
      let right = try resolveNumber(comparison.right, in: scope, place: .condition)
      conditions.append(
        Expression(
          .comparison(comparison.relation, left, right), .truth, node: left.node,
          range: left.range.lowerBound..<max(left.range.upperBound, right.range.upperBound)))
    }
    if conditions.count == 1 { return conditions[0] }
    return Expression(
      .all(conditions), .truth, node: condition.node, range: condition.range)
  }

  private func resolve(
    _ cases: [Syntax.Case], _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var resolved: [Expression.Case] = []
    for option in cases {
      let value = try resolve(option.value, in: scope)
      var condition: Expression?
      if let own = option.condition { condition = try resolve(own, in: scope) }
      resolved.append(Expression.Case(value: value, condition: condition))
    }
    let sort = resolved[0].value.sort
    guard resolved.allSatisfy({ $0.value.sort == sort }) else {
      throw FormulaDiagnostic(.unequalCases, range: syntax.range)
    }
    return Expression(.cases(resolved), sort, at: syntax)
  }
}

extension Expression {
  fileprivate var isLiteral: Bool {
    if case .number = kind { return true }
    return false
  }
}

/// Factors in a row, resolved from left to right: a function takes its argument from them.
struct Factors {
  private let all: [Syntax.Factor]
  private var position = 0

  init(_ all: [Syntax.Factor]) { self.all = all }

  var next: Syntax.Factor? { position < all.count ? all[position] : nil }

  mutating func take() -> Syntax.Factor? {
    defer { position += 1 }
    return next
  }

  /// Where the next one stands, or the last.
  var range: Range<Int> { (next ?? all.last)?.syntax.range ?? 0..<0 }

  /// The next one, if it stands side by side with what was taken last.
  var beside: Syntax? {
    guard position > 0, let next, next.sign == .beside else { return nil }
    return next.syntax
  }

  /// A bracket that stands right behind, with the scripts that hang on it.
  var bracket: (bracket: Syntax.Bracket, scripts: Syntax.Scripts?, syntax: Syntax)? {
    guard let syntax = beside else { return nil }
    switch syntax.kind {
    case .bracket(let bracket): return (bracket, nil, syntax)
    case .scripted(let base, let scripts):
      guard case .bracket(let bracket) = base.kind, scripts.primes == 0 else { return nil }
      return (bracket, scripts, syntax)
    default: return nil
    }
  }
}
