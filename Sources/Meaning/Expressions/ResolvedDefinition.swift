/// A definition whose right side has been resolved. Shared by all places that use it.
public final class ResolvedDefinition: Sendable, Hashable {
  /// Its number among the definitions of its names: the evaluator keeps values under it.
  let id: Int
  public let name: String
  public let source: Definition
  public let indices: [String]
  /// What each index counts.
  public let axes: [Axis]
  public let parameters: [String]
  /// Which parameters stand for one outcome, in the order of their levels behind the indices.
  let outcomes: [Int]
  public let body: Expression
  /// Where the evaluator would find a value that is given in its place.
  let slot: Int
  /// Indices that its right side asks the outside for.
  let freeIndices: Set<String>
  /// The levels of factors in it, its own definitions' included.
  let height: Int
  /// How many ∂ stand within each other in it.
  let derivativeDepth: Int

  init(
    id: Int, source: Definition, axes: [Axis], outcomes: [Int], body: Expression, slot: Int,
    freeIndices: Set<String>, height: Int
  ) {
    self.id = id
    name = source.name
    self.source = source
    indices = source.indices
    self.axes = axes
    parameters = source.parameters
    self.outcomes = outcomes
    self.body = body
    self.slot = slot
    self.freeIndices = freeIndices
    self.height = height
    derivativeDepth = body.derivativeDepth
  }

  public static func == (a: ResolvedDefinition, b: ResolvedDefinition) -> Bool {
    a === b || a.source == b.source && a.body == b.body && a.axes == b.axes
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
