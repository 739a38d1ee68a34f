/// The names that are bound where a term stands, innermost first.
struct Scope {
  /// Indices of Σ, Π, 𝔼 and of a definition's left side.
  private(set) var indices: [String: BoundIndex] = [:]
  /// The parameters of the function whose definition is being resolved.
  private(set) var parameters: [String: (shape: ParameterShape, position: Int)] = [:]
  /// How many indices are bound around here.
  private(set) var level = 0

  /// Inside of what binds these indices, one level each.
  func binding(_ names: [String]) -> (scope: Scope, bound: [BoundIndex]) {
    var inner = self
    var bound: [BoundIndex] = []
    for name in names {
      let index = BoundIndex(level: inner.level)
      inner.bind(name, to: index)
      inner.level += 1
      bound.append(index)
    }
    return (inner, bound)
  }

  /// Another spelling of a bound index: X ∼ P binds x too.
  mutating func bind(_ name: String, to index: BoundIndex) {
    indices[name] = index
    parameters[name] = nil
  }

  mutating func bind(parameter name: String, _ shape: ParameterShape, at position: Int) {
    parameters[name] = (shape, position)
    indices[name] = nil
  }
}

/// A bound index: where the evaluator keeps it, and what its first use shows that it counts.
final class BoundIndex {
  let level: Int
  var axis: Axis?

  init(level: Int) { self.level = level }
}

/// What is known of an argument before it has a value: definitions are resolved once per shape.
struct ParameterShape: Hashable {
  var sort: Expression.Sort
  var axes: [Axis] = []
  /// Whether it may be written as a function of the outcome.
  var isDistribution = false
  /// Whether it is the whole variable: the x of I(x) where nothing binds x.
  var isVariable = false
  /// Whether it is one outcome, which picks entries.
  var isOutcome = false
}
