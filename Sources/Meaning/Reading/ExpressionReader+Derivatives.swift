import Notation

extension ExpressionReader {
  /// What is read before a factor's own kind is looked at: ∂, ∇, 𝔼, 𝟙.
  func readSpecial(
    _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    guard let item = items.next else { return nil }
    if case .fraction(let upper, let lower) = item.kind, isDerivative(upper, lower) {
      return try readDerivative(upper, lower, &items, in: scope)
    }
    if case .script(let base?, let lower?, nil, 0, _) = item.kind {
      if base.isSymbol("nabla") || base.isSymbol("partial") {
        let start = items.position
        items.advance()
        let variables = try readVariables(Items(lower), in: scope)
        let body = try readOperand(of: item, &items, in: scope)
        return try derivative(
          of: body, by: variables, node: item.id, range: items.range(from: start), in: scope)
      }
      if let expectation = try readExpectation(base, lower, &items, in: scope) {
        return expectation
      }
    }
    return try readIndicator(&items, in: scope)
  }

  private func isDerivative(_ upper: Notation, _ lower: Notation) -> Bool {
    guard let above = Items.flattened(upper).first, let below = Items.flattened(lower).first else {
      return false
    }
    func isSign(_ notation: Notation, _ name: String) -> Bool {
      if case .script(let base?, nil, _, 0, _) = notation.kind { return base.isSymbol(name) }
      return notation.isSymbol(name)
    }
    return isSign(above, "partial") && below.isSymbol("partial")
      || names["d"] == nil && isSign(above, "d") && below.isSymbol("d")
        && Items.flattened(lower).count > 1
  }

  /// Rules 14 and 15.
  private func readDerivative(
    _ upper: Notation, _ lower: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else { throw missing(items) }
    let start = items.position
    items.advance()
    let above = Items(upper)
    let below = Items(lower)
    // Each ∂ of the denominator starts a variable.
    var groups: [[Notation]] = []
    for part in below.all {
      if part.isSymbol("partial") || part.isSymbol("d") && groups.count == 0 && names["d"] == nil {
        groups.append([])
      } else {
        groups[groups.count - 1].append(part)
      }
    }
    var variables: [Expression.Variable] = []
    for group in groups {
      variables += try readVariables(Items(group, in: group.first ?? lower), in: scope)
    }
    try checkOrder(above.all[0], variables.count)
    let body: Expression
    if above.all.count > 1 {
      let rest = Items(Array(above.all.dropFirst()), in: upper)
      if let sign = rest.all.first(where: { Sign($0) == .plus || Sign($0) == .minus }) {
        throw FormulaDiagnostic(
          "it is unclear how far \\partial reaches", suggestion: "\\partial (…)", range: sign.range)
      }
      body = try read(all: rest, in: scope)
    } else {
      body = try readOperand(of: item, &items, in: scope)
    }
    return try derivative(
      of: body, by: variables, node: item.id, range: items.range(from: start), in: scope)
  }

  private func checkOrder(_ sign: Notation, _ count: Int) throws(FormulaDiagnostic) {
    var order = 1
    if case .script(_, _, let upper?, _, _) = sign.kind {
      guard case .number(let digits)? = Items.flattened(upper).first?.kind,
        let written = Int(digits)
      else { throw FormulaDiagnostic("the order must be a number", range: upper.range) }
      order = written
    }
    guard order <= Evaluator.deepestDerivative else { throw tooHigh(sign) }
    guard order == count else {
      throw FormulaDiagnostic(
        "the order above is \(order), and the variables below make \(count)", range: sign.range)
    }
  }

  /// The fence that follows, after which no factor may stand; else all factors up to + or −.
  private func readOperand(
    of derivative: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let next = items.next else {
      throw FormulaDiagnostic("what is differentiated is missing", range: derivative.range)
    }
    guard next.fenced != nil else { return try readProduct(&items, in: scope) }
    items.advance()
    let body = try readAtom(next, in: scope)
    if let after = items.next, belongsToProduct(after) {
      throw FormulaDiagnostic(
        "it is unclear whether this factor is differentiated too; put it in the bracket, or before "
          + "the derivative", range: after.range)
    }
    return body
  }

