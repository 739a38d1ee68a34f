public import Notation

/// What a term is, for the words that a screen says about it.
public enum TermKind: String, Hashable, Sendable, CaseIterable {
  case number, infinity, name, entry, index, argument, function, terms, product, fraction, power
  case exponential, logarithm, sum, repeatedProduct, maximum, minimum, expectation, derivative
  case transpose, indicator, condition, cases, matrix, row, root, absoluteValue, norm, diagonal
  case oneHot, trace
}

/// The value of a term where it stands.
public enum TermValue: Hashable, Sendable {
  case value(Value)
  /// Within a Σ or an 𝔼: one value for each value of its index.
  case overIndex(name: String, values: [Value])
}

extension Reading {
  /// The terms of one of the formulas.
  public func terms(formula: Int = 0) -> TermTree {
    let sides = chains.flatMap(\.sides).filter { $0.formula == formula }.compactMap(\.expression)
    return TermTree(sides, in: formulas[formula].notation)
  }

  /// The name that a term is, or is an entry of, or applies.
  public func name(of expression: Expression) -> Name? {
    switch expression.kind {
    case .name(let name), .index(let name), .parameter(let name): names[name]
    case .element(let whole, _), .example(let whole, _): self.name(of: whole)
    case .call(let application): names[application.definition.name]
    default: nil
    }
  }

  /// What that name means there: H of two distributions is their cross entropy.
  public func meaning(of expression: Expression) -> NameMeaning? {
    guard let meaning = name(of: expression)?.meaning else { return nil }
    if case .call(let application) = expression.kind, meaning == .entropy,
      application.arguments.count == 2
    {
      return .crossEntropy
    }
    return meaning
  }

  /// The value of a term for the given numbers.
  ///
  /// - Throws: why it has none. Within two sums, one inside the other, a term has too many.
  public func value(
    of term: TermTree.Term, bindings: Bindings
  ) throws(FormulaDiagnostic) -> TermValue {
    let evaluator = Evaluator(names: names, bindings: bindings)
    // Only binders whose index occurs in the term matter to it.
    let binders = term.binders.filter { binder in
      binder.boundNames.contains { term.expression.mentions(index: $0) }
    }
    guard let binder = binders.first else {
      return .value(try evaluator.evaluate(term.expression).value)
    }
    guard binders.count == 1 else {
      throw FormulaDiagnostic(
        "this has a value for every choice of several indices", range: term.expression.range)
    }
    var values: [Value] = []
    for choice in try evaluator.choices(of: binder) {
      values.append(
        try evaluator.withIndices(choice) { () throws(FormulaDiagnostic) in
          try evaluator.evaluate(term.expression).value
        })
    }
    return .overIndex(name: binder.boundNames.first ?? "", values: values)
  }
}

extension Expression {
  public var termKind: TermKind {
    switch kind {
    case .number: .number
    case .infinity: .infinity
    case .name: .name
    case .index: .index
    case .parameter: .argument
    case .element: .entry
    case .example: .row
    case .call(let application):
      !application.definition.parameters.isEmpty
        ? .function : application.indices.isEmpty ? .name : .entry
    case .terms: .terms
    case .factors: .product
    case .fraction: .fraction
    case .power: .power
    case .exponential: .exponential
    case .logarithm: .logarithm
    case .apply(let operation, _): operation.termKind
    case .big(let sign, _, _): sign.termKind
    case .expectation: .expectation
    case .partial: .derivative
    case .transpose: .transpose
    case .indicator: .indicator
    case .comparison, .all: .condition
    case .cases: .cases
    case .matrix: .matrix
    }
  }

  /// The indices that a Σ or an 𝔼 binds.
  fileprivate var boundNames: [String] {
    switch kind {
    case .big(_, let binder, _): binder.indices
    case .expectation(let variable, _, _): [variable.lowercased(), variable]
    default: []
    }
  }
}

extension Expression.Operation {
  fileprivate var termKind: TermKind {
    switch self {
    case .max: .maximum
    case .min: .minimum
    case .absolute: .absoluteValue
    case .norm, .oneNorm, .maximumNorm: .norm
    case .squareRoot: .root
    case .diagonal: .diagonal
    case .oneHot: .oneHot
    case .trace: .trace
    }
  }
}

extension Expression.BigSign {
  fileprivate var termKind: TermKind {
    switch self {
    case .sum: .sum
    case .product: .repeatedProduct
    case .max: .maximum
    case .min: .minimum
    }
  }
}

extension Evaluator {
  /// The values of the indices that a Σ or an 𝔼 runs through.
  fileprivate func choices(of binder: Expression) throws(FormulaDiagnostic) -> [Choice] {
    switch binder.kind {
    case .big(_, let own, _): return try admittedChoices(of: own, at: binder)
    case .expectation(let variable, _, _):
      return (1...max(1, try count(.classes, at: binder.range))).map { position in
        [variable, variable.lowercased()].map { ($0, position) }
      }
    default: return []
    }
  }
}
