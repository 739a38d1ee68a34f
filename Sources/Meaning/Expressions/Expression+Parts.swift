import Notation

extension Expression {
  /// The expressions directly inside, in reading order.
  public var parts: [Expression] {
    switch kind {
    case .number, .infinity, .name, .index, .parameter: return []
    case .element(let whole, let indices): return [whole] + indices
    case .call(let application): return application.indices + application.arguments
    case .terms(let terms): return terms.map(\.expression)
    case .factors(let factors): return factors.map(\.expression)
    case .fraction(let upper, let lower): return [upper, lower]
    case .power(let base, let exponent): return [base, exponent]
    case .exponential(let inner), .transpose(let inner), .indicator(let inner): return [inner]
    case .logarithm(let inner, let base):
      if case .other(let base) = base { return [base, inner] }
      return [inner]
    case .apply(_, let arguments): return arguments
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

  /// Whether the index occurs in it, outside of what binds the name anew.
  func mentions(index name: String) -> Bool {
    switch kind {
    case .index(let own): return own == name
    case .big(_, let binder, _) where binder.indices.contains(name):
      return [binder.from, binder.to].compactMap { $0 }.contains { $0.mentions(index: name) }
    default: return parts.contains { $0.mentions(index: name) }
    }
  }

  /// Whether any expression in it, itself included, is as asked; definitions are looked into too.
  func contains(_ isWanted: (Expression) -> Bool) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    return contains(isWanted, outside: &seen)
  }

  /// Definitions share definitions: each is looked into once.
  private func contains(
    _ isWanted: (Expression) -> Bool, outside seen: inout Set<ObjectIdentifier>
  ) -> Bool {
    if isWanted(self) || parts.contains(where: { $0.contains(isWanted, outside: &seen) }) {
      return true
    }
    guard case .call(let application) = kind,
      seen.insert(ObjectIdentifier(application.definition)).inserted
    else { return false }
    return application.definition.body.contains(isWanted, outside: &seen)
  }

  /// How many ∂ stand within each other, definitions included.
  var derivativeDepth: Int {
    switch kind {
    case .partial(let body, let variables):
      let indices = variables.flatMap(\.indices).map(\.derivativeDepth).max() ?? 0
      return max(body.derivativeDepth + variables.count, indices)
    case .call(let application):
      return max(
        application.definition.derivativeDepth, parts.map(\.derivativeDepth).max() ?? 0)
    default: return parts.map(\.derivativeDepth).max() ?? 0
    }
  }
}
