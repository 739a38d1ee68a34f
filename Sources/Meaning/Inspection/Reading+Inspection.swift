public import Notation

/// What a term is, for the words that a screen says about it.
public enum TermKind: String, Hashable, Sendable, CaseIterable {
  case number, infinity, name, entry, index, argument, function, terms, product, fraction, power
  case exponential, logarithm, sum, repeatedProduct, maximum, minimum, expectation, derivative
  case transpose, indicator, condition, cases, matrix, row, root, oneHot
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
    case .name(let name): names[name.spelling]
    case .index(let index): names[index.name]
    case .parameter(let parameter): names[parameter.name]
    case .element(let whole, _), .example(let whole, _): self.name(of: whole)
    case .call(let application): names[application.definition.name]
    default: nil
    }
  }

  /// The function of the table that a term applies.
  public func function(of expression: Expression) -> Function? {
    if case .apply(let function, _) = expression.kind { return function }
    if case .slope(.table(let function), _, _) = expression.kind { return function }
    return nil
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
    // Only binders whose index occurs in the term matter to it; the others may take any value.
    var level = 0
    var placeholders: [Int] = []
    var mattering: [(binder: Expression, level: Int)] = []
    for binder in term.binders {
      let count = binder.boundCount
      if term.expression.mentions(levels: level..<(level + count)) {
        mattering.append((binder, level))
      }
      level += count
      placeholders += [Int](repeating: 1, count: count)
    }
    func value(_ indices: [Int]) throws(FormulaDiagnostic) -> Value {
      try evaluator.withIndices(indices) { () throws(FormulaDiagnostic) in
        try evaluator.evaluate(term.expression).value
      }
    }
    guard let (binder, level) = mattering.first else { return .value(try value(placeholders)) }
    guard mattering.count == 1 else {
      throw FormulaDiagnostic(
        .severalIndices, range: term.expression.range)
    }
    var values: [Value] = []
    for choice in try evaluator.choices(of: binder, inside: Array(placeholders[..<level])) {
      var indices = placeholders
      indices.replaceSubrange(level..<(level + choice.count), with: choice)
      values.append(try value(indices))
    }
    return .overIndex(name: binder.boundName, values: values)
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
    case .mapped, .apply, .slope: .function
    case .root: .root
    case .oneHot: .oneHot
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

  /// How many indices a Σ or an 𝔼 binds.
  fileprivate var boundCount: Int {
    switch kind {
    case .big(_, let binder, _): binder.indices.count
    case .expectation: 1
    default: 0
    }
  }

  /// The first index that it binds.
  fileprivate var boundName: String {
    switch kind {
    case .big(_, let binder, _): binder.indices.first ?? ""
    case .expectation(let outcome, _, _): outcome.name.lowercased()
    default: ""
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
    case .argmax, .argmin: .function
    }
  }
}

extension Evaluator {
  /// The values of the indices that a Σ or an 𝔼 runs through.
  fileprivate func choices(
    of binder: Expression, inside outer: [Int]
  ) throws(FormulaDiagnostic) -> [[Int]] {
    switch binder.kind {
    case .big(_, let own, _):
      return try withIndices(outer) { () throws(FormulaDiagnostic) in
        try admittedChoices(of: own, at: binder)
      }
    case .expectation:
      return (1...max(1, try count(.classes, at: binder.range))).map { [$0] }
    default: return []
    }
  }
}
