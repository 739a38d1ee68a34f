/// A formula read once, to be evaluated for many numbers.
public struct PreparedFormula: Sendable {
  private let names: Names
  private let expression: Result<Expression, FormulaDiagnostic>

  /// What is wrong with the formula is thrown when its value is asked for.
  public init(_ formula: Formula, names: Names) {
    self.names = names
    do throws(FormulaDiagnostic) {
      expression = .success(try Self.read(formula, names: names))
    } catch {
      expression = .failure(error)
    }
  }

  private static func read(
    _ formula: Formula, names: Names
  ) throws(FormulaDiagnostic) -> Expression {
    if let error = formula.diagnostics.first(where: { $0.severity == .error }) { throw error }
    let reader = ExpressionReader(names: names)
    let items = Items(formula.notation)
    let isCondition = items.all.contains {
      if case .relation? = Sign($0) { true } else { false }
    }
    return isCondition
      ? try reader.readCondition(items, in: Scope())
      : try reader.read(formula.notation, in: Scope())
  }

  /// What it is worth; a relation is worth a truth.
  ///
  /// - Throws: the first thing that is wrong with it, at its place.
  public func value(_ bindings: Bindings) throws(FormulaDiagnostic) -> Value {
    try Evaluator(names: names, bindings: bindings).evaluate(try expression.get()).value
  }
}
