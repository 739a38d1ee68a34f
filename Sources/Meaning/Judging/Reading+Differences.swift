public import Notation

extension Reading {
  /// A side's value with every ∂ taken by central differences: the witness that uses no derivative
  /// rule.
  ///
  /// The step is a power of two, so that z + h and z − h are exact for ordinary z; it balances the
  /// truncation h² against the rounding ulp/h (ulp/h² where ∂ stands within ∂).
  ///
  /// - Returns: nil if no ∂ stands in that side or in the definitions it uses.
  public func centralDifference(
    chain: Int, side: Int, bindings: Bindings
  ) throws(FormulaDiagnostic) -> (value: Value, step: Double)? {
    guard let expression = chains[chain].sides[side].expression else { return nil }
    let depth = expression.derivativeDepth
    guard depth > 0 else { return nil }
    let step = depth == 1 ? 0x1p-17 : 0x1p-12
    let evaluator = Evaluator(
      names: names, bindings: bindings, method: .centralDifferences(step: step))
    return (try evaluator.evaluate(expression).value, step)
  }
}
