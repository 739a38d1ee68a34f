import Notation
import SoftmaxCore

extension Evaluator {
  func sum(
    _ terms: [Expression.Term], at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    var total: Operand?
    for term in terms {
      var value = try evaluate(term.expression)
      if term.isSubtracted { value = value.map { -$0 } }
      guard let sum = total else {
        total = value
        continue
      }
      guard let next = Operand.zip(sum, value, +) else {
        throw FormulaDiagnostic(
          .notAddable(sum.shape, value.shape), range: term.expression.range)
      }
      total = next
    }
    return total ?? .number(0)
  }

  func product(_ factors: [Expression.Factor]) throws(FormulaDiagnostic) -> Operand {
    var total = try evaluate(factors[0].expression)
    for factor in factors.dropFirst() {
      let value = try evaluate(factor.expression)
      let next =
        switch factor.sign {
        case .slash: Operand.zip(total, value, /)
        case .elementwise: Operand.zip(total, value, *)
        default: Operand.product(total, value)
        }
      guard let next else {
        throw FormulaDiagnostic(
          .notMultipliable(total.shape, value.shape),
          range: factor.expression.range)
      }
      total = next
    }
    return total
  }

  func divide(
    _ upper: Operand, by lower: Operand, at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    if let quotient = Operand.zip(upper, lower, /) { return quotient }
    throw FormulaDiagnostic(
      .notDivisible(upper.shape, lower.shape), range: expression.range)
  }

  /// A function of the table.
  func apply(
    _ function: Function, _ arguments: [Expression], at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    switch function.rule {
    case .entrywise(let value):
      let unit = bindings.unit
      return try evaluate(arguments[0]).map { value($0, unit) }
    case .whole(let takes, _, let value):
      var operands: [Operand] = []
      for argument in arguments { operands.append(try evaluate(argument)) }
      if let value = value(operands) { return value }
      throw FormulaDiagnostic(
        .notTaken(function.name, domain: takes, operands[0].shape),
        range: arguments[0].range)
    case .defined, .notation:
      throw FormulaDiagnostic(.withoutValue(function.name), range: expression.range)
    }
  }

  /// f′(x), f″(x): each ∂ by a seed of its own.
  func slope(
    of function: Expression.SlopedFunction, _ order: Int, at argument: Jet,
    _ expression: Expression
  ) throws(FormulaDiagnostic) -> Jet {
    func value(_ x: Jet) throws(FormulaDiagnostic) -> Jet {
      switch function {
      case .table(let function):
        guard case .entrywise(let value) = function.rule else { return .zero }
        return value(x, bindings.unit)
      case .defined(let definition): return try self.value(of: definition, at: x, expression)
      }
    }
    guard order > 0 else { return try value(argument) }
    nesting += 1
    defer { nesting -= 1 }
    let tag = nesting - 1
    switch method {
    case .dualNumbers:
      return try slope(of: function, order - 1, at: argument.seeded(tag: tag), expression)
        .derivative(tag: tag)
    case .centralDifferences(let step):
      let above = try slope(of: function, order - 1, at: argument + Jet(step), expression)
      let below = try slope(of: function, order - 1, at: argument - Jet(step), expression)
      return (above - below) / Jet(2 * step)
    }
  }

  func oneHot(
    _ index: Expression, at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    let position = try wholeNumber(index)
    let size = try count(.classes, at: expression.range)
    guard (1...max(1, size)).contains(position) else {
      throw FormulaDiagnostic(.noClass(position, count: size), range: index.range)
    }
    return .vector((1...size).map { $0 == position ? .one : .zero })
  }

  func matrix(
    _ rows: [[Expression]], as sort: Expression.Sort
  ) throws(FormulaDiagnostic) -> Operand {
    var entries: [[Jet]] = []
    for row in rows {
      var values: [Jet] = []
      for cell in row { values.append(try scalar(cell)) }
      entries.append(values)
    }
    switch sort {
    case .vector: return .vector(entries.flatMap { $0 })
    case .row: return .row(entries.flatMap { $0 })
    default: return .matrix(entries)
    }
  }

  func select(
    _ cases: [Expression.Case], at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    for option in cases {
      if let condition = option.condition, try !truth(condition) { continue }
      return try evaluate(option.value)
    }
    let indices = cases.compactMap(\.condition).reduce(into: Set<String>()) {
      $0.formUnion($1.chosenIndices)
    }
    let values = indices.sorted().compactMap { name in chosen[name].map { "\(name) = \($0)" } }
    var uncovered = FormulaDiagnostic(
      .noCase(covers: values),
      range: expression.range)
    uncovered.isUncovered = true
    throw uncovered
  }
}

extension InformationUnit {
  var base: LogarithmBase {
    switch self {
    case .nats: .natural
    case .bits: .two
    case .hartleys: .ten
    }
  }
}
