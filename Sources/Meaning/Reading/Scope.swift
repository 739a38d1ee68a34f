import Notation

/// The names that are bound where a term stands, innermost first.
struct Scope {
  /// Indices of Σ, Π, 𝔼 and of a definition's left side.
  var indices: [String: BoundIndex] = [:]
  /// The parameters of the function whose definition is being read.
  var parameters: [String: ParameterShape] = [:]

  func binding(_ names: [String], to index: BoundIndex) -> Scope {
    var inner = self
    for name in names {
      inner.indices[name] = index
      inner.parameters[name] = nil
    }
    return inner
  }
}

/// A bound index, and what its first use shows that it counts.
final class BoundIndex {
  var axis: Axis?
}

/// What is known of an argument before it has a value: definitions are read once per shape.
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
