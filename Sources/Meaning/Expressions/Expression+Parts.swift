extension Expression {
  /// The expressions directly inside, in reading order.
  public var parts: [Expression] {
    switch kind {
    case .number, .infinity, .name, .index, .parameter: return []
    case .element(let whole, let indices): return [whole] + indices
    case .call(let application), .mapped(let application):
      return application.indices + application.arguments
    case .apply(_, let arguments): return arguments
    case .slope(_, _, let argument): return [argument]
    case .terms(let terms): return terms.map(\.expression)
    case .factors(let factors): return factors.map(\.expression)
    case .fraction(let upper, let lower): return [upper, lower]
    case .power(let base, let exponent): return [base, exponent]
    case .exponential(let inner), .transpose(let inner), .indicator(let inner), .root(let inner),
      .oneHot(let inner):
      return [inner]
    case .logarithm(let inner, let base): return [base, inner]
    case .big(_, let binder, let body):
      return [binder.from, binder.to, binder.condition, body].compactMap { $0 }
    case .expectation(_, let weights, let body): return [weights, body]
    case .partial(let body, let variables): return [body] + variables.flatMap(\.indices)
    case .comparison(_, let left, let right): return [left, right]
    case .all(let conditions): return conditions
    case .cases(let cases):
      return cases.flatMap { [$0.value, $0.condition].compactMap { $0 } }
    case .matrix(let rows): return rows.flatMap { $0 }
    case .example(let matrix, let index): return [matrix, index]
    }
  }

  /// The definition that it uses itself.
  var definition: ResolvedDefinition? {
    switch kind {
    case .call(let application), .mapped(let application): application.definition
    case .slope(.defined(let definition), _, _): definition
    default: nil
    }
  }

  /// Whether an index that is bound at one of these levels occurs in it.
  func mentions(levels: Range<Int>) -> Bool {
    if case .index(let index) = kind { return index.level.map(levels.contains) ?? false }
    return parts.contains { $0.mentions(levels: levels) }
  }

  /// Whether any expression in it, itself included, is as asked; definitions are looked into too.
  func contains(_ isWanted: (Expression) -> Bool) -> Bool {
    var seen: Set<Int> = []
    return contains(isWanted, outside: &seen)
  }

  /// Definitions share definitions: each is looked into once.
  private func contains(_ isWanted: (Expression) -> Bool, outside seen: inout Set<Int>) -> Bool {
    if isWanted(self) || parts.contains(where: { $0.contains(isWanted, outside: &seen) }) {
      return true
    }
    guard let definition, seen.insert(definition.id).inserted else { return false }
    return definition.body.contains(isWanted, outside: &seen)
  }

  /// How many ∂ stand within each other, definitions included. Each part is looked into once.
  var derivativeDepth: Int {
    switch kind {
    case .partial(let body, let variables):
      let indices = variables.flatMap(\.indices).map(\.derivativeDepth).max() ?? 0
      return max(body.derivativeDepth + variables.count, indices)
    case .slope(_, let order, let argument):
      return max((definition?.derivativeDepth ?? 0) + order, argument.derivativeDepth)
    default:
      return max(definition?.derivativeDepth ?? 0, parts.map(\.derivativeDepth).max() ?? 0)
    }
  }
}
