import Notation

extension Resolver {
  /// a matrix, some would add it to the diagonal.
  func sortOfSum(_ terms: [Expression.Term]) throws(FormulaDiagnostic) -> Expression.Sort {
    var sort = Expression.Sort.scalar
    for term in terms {
      let own = term.expression.sort
      guard own != .truth else { throw truthAsNumber(term.expression) }
      if own == .scalar || own == sort { continue }
      guard sort == .scalar else {
        throw FormulaDiagnostic(
          .notAdded(own, to: sort), range: term.expression.range)
      }
      sort = own
    }
    if sort == .matrix, let number = terms.first(where: { $0.expression.sort == .scalar }) {
      throw FormulaDiagnostic(
        .numberAndMatrix,
        range: number.expression.range)
    }
    return sort
  }

  /// The shape of a product, grouped from the left; rule 17 says which products are meant.
  func sortOfProduct(_ factors: [Expression.Factor]) throws(FormulaDiagnostic) -> Expression.Sort {
    var sort = factors[0].expression.sort
    if sort == .truth { throw truthAsNumber(factors[0].expression) }
    for factor in factors.dropFirst() {
      let right = factor.expression
      guard right.sort != .truth else { throw truthAsNumber(right) }
      guard let joined = Self.product(of: sort, factor.sign, right.sort) else {
        throw ambiguous(sort, factor)
      }
      sort = joined
    }
    return sort
  }

  private static func product(
    of left: Expression.Sort, _ sign: Expression.Factor.Sign, _ right: Expression.Sort
  ) -> Expression.Sort? {
    switch (left, sign, right) {
    case (_, .elementwise, _): return left == right && left != .scalar ? left : nil
    case (_, .slash, .scalar): return left
    case (_, .slash, _): return nil
    case (.scalar, _, _): return right
    case (_, _, .scalar): return left
    // Between vectors and matrices, \times and * could mean three things.
    case (_, .times, _), (_, .star, _): return nil
    case (.row, _, .vector): return .scalar
    case (.vector, .dot, .vector): return .scalar
    case (.vector, .beside, .row): return .matrix
    case (.matrix, _, .vector): return .vector
    case (.row, _, .matrix): return .row
    case (.matrix, _, .matrix): return .matrix
    default: return nil
    }
  }

  private func ambiguous(
    _ left: Expression.Sort, _ factor: Expression.Factor
  ) -> FormulaDiagnostic {
    let right = factor.expression
    let problem: ResolutionProblem =
      switch factor.sign {
      case .beside: .ambiguousBeside(left, right.sort)
      case .slash: .ambiguousDivision(left, right.sort)
      default: .ambiguousProduct(left, factor.sign.spelling, right.sort)
      }
    return FormulaDiagnostic(problem, range: right.range)
  }

  func truthAsNumber(_ expression: Expression) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .truthAsNumber, suggestion: "\\mathbb{1}(…)", range: expression.range)
  }

  /// What the entries of a vector or a matrix are counted over, as far as it can be seen.
  func axes(of expression: Expression, in scope: Scope) -> [Axis] {
    switch expression.kind {
    case .name(let name): return name.axes
    case .parameter(let parameter): return scope.parameters[parameter.name]?.shape.axes ?? []
    case .call(let application):
      if !application.indices.isEmpty { return [] }
      return application.definition.axes.isEmpty
        ? axes(of: application.definition.body, in: Scope()) : application.definition.axes
    case .transpose(let inner): return axes(of: inner, in: scope).reversed()
    case .exponential(let inner), .logarithm(let inner, _): return axes(of: inner, in: scope)
    case .apply(_, let arguments) where expression.sort != .scalar:
      return arguments.first.map { axes(of: $0, in: scope) } ?? []
    case .mapped(let application):
      return application.arguments.first.map { axes(of: $0, in: scope) } ?? []
    case .terms(let terms):
      let shaped = terms.first { $0.expression.sort == expression.sort }
      return shaped.map { axes(of: $0.expression, in: scope) } ?? []
    case .factors(let factors):
      let shaped = factors.first { $0.expression.sort == expression.sort }
      return shaped.map { axes(of: $0.expression, in: scope) } ?? []
    case .example(let matrix, _): return Array(axes(of: matrix, in: scope).dropFirst())
    default: return []
    }
  }
}
