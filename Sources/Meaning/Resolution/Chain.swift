public import Notation

/// Sides that claim to be equal, or to be ordered: `a = b = c`, the lines of a derivation.
public struct Chain: Hashable, Sendable {
  /// One side of an equals sign.
  public struct Side: Hashable, Sendable {
    /// Which of the formulas it stands in.
    public var formula: Int
    /// nil where it has no meaning; `diagnostic` says why.
    public var expression: Expression?
    public var diagnostic: FormulaDiagnostic?
    /// Where it stands in its formula's source.
    public var range: Range<Int>
    /// The nodes that it is written with, outermost ones only.
    var items: [Notation.NodeID] = []
  }

  /// The sign between side `n` and side `n + 1`.
  public struct Link: Hashable, Sendable {
    public var formula: Int
    public var relation: Relation
    /// The sign's own node.
    public var node: Notation.NodeID
    public var range: Range<Int>
    /// The line of an aligned block it stands on, from 0.
    public var row: Int
    /// Where it claims to hold, as the line itself says: `i \neq j`.
    public internal(set) var conditions: [Expression] = []
  }

  public internal(set) var sides: [Side]
  public internal(set) var links: [Link]
  /// Indices that the chain leaves open: they are chosen, or all are tried.
  public internal(set) var freeIndices: Set<String> = []
  /// Whether it only says which indices are meant, `i \neq j`, and claims nothing.
  public internal(set) var isCondition = false
  /// Whether it is a condition that belongs to a line before or after it.
  public internal(set) var isAttached = false
  /// Remarks on how it was read.
  var lints: [FormulaDiagnostic] = []

  init(sides: [Side], links: [Link]) {
    self.sides = sides
    self.links = links
  }

  /// Whether a logarithm in the unit of the example occurs, here or in a definition.
  public var usesUnit: Bool {
    contains {
      if case .apply(let function, _) = $0.kind { function.usesUnit } else { false }
    }
  }

  public func contains(_ isWanted: (Expression) -> Bool) -> Bool {
    sides.contains { $0.expression?.contains(isWanted) ?? false }
  }

  /// What a link claims. `:=` gives a meaning to a name at the chain's head that has none;
  /// anywhere else it claims as much as =.
  func claim(of link: Int) -> Relation {
    guard links[link].relation == .definition else { return links[link].relation }
    guard link == 0 else { return .equal }
    switch sides[0].expression?.kind {
    case .name, nil: return .definition
    case .element(let whole, _):
      if case .name = whole.kind { return .definition }
      return .equal
    default: return .equal
    }
  }

  /// What the links up to and with `link` claim of the first side and the side after it; nil if
  /// they point both ways.
  func relationFromHead(through link: Int) -> Relation? {
    var claim = Relation.equal
    for relation in (0...link).map({ self.claim(of: $0) }) {
      switch (claim, relation) {
      case (_, .equal): break
      case (.equal, .less), (.lessOrEqual, .less), (.less, .less), (.less, .lessOrEqual):
        claim = .less
      case (.equal, .lessOrEqual), (.lessOrEqual, .lessOrEqual): claim = .lessOrEqual
      case (.equal, .greater), (.greaterOrEqual, .greater), (.greater, .greater),
        (.greater, .greaterOrEqual):
        claim = .greater
      case (.equal, .greaterOrEqual), (.greaterOrEqual, .greaterOrEqual): claim = .greaterOrEqual
      default: return nil
      }
    }
    return claim
  }
}
