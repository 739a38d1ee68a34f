import Notation

extension Resolver {
  /// Rules 14 and 15.
  func resolve(
    _ derivative: Syntax.Derivative, _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    if let letter = derivative.letter, isKnown(letter, in: scope) {
      guard let otherwise = derivative.otherwise else {
        throw FormulaDiagnostic(
          .isANameHere(letter), suggestion: "\\partial", range: syntax.range)
      }
      return try resolve(otherwise, in: scope)
    }
    if derivative.isDelta {
      lint(.deltaAsPartial, suggestion: "\\partial", at: syntax.range)
    }
    var variables: [Expression.Variable] = []
    for variable in derivative.variables {
      let resolved = try resolve(variable.syntax, in: scope).asVariable()
      variables += Array(repeating: resolved, count: variable.count)
    }
    guard variables.count <= Evaluator.deepestDerivative else {
      throw SyntaxReader.tooHigh(syntax.range)
    }
    let body = try resolve(derivative.body, in: scope)
    // A derivative by a whole vector gives one entry for each of its entries.
    let whole = variables.filter(\.indices.isEmpty).map { self.sort(of: $0, in: scope) }
      .filter { $0 != .scalar }
    let sort: Expression.Sort
    switch (body.sort, whole) {
    case (.truth, _): throw truthAsNumber(body)
    case (_, []): sort = body.sort
    case (.scalar, [.vector]): sort = .vector
    case (.scalar, [.matrix]), (.vector, [.vector]), (.scalar, [.vector, .vector]): sort = .matrix
    default:
      throw FormulaDiagnostic(.shapelessDerivative, range: syntax.range)
    }
    return Expression(.partial(body: body, by: variables), sort, at: syntax)
  }

  private func sort(of variable: Expression.Variable, in scope: Scope) -> Expression.Sort {
    switch variable.wholeKind {
    case .parameter(let parameter): scope.parameters[parameter.name]?.shape.sort ?? .scalar
    default: names[variable.name]?.kind.sort ?? .scalar
    }
  }
}

extension Expression {
  /// The variable of a ∂ that it names, as a whole or by an entry.
  fileprivate func asVariable() throws(FormulaDiagnostic) -> Variable {
    func variable(_ whole: Expression, _ indices: [Expression]) -> Variable? {
      switch whole.kind {
      case .name(let name):
        return Variable(
          name: name.spelling, target: .given(slot: name.slot), wholeKind: whole.kind,
          indices: indices, node: node, range: range)
      case .parameter(let parameter):
        return Variable(
          name: parameter.name, target: .parameter(position: parameter.position),
          wholeKind: whole.kind, indices: indices, node: node, range: range)
      case .call(var application) where application.arguments.isEmpty:
        let picked = application.indices
        application.indices = []
        return Variable(
          name: application.definition.name, target: .definition(id: application.definition.id),
          wholeKind: .call(application), indices: indices + picked, node: node, range: range)
      default: return nil
      }
    }
    if case .element(let whole, let indices) = kind, let entry = variable(whole, indices) {
      return entry
    }
    if let whole = variable(self, []) { return whole }
    throw FormulaDiagnostic(
      .derivativeByExpression, range: range)
  }
}
