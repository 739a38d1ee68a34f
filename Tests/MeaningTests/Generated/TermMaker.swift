import SoftmaxCore

/// Makes random terms of about a wanted size, of all the forms that formulas of the field have.
struct TermMaker {
  var random: SplitMix64
  let world: World
  /// The indices that a term may use: the chosen ones and those bound around it.
  private var indices = ["i", "j"]
  private var bound = 0
  /// How many derivatives are around it.
  private var derivatives = 0
  /// The distributions whose entry at the outcome may be asked for.
  private var outcomes: [String] = []
  /// Within the definition of a function.
  var hasParameter = false

  /// As many derivatives as are around a term in which there must be none.
  private static let none = 2
  var allowsDerivatives: Bool { derivatives < Self.none }

  private static let boundNames = ["k", "l", "m", "r"]

  init(_ world: World, _ random: SplitMix64) {
    self.world = world
    self.random = random
  }

  /// For the right side of a definition: only these indices are known there.
  init(definitionIn world: World, indices: [String], _ random: SplitMix64) {
    self.init(world, random)
    self.indices = indices
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  mutating func index() -> Term.Index {
    if indices.isEmpty || chance(25) {
      return .fixed(Int.random(in: 1...min(world.count, 3), using: &random))
    }
    return .name(pick(indices))
  }

  // MARK: Numbers

  mutating func scalar(_ size: Int) -> Term {
    guard size > 1 else { return leaf() }
    let rest = size - 1
    switch Int.random(in: 0..<30, using: &random) {
    case 0...3: return .apply(.add, [scalar(rest / 2), scalar(rest - rest / 2)])
    case 4...6: return .apply(.subtract, [scalar(rest / 2), scalar(rest - rest / 2)])
    case 7...10: return .apply(.multiply, [scalar(rest / 2), scalar(rest - rest / 2)])
    case 11, 12: return .apply(.divide, [scalar(rest / 2), positive(rest - rest / 2)])
    case 13: return .apply(.negate, [scalar(rest)])
    case 14: return .apply(.power(pick([2, 2, 3])), [scalar(rest)])
    case 15: return .apply(.logarithm(base()), [positive(rest)])
    case 16...18: return sum(rest)
    case 19:
      var everywhere = binder()
      everywhere.range = .all
      return .maximum(everywhere, bodyInside { $0.scalar(rest) })
    case 20: return .apply(pick([.larger, .smaller]), [scalar(rest / 2), scalar(rest - rest / 2)])
    case 21: return .apply(pick([.sigmoid, .tanh]), [scalar(rest)])
    case 22...24: return derivative(rest)
    case 25: return ofVectors(rest)
    case 26: return .cases(condition(), scalar(rest / 2), scalar(rest - rest / 2))
    case 27: return .apply(.multiply, [.indicator(condition()), scalar(rest)])
    case 28:
      let functions = world.defined(.function)
      if !functions.isEmpty, outcomes.isEmpty { return .call(pick(functions), scalar(rest)) }
      return information()
    default: return positive(size)
    }
  }

  private mutating func leaf() -> Term {
    if let outcome = outcomes.randomElement(using: &random), chance(60) { return .outcome(outcome) }
    if hasParameter, chance(40) { return .scalar(World.parameter) }
    let defined = world.defined(.scalar)
    if !defined.isEmpty, chance(35) { return .scalar(pick(defined)) }
    switch Int.random(in: 0..<20, using: &random) {
    case 0...2: return .number(pick(["1", "2", "3", "0.5", "4"]))
    case 3...5: return .scalar(pick(World.scalarNames))
    case 6: return .scalar("n")
    case 7: return .scalar(pick(["S", "T", "L"]))
    case 8: return .count(index())
    case 9: return .matrixEntry(matrix(1), index(), index())
    default: return entry()
    }
  }

  private mutating func entry() -> Term {
    let defined = world.defined(.vector, .alias)
    if !defined.isEmpty, chance(45) { return .entry(.vector(pick(defined)), index()) }
    return .entry(.vector(pick(["z", "z", "p", "p", "y", "P", "g"])), index())
  }

  /// More than 0 for sure, so that it can be divided by and have a logarithm.
  mutating func positive(_ size: Int) -> Term {
    guard size > 1 else {
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: return .scalar(pick(World.scalarNames))
      case 2: return .scalar("S")
      case 3: return .number(pick(["2", "3", "1.5"]))
      case 4: return .entry(.vector(pick(["y", "P"])), index())
      default: return .entry(.vector("p"), index())
      }
    }
    let rest = size - 1
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: return .apply(.exponential, [scalar(min(rest, 4))])
    case 2: return .apply(.add, [positive(rest / 2), positive(rest - rest / 2)])
    case 3: return .apply(.multiply, [positive(rest / 2), positive(rest - rest / 2)])
    case 4: return .apply(.root, [positive(rest)])
    case 5: return .sum(binder(), bodyInside { $0.positive(rest) })
    case 6: return .apply(.divide, [positive(rest / 2), positive(rest - rest / 2)])
    case 7: return .apply(.sigmoid, [scalar(rest)])
    default: return product(rest)
    }
  }

  private mutating func base() -> Term.Base { pick([.unit, .unit, .e, .e, .two, .ten]) }

  mutating func condition() -> Term.Condition {
    let left = index()
    var right = index()
    // 1 = 1 would say nothing.
    for _ in 0..<4 where right == left { right = index() }
    return Term.Condition(left: left, isEqual: chance(60), right: right)
  }

  // MARK: Big signs

  private mutating func sum(_ size: Int) -> Term {
    if size > 3, outcomes.isEmpty, derivatives == 0, chance(20) {
      let weights = pick(["P", "P", "p"])
      outcomes = weights == "P" ? ["P", "Q"] : ["p"]
      let body = chance(60) ? Term.apply(.logarithm(.unit), [.outcome(pick(outcomes))]) : nil
      let term = Term.expectation(weights, body ?? scalar(size))
      outcomes = []
      return term
    }
    return .sum(binder(), bodyInside { $0.scalar(size) })
  }

  /// Π wants its index in every factor: its body is one factor with it.
  private mutating func product(_ size: Int) -> Term {
    let binder = binder()
    let name = binder.name
    let body = bodyInside { maker in
      Term.apply(
        .add,
        [.entry(.vector(maker.pick(["p", "y", "P"])), .name(name)), maker.positive(min(size, 3))])
    }
    return .product(binder, body)
  }

  /// The binder whose body is made next.
  private mutating func binder() -> Term.Binder {
    let name = Self.boundNames[bound % Self.boundNames.count]
    var range = Term.Binder.Range.all
    switch Int.random(in: 0..<10, using: &random) {
    case 0: range = .from(2)
    case 1: range = .to(2)
    case 2 where indices.contains("i") && !indices.contains(name):
      range = .except(.name(pick(indices)))
    default: break
    }
    return Term.Binder(name: name, range: range)
  }

  private mutating func bodyInside(_ make: (inout TermMaker) -> Term) -> Term {
    let name = Self.boundNames[bound % Self.boundNames.count]
    let outer = (indices, bound)
    // What is bound stands in the body more often than not.
    indices += [name, name]
    bound += 1
    let body = make(&self)
    (indices, bound) = outer
    return body
  }

  // MARK: Derivatives

  private mutating func derivative(_ size: Int) -> Term {
    guard allowsDerivatives, outcomes.isEmpty, !hasParameter else { return scalar(size) }
    let variable = variable()
    let outer = derivatives
    let setsAside = setsAside(variable)
    derivatives = setsAside ? Self.none : derivatives + 1
    let body = scalar(size)
    derivatives = outer
    return setsAside && world.differentiates(body) ? body : .derivative(body, by: variable)
  }

  /// Whether a definition is left aside by it; a ∂ within would ask what the name depends on.
  private func setsAside(_ variable: Term.Variable) -> Bool {
    switch variable {
    case .score, .alias: false
    case .entry: true
    case .scalar(let name): world.definitions[name] != nil || ["S", "L"].contains(name)
    }
  }

  private mutating func variable() -> Term.Variable {
    let aliases = world.defined(.alias)
    if !aliases.isEmpty, chance(40) { return .alias(pick(aliases), index()) }
    if derivatives == 0, chance(25) {
      let vectors = world.defined(.vector) + ["p"]
      return chance(50)
        ? .entry(pick(vectors), index()) : .scalar(pick(world.defined(.scalar) + ["S", "L"]))
    }
    return chance(75) ? .score(index()) : .scalar(pick(World.scalarNames + ["T"]))
  }

  // MARK: Numbers from vectors

  private mutating func information() -> Term {
    let (one, other) = (distribution(), distribution())
    return pick([
      .apply(.entropy, [one]), .apply(.crossEntropy, [.vector("P"), .vector("p")]),
      .apply(.crossEntropy, [one, other]), .apply(.divergence, [one, other]),
      .apply(.divergence, [.vector("P"), .vector("Q")]),
    ])
  }

  private mutating func distribution() -> Term { .vector(pick(["P", "y", "p"])) }

  private mutating func ofVectors(_ size: Int) -> Term {
    let half = max(1, size / 2)
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: return .apply(.dot, [vector(half), vector(half)])
    case 2: return .apply(.logSumExp, [vector(size)])
    case 3: return .apply(pick([.squaredNorm, .absoluteNorm, .norm]), [vector(size)])
    case 4: return .apply(pick([.largest, .smallest]), [vector(size)])
    case 5: return .apply(.trace, [matrix(size)])
    case 6: return .apply(.form, [vector(1), matrix(1), vector(1)])
    case 7: return .matrixEntry(matrix(size), index(), index())
    default: return .entry(vector(size), index())
    }
  }
}
