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
          "\(sum.shape) and \(value.shape) cannot be added", range: term.expression.range)
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
          "\(total.shape) and \(value.shape) do not fit in a product",
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
      "\(upper.shape) cannot be divided by \(lower.shape)", range: expression.range)
  }

  func logarithm(
    of inner: Expression, _ base: Expression.Base
  ) throws(FormulaDiagnostic) -> Operand {
    let value = try evaluate(inner)
    switch base {
    case .natural: return value.map { Jet.log($0) }
    case .two: return value.map { Jet.log($0, base: .two) }
    case .ten: return value.map { Jet.log($0, base: .ten) }
    case .unit: return value.map { Jet.log($0, base: bindings.unit.base) }
    case .other(let base):
      return try divide(
        value.map { Jet.log($0) }, by: .scalar(Jet.log(try scalar(base))), at: inner)
    }
  }

  func apply(
    _ operation: Expression.Operation, _ arguments: [Expression], at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    switch operation {
    case .squareRoot: return .scalar(.sqrt(try scalar(arguments[0])))
    case .absolute: return .scalar(.absolute(try scalar(arguments[0])))
    case .norm:
      let entries = try entries(of: arguments[0])
      return .scalar(.sqrt(Operand.dot(entries, entries)))
    case .oneNorm:
      return .scalar(try entries(of: arguments[0]).reduce(.zero) { $0 + .absolute($1) })
    case .maximumNorm:
      let sizes = try entries(of: arguments[0]).map { Jet.absolute($0) }
      return .scalar(sizes.dropFirst().reduce(sizes.first ?? .zero) { extreme($0, $1, true) })
    case .max, .min:
      var entries: [Jet] = []
      for argument in arguments { entries += try self.entries(of: argument) }
      guard let first = entries.first else {
        throw FormulaDiagnostic("there is nothing to choose from", range: expression.range)
      }
      return .scalar(entries.dropFirst().reduce(first) { extreme($0, $1, operation == .max) })
    case .diagonal:
      let entries = try entries(of: arguments[0])
      return .matrix(
        entries.indices.map { i in entries.indices.map { $0 == i ? entries[i] : .zero } })
    case .trace:
      guard case .matrix(let rows) = try evaluate(arguments[0]),
        rows.count == rows.first?.count
      else { throw FormulaDiagnostic("a square matrix is needed", range: arguments[0].range) }
      return .scalar(rows.indices.reduce(Jet.zero) { $0 + rows[$1][$1] })
    case .oneHot:
      let position = try wholeNumber(arguments[0])
      let size = try count(.classes, at: expression.range)
      guard (1...max(1, size)).contains(position) else {
        throw FormulaDiagnostic(
          "there is no class \(position) among \(size)", range: arguments[0].range)
      }
      return .vector((1...size).map { $0 == position ? .one : .zero })
    }
  }

  private func entries(of expression: Expression) throws(FormulaDiagnostic) -> [Jet] {
    switch try evaluate(expression) {
    case .vector(let entries), .row(let entries): entries
    case .scalar(let jet): [jet]
    case .matrix(let rows): rows.flatMap { $0 }
    case .truth: throw FormulaDiagnostic("a number is needed here", range: expression.range)
    }
  }

  func extreme(_ a: Jet, _ b: Jet, _ isMaximum: Bool) -> Jet {
    let (left, right) = (a.real.value, b.real.value)
    if left.isNaN || right.isNaN { return left.isNaN ? a : b }
    return (left < right) == isMaximum ? b : a
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
    throw FormulaDiagnostic("no case applies", range: expression.range)
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