  /// One variable, or the same twice for `z_i^2`.
  private func readVariables(
    _ items: Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> [Expression.Variable] {
    guard let item = items.next, items.all.count == 1 else { throw compound(items) }
    guard case .script(let base?, let lower, let upper?, let primes, let limits) = item.held.kind,
      case .number(let digits)? = Items.flattened(upper).first?.kind, let order = Int(digits),
      order >= 1
    else { return [try readVariable(item.held, in: scope)] }
    guard order <= Evaluator.deepestDerivative else { throw tooHigh(upper) }
    var single = item
    if lower == nil && primes == 0 {
      single = base
    } else {
      single.kind = .script(base: base, lower: lower, upper: nil, primes: primes, limits: limits)
    }
    let variable = try readVariable(single, in: scope)
    return Array(repeating: variable, count: order)
  }

  private func readVariable(
    _ item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression.Variable {
    var items = Items([item], in: item)
    guard Spelling.of(item) != nil else { throw compound(items) }
    let read = try readFactor(&items, in: scope)
    func variable(_ whole: Expression, _ indices: [Expression]) -> Expression.Variable? {
      let place = (read.node, read.range)
      switch whole.kind {
      case .name(let name):
        return .init(
          name: name, isParameter: false, indices: indices, node: place.0, range: place.1)
      case .parameter(let name):
        return .init(
          name: name, isParameter: true, indices: indices, node: place.0, range: place.1)
      case .call(let application) where application.arguments.isEmpty:
        return .init(
          name: application.definition.name, isParameter: false,
          indices: indices + application.indices, node: place.0, range: place.1)
      default: return nil
      }
    }
    if case .element(let whole, let indices) = read.kind {
      if let entry = variable(whole, indices) { return entry }
    } else if let name = variable(read, []) {
      return name
    }
    throw compound(items)
  }

  private func tooHigh(_ place: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      "derivatives go up to order \(Evaluator.deepestDerivative)", range: place.range)
  }

  private func compound(_ items: Items) -> FormulaDiagnostic {
    FormulaDiagnostic(
      "a derivative is taken by one name; by an expression it is notation only",
      range: (items.all.first ?? items.place).range)
  }

  private func derivative(
    of body: Expression, by variables: [Expression.Variable], node: Notation.NodeID,
    range: Range<Int>, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    // A derivative by a whole vector gives one entry for each of its entries.
    let whole = variables.filter { $0.indices.isEmpty }.map { variable in
      variable.isParameter
        ? scope.parameters[variable.name]?.sort ?? .scalar
        : names[variable.name]?.kind.sort ?? .scalar
    }.filter { $0 != .scalar }
    let sort: Expression.Sort
    switch (body.sort, whole) {
    case (_, []): sort = body.sort
    case (.scalar, [.vector]): sort = .vector
    case (.scalar, [.matrix]), (.vector, [.vector]), (.scalar, [.vector, .vector]): sort = .matrix
    default:
      throw FormulaDiagnostic("this derivative has no shape that can be shown", range: range)
    }
    return Expression(.partial(body: body, by: variables), sort, node: node, range: range)
  }

  /// Rule 16: E_{x \sim P}[…] weights every outcome by P.
  private func readExpectation(
    _ base: Notation, _ lower: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    let sides = Items(lower).split { $0 == .otherRelation("sim") }
    guard base.isSymbol("E"), sides.count == 2, let item = items.next else { return nil }
    guard sides[0].all.count == 1, let variable = Spelling.of(sides[0].all[0]) else {
      throw FormulaDiagnostic("an expectation binds one name", range: lower.range)
    }
    let start = items.position
    items.advance()
    let weights = try read(all: sides[1], in: scope)
    guard weights.sort == .vector else {
      throw FormulaDiagnostic("an expectation needs a distribution", range: weights.range)
    }
    guard let next = items.next, next.fenced != nil else {
      throw FormulaDiagnostic(
        "an expectation reaches as far as its bracket", suggestion: "\\mathbb{E}_{x \\sim P}[…]",
        range: item.range)
    }
    items.advance()
    // X ∼ P binds x, as it is written in the bracket.
    let names = Array(Set([variable, variable.lowercased()])).sorted()
    let index = BoundIndex()
    let body = try readAtom(next, in: scope.binding(names, to: index))
    guard body.sort == .scalar else { throw notScalar(body, in: "an expectation") }
    return Expression(
      .expectation(variable: variable, weights: weights, body: body), .scalar, node: item.id,
      range: items.range(from: start))
  }
}
