extension Formula {
  /// What the formula is worth for the given numbers; a relation is worth a truth.
  ///
  /// ```
  /// Formula("p_1").value(names: .course, bindings: bindings)
  /// ```
  ///
  /// - Throws: the first thing that is wrong with it, at its place: an undefined name, an index
  ///   that nothing chooses, shapes that do not fit, an ambiguous product.
  public func value(names: Names, bindings: Bindings) throws(FormulaDiagnostic) -> Value {
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
    let reader = ExpressionReader(names: names)
    let items = Items(notation)
    let isCondition = items.all.contains {
      if case .relation? = Sign($0) { true } else { false }
    }
    let expression =
      isCondition
      ? try reader.readCondition(items, in: Scope()) : try reader.read(notation, in: Scope())
    return try Evaluator(names: names, bindings: bindings).evaluate(expression).value
  }
}
