public import Notation

/// What a formula means: a tree of typed operations, each knowing the notation it came from.
///
/// Sums and products keep all their members side by side, as they were written, so that a long sum
/// is no deep tree and a learner can walk from term to term.
public struct Expression: Hashable, Sendable {
  public var kind: Kind
  /// The shape of its value.
  public var sort: Sort
  /// The notation node that this is the meaning of; for a run of several, such as a sum within a
  /// row, the first of them.
  public var node: Notation.NodeID
  /// Where it stands in the source.
  public var range: Range<Int>

  init(_ kind: Kind, _ sort: Sort, node: Notation.NodeID, range: Range<Int>) {
    self.kind = kind
    self.sort = sort
    self.node = node
    self.range = range
  }

  /// The value of a literal: any run of digits with at most one point.
  static func literal(_ digits: String) -> Kind {
    let padded = (digits.first == "." ? "0" : "") + digits + (digits.last == "." ? "0" : "")
    return .number(Double(padded) ?? .nan, digits: digits)
  }

  /// What shape a value has, as far as the notation tells.
  public enum Sort: String, Hashable, Sendable { case scalar, vector, row, matrix, truth }

  public indirect enum Kind: Hashable, Sendable {
    /// A literal: its value, and the digits as they were written.
    case number(Double, digits: String)
    case infinity
    /// A whole name: scalar, vector or matrix.
    case name(String)
    /// The value of an index: bound by a Σ, or chosen outside.
    case index(String)
    /// A parameter within the definition of a function.
    case parameter(String)
    case element(of: Expression, at: [Expression])
    case call(Application)
    case terms([Term])
    case factors([Factor])
    case fraction(Expression, Expression)
    case power(Expression, exponent: Expression)
    case exponential(Expression)
    case logarithm(Expression, Base)
    case apply(Operation, [Expression])
    case big(BigSign, Binder, body: Expression)
    case expectation(variable: String, weights: Expression, body: Expression)
    case partial(body: Expression, by: [Variable])
    case transpose(Expression)
    case indicator(Expression)
    case comparison(Relation, Expression, Expression)
    /// Conditions that must all hold.
    case all([Expression])
    case cases([Case])
    case matrix([[Expression]])
    /// One row of a matrix, as a vector: `x^{(i)}`.
    case example(of: Expression, at: Expression)
  }

  public struct Term: Hashable, Sendable {
    public var isSubtracted: Bool
    public var expression: Expression
  }

  public struct Factor: Hashable, Sendable {
    public enum Sign: Hashable, Sendable { case beside, times, dot, star, slash, elementwise }
    /// The sign before it; `beside` for the first one.
    public var sign: Sign
    public var expression: Expression
  }

  public enum Base: Hashable, Sendable {
    case unit, natural, two, ten
    case other(Expression)
  }

  public enum Operation: String, Hashable, Sendable {
    case max, min, absolute, norm, oneNorm, maximumNorm, squareRoot, diagonal, oneHot, trace
  }

  public enum BigSign: Hashable, Sendable { case sum, product, max, min }

  public struct Case: Hashable, Sendable {
    public var value: Expression
    /// nil for "otherwise".
    public var condition: Expression?
  }

  /// A ∂ by one entry, or by all entries of a name.
  public struct Variable: Hashable, Sendable {
    public var name: String
    public var isParameter: Bool
    /// The entry; empty for the whole name.
    public var indices: [Expression]
    public var node: Notation.NodeID
    public var range: Range<Int>
  }
}

/// What a Σ, Π or max runs over.
public struct Binder: Hashable, Sendable {
  public var indices: [String]
  /// First and last value where they are written; else the whole axis.
  public var from: Expression?
  public var to: Expression?
  /// What the index counts where no last value is written.
  public var axis: Axis
  /// `a ≠ b`: which values are taken.
  public var condition: Expression?
}

/// A sign that claims something of its two sides.
public enum Relation: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case approximate = "≈"
  case unequal = "≠"
  case lessOrEqual = "≤"
  case greaterOrEqual = "≥"
  case less = "<"
  case greater = ">"
  /// `:=`, which gives a meaning and claims nothing.
  case definition = ":="
}

/// A defined name at work: which definition, with what in place of its indices and parameters.
public struct Application: Hashable, Sendable {
  public var definition: ReadDefinition
  /// For the indices of the definition's left side; empty when all entries are meant at once.
  public var indices: [Expression]
  public var arguments: [Expression]
}

/// A definition whose right side has been read. Shared by all places that use it.
public final class ReadDefinition: Sendable, Hashable {
  public let name: String
  public let source: Definition
  public let indices: [String]
  /// What each index counts.
  public let axes: [Axis]
  public let parameters: [String]
  public let body: Expression
  /// The levels of factors in it, its own definitions' included.
  let height: Int
  /// How many ∂ stand within each other in it.
  let derivativeDepth: Int

  init(
    name: String, source: Definition, indices: [String], axes: [Axis], parameters: [String],
    body: Expression, height: Int
  ) {
    self.name = name
    self.source = source
    self.indices = indices
    self.axes = axes
    self.parameters = parameters
    self.body = body
    self.height = height
    derivativeDepth = body.derivativeDepth
  }

  public static func == (a: ReadDefinition, b: ReadDefinition) -> Bool {
    a === b || a.source == b.source && a.body == b.body && a.axes == b.axes
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
