extension Expression {
  /// The tree as text, the same for two expressions that differ only in the order of terms and
  /// factors, in brackets and product signs, and in the names of bound indices.
  ///
  /// Bound indices count from the outside, so their names do not matter. `e^x` and `exp(x)` are one.
  /// Nothing is computed: `1 x` and `x`, `a/b` and `a (1/b)` are different forms.
  public var form: String { Form().text(of: self) }
}

private struct Form {

  func text(of expression: Expression) -> String {
    switch expression.kind {
    case .number(let value, _): return "\(value)"
    case .infinity: return "inf"
    case .name(let name): return name.spelling
    case .index(let index): return index.level.map { "#\($0)" } ?? index.name
    case .parameter(let parameter): return "$\(parameter.position)"
    case .element(let whole, let indices): return text(of: whole) + list(indices, "[", "]")
    case .call(let application), .mapped(let application):
      return application.definition.name + list(application.indices, "[", "]")
        + list(application.arguments, "(", ")")
    case .apply(let function, let arguments):
      return function.name + list(arguments, "(", ")")
    case .exponential(let inner): return "exp(" + text(of: inner) + ")"
    case .slope(let function, let order, let argument):
      return "slope\(order) " + name(of: function) + "(" + text(of: argument) + ")"
    case .terms(let terms):
      if terms.count == 1, !terms[0].isSubtracted { return text(of: terms[0].expression) }
      return "{"
        + terms.map { ($0.isSubtracted ? "-" : "+") + text(of: $0.expression) }.sorted()
        .joined(separator: " ") + "}"
    case .factors(let factors): return text(of: factors)
    case .fraction(let upper, let lower):
      return "(" + text(of: upper) + "/" + text(of: lower) + ")"
    case .power(let base, let exponent):
      return "(" + text(of: base) + "^" + text(of: exponent) + ")"
    case .logarithm(let inner, let base):
      return "log" + list([base, inner], "(", ")")
    case .root(let inner): return "root(" + text(of: inner) + ")"
    case .big(let sign, let binder, let body):
      let bounds = [binder.from, binder.to, binder.condition].map { $0.map(text) ?? "" }
      return "\(sign)\(binder.level)\(binder.indices.count)<" + bounds.joined(separator: ";") + ">("
        + text(of: body) + ")"
    case .expectation(let outcome, let weights, let body):
      return "E\(outcome.level)<" + text(of: weights) + ">(" + text(of: body) + ")"
    case .partial(let body, let variables):
      return "d(" + text(of: body) + ")/"
        + variables.map { $0.name + list($0.indices, "[", "]") }.sorted().joined(separator: "/")
    case .transpose(let inner): return text(of: inner) + "'"
    case .indicator(let condition): return "[" + text(of: condition) + "]"
    case .oneHot(let index): return "onehot(" + text(of: index) + ")"
    case .comparison(let relation, let left, let right):
      let sides = [text(of: left), text(of: right)]
      let isSymmetric = [.equal, .unequal].contains(relation)
      return (isSymmetric ? sides.sorted() : sides).joined(separator: relation.rawValue)
    case .all(let conditions): return conditions.map(text).sorted().joined(separator: "&")
    case .cases(let cases):
      return "cases("
        + cases.map { text(of: $0.value) + ":" + ($0.condition.map(text) ?? "") }
        .joined(separator: ";") + ")"
    case .matrix(let rows):
      return "(" + rows.map { list($0, "", "") }.joined(separator: ";") + ")"
    case .example(let matrix, let index):
      return text(of: matrix) + "{" + text(of: index) + "}"
    }
  }

  /// Factors in any order, as long as what stands under a stroke stays there, and as long as they
  /// are numbers: a product of matrices has its order.
  private func text(of factors: [Expression.Factor]) -> String {
    if factors.count == 1 { return text(of: factors[0].expression) }
    let parts = factors.map { factor in
      (factor.sign == .slash ? "/" : factor.sign == .elementwise ? "o" : "*")
        + text(of: factor.expression)
    }
    let isCommutative = factors.allSatisfy {
      $0.expression.sort == .scalar || $0.sign == .elementwise
    }
    return "<" + (isCommutative ? parts.sorted() : parts).joined() + ">"
  }

  private func list(_ expressions: [Expression], _ open: String, _ close: String) -> String {
    expressions.isEmpty ? "" : open + expressions.map(text).joined(separator: ",") + close
  }

  private func name(of function: Expression.SlopedFunction) -> String {
    switch function {
    case .table(let function): function.name
    case .defined(let definition): definition.name
    }
  }
}
