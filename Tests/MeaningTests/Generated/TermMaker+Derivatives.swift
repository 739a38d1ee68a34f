import SoftmaxCore

extension TermMaker {
  mutating func derivative(_ size: Int) -> Term {
    guard allowsDerivatives, outcomes.isEmpty, !hasParameter, !hasVectorParameter else {
      return scalar(size)
    }
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
    case .entry(let name, _): !Self.givenNames.contains(name)
    case .scalar(let name): world.definitions[name] != nil || ["S", "L"].contains(name)
    }
  }

  private static let givenNames = ["y", "P", "g"]

  private mutating func variable() -> Term.Variable {
    let aliases = world.defined(.alias)
    if !aliases.isEmpty, chance(40) { return .alias(pick(aliases), index()) }
    if derivatives == 0, chance(25) {
      let vectors = world.defined(.vector) + ["p"]
      return chance(50)
        ? .entry(pick(vectors), index()) : .scalar(pick(world.defined(.scalar) + ["S", "L"]))
    }
    if chance(10) { return .entry(pick(Self.givenNames), index()) }
    return chance(75) ? .score(index()) : .scalar(pick(World.scalarNames + ["T"]))
  }
}
