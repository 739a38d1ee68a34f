import Notation

extension SyntaxReader {
  /// `\frac{\partial A}{\partial z_i}`, `\frac{\partial}{\partial z_i} A`, `\nabla_z A`,
  /// `\partial_{z_i} A`, `\partial A / \partial z_i`, and the same with d (rules 14, 15).
  mutating func readDerivative(_ items: inout Items) throws(FormulaDiagnostic) -> Syntax? {
    guard let item = items.next else { return nil }
    if case .fraction(let upper, let lower) = item.bare.kind,
      let letter = Self.differential(Items.flattened(upper), Items.flattened(lower))
    {
      return try readFraction(upper, lower, letter, &items)
    }
    if case .script(let base?, let lower?, nil, 0, _) = item.kind,
      base.isSymbol("nabla") || base.isSymbol("partial")
    {
      let start = items.position
      items.advance()
      let variables = [try readVariable(Items(lower))]
      let body = try readOperand(of: item, &items)
      return Syntax(
        .derivative(Syntax.Derivative(variables: variables, body: body)), node: item.id,
        range: items.range(from: start))
    }
    return try readSlashed(&items)
  }

  /// Which letter stands for ∂ in a fraction that may be a derivative; nil for any other fraction.
  private static func differential(_ above: [Notation], _ below: [Notation]) -> Letter? {
    guard let first = above.first, let second = below.first, below.count > 1 else { return nil }
    for letter in Letter.allCases where first.isSign(letter) && second.isSymbol(letter.rawValue) {
      return letter
    }
    return nil
  }

  enum Letter: String, CaseIterable { case partial, d, delta }

  private mutating func readFraction(
    _ upper: Notation, _ lower: Notation, _ letter: Letter, _ items: inout Items
  ) throws(FormulaDiagnostic) -> Syntax {
    guard let item = items.next else {
      throw FormulaDiagnostic(.factorMissing, range: items.place.range)
    }
    let start = items.position
    items.advance()
    var variables: [Syntax.Derivative.Variable] = []
    for group in Self.groups(Items(lower), letter) {
      variables.append(try readVariable(Items(group, in: group.first ?? lower)))
    }
    let above = Items(upper)
    try Self.checkOrder(above.all[0], variables.reduce(0) { $0 + $1.count })
    var derivative: Syntax.Derivative
    if above.all.count > 1 {
      let rest = Items(Array(above.all.dropFirst()), in: upper)
      if let sign = rest.all.first(where: { Sign($0) == .plus || Sign($0) == .minus }) {
        throw FormulaDiagnostic(
          .unclearReachOfPartial, suggestion: "\\partial (…)", range: sign.range)
      }
      derivative = Syntax.Derivative(variables: variables, body: try read(all: rest))
    } else {
      derivative = Syntax.Derivative(
        variables: variables, body: try readOperand(of: item, &items))
    }
    derivative.isDelta = letter == .delta
    if letter != .partial, above.all.count > 1 {
      derivative.letter = letter == .d ? "d" : "\\delta"
      if let above = try? read(upper), let below = try? read(lower) {
        derivative.otherwise = Syntax(.fraction(above, below), at: item)
      }
    }
    return Syntax(.derivative(derivative), node: item.id, range: items.range(from: start))
  }

  /// Each ∂ of the denominator starts a variable. A further d may be a name.
  private static func groups(_ below: Items, _ letter: Letter) -> [[Notation]] {
    var groups: [[Notation]] = []
    for part in below.all {
      let starts = part.isSymbol(letter.rawValue) && !(letter == .d && groups.last?.isEmpty == true)
      if starts { groups.append([]) } else { groups[groups.count - 1].append(part) }
    }
    return groups
  }

  private static func checkOrder(_ sign: Notation, _ count: Int) throws(FormulaDiagnostic) {
    var order = 1
    if case .script(_, _, let upper?, _, _) = sign.kind {
      guard case .number(let digits)? = Items.flattened(upper).first?.kind,
        let written = Int(digits)
      else { throw FormulaDiagnostic(.orderNotANumber, range: upper.range) }
      order = written
    }
    guard order <= Evaluator.deepestDerivative else { throw tooHigh(sign.range) }
    guard order == count else {
      throw FormulaDiagnostic(
        .orderOfOthers(above: order, below: count), range: sign.range)
    }
  }

