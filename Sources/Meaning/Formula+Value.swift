public import Notation

extension Formula {
  /// What the formula is worth for the given numbers; relations are worth a truth.
  ///
  /// ```
  /// Formula("p_1").value(names: .course, bindings: bindings)
  /// ```
  ///
  /// - Throws: the first thing that is wrong with it, at its place: an undefined name, an index
  ///   that nothing chooses, shapes that do not fit, an ambiguous product.
  public func value(names: Names, bindings: Bindings) throws(FormulaDiagnostic) -> Value {
    try Reading(self, names: names).value(bindings: bindings)
  }
}

extension Reading {
  /// What the formula is worth for the given numbers. Relations are worth a truth: whether all of
  /// them hold, as far as rounding lets one tell.
  public func value(bindings: Bindings) throws(FormulaDiagnostic) -> Value {
    for found in diagnostics {
      if let error = found.first(where: { $0.severity == .error }) { throw error }
    }
    let evaluator = Evaluator(names: names, bindings: bindings)
    if chains.count == 1, chains[0].links.isEmpty, let only = chains[0].sides[0].expression {
      return try evaluator.evaluate(only).value
    }
    guard !chains.isEmpty else {
      throw FormulaDiagnostic(.nothingToCompute, range: 0..<0)
    }
    for chain in chains {
      var values: [Value] = []
      for side in chain.sides {
        guard let expression = side.expression else { continue }
        values.append(try evaluator.evaluate(expression).value)
      }
      for (position, link) in chain.links.enumerated() {
        let comparison = Comparison(
          of: values[position], link.relation, values[position + 1], digits: nil)
        guard comparison.verdict == .holds else { return .truth(false) }
      }
      if chain.links.isEmpty {
        throw FormulaDiagnostic(
          .severalExpressions, range: chain.sides[0].range)
      }
    }
    return .truth(true)
  }
}