  static func tooHigh(_ range: Range<Int>) -> FormulaDiagnostic {
    FormulaDiagnostic(.orderTooHigh(highest: Evaluator.deepestDerivative), range: range)
  }

  /// The bracket that follows, after which no factor may stand; else all factors up to + or −.
  private mutating func readOperand(
    of derivative: Notation, _ items: inout Items
  ) throws(FormulaDiagnostic) -> Syntax {
    guard let next = items.next else {
      throw FormulaDiagnostic(.differentiatedMissing, range: derivative.range)
    }
    guard next.fenced != nil else { return try readProduct(&items) }
    items.advance()
    var body = try readAtom(next)
    if case .bracket(let bracket) = body.kind, let only = bracket.only {
      // The bracket says how far ∂ reaches, and nothing else.
      body = Syntax(only.kind, at: next)
    }
    if let after = items.next, Self.belongsToProduct(after) {
      throw FormulaDiagnostic(
        .unclearDifferentiated, range: after.range)
    }
    return body
  }

  /// Whether an item would go on with a product.
  static func belongsToProduct(_ item: Notation) -> Bool {
    guard let sign = Sign(item) else { return true }
    if case .factor = sign { return true }
    return false
  }

  /// One variable; `z_i^2` is the same one twice.
  private mutating func readVariable(
    _ items: Items
  ) throws(FormulaDiagnostic) -> Syntax.Derivative.Variable {
    guard let item = items.next, items.all.count == 1 else { throw Self.compound(items) }
    var (single, count) = (item.held, 1)
    if case .script(let base?, let lower, let upper?, let primes, let limits) = single.kind,
      case .number(let digits)? = Items.flattened(upper).first?.kind, let order = Int(digits),
      order >= 1
    {
      guard order <= Evaluator.deepestDerivative else { throw Self.tooHigh(upper.range) }
      count = order
      if lower == nil && primes == 0 {
        single = base
      } else {
        single.kind = .script(base: base, lower: lower, upper: nil, primes: primes, limits: limits)
      }
    }
    var alone = Items([single], in: single)
    return Syntax.Derivative.Variable(syntax: try readFactor(&alone), count: count)
  }

  static func compound(_ items: Items) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .derivativeByExpression,
      range: (items.all.first ?? items.place).range)
  }

  /// `\partial p_i / \partial z_j`, in one line.
  private mutating func readSlashed(_ items: inout Items) throws(FormulaDiagnostic) -> Syntax? {
    guard let item = items.next else { return nil }
    for letter in [Letter.partial, .d] where item.isSign(letter) {
      guard let slash = (1...2).first(where: { items.item(ahead: $0).isSlash }),
        let second = items.item(ahead: slash + 1), second.isSymbol(letter.rawValue),
        let variable = items.item(ahead: slash + 2)
      else { continue }
      let start = items.position
      let variables = [try readVariable(Items([variable], in: variable))]
      try Self.checkOrder(item, variables[0].count)
      let above = slash == 2 ? items.item(ahead: 1) : nil
      for _ in 0..<(slash + 3) { items.advance() }
      let body: Syntax
      if let above {
        var alone = Items([above], in: above)
        body = try readFactor(&alone)
      } else {
        body = try readOperand(of: item, &items)
      }
      return Syntax(
        .derivative(
          Syntax.Derivative(
            letter: letter == .d ? "d" : nil, variables: variables, body: body)),
        node: item.id, range: items.range(from: start))
    }
    return nil
  }
}

extension Notation {
  /// Whether it is the letter of a derivative, perhaps with its order.
  fileprivate func isSign(_ letter: SyntaxReader.Letter) -> Bool {
    if case .script(let base?, nil, .some, 0, _) = kind { return base.isSymbol(letter.rawValue) }
    return isSymbol(letter.rawValue)
  }
}

extension Notation? {
  fileprivate var isSlash: Bool { self.flatMap(Sign.init) == .factor(.slash) }
}
