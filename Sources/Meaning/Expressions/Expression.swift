public import Notation

/// What a formula means: a tree of typed operations, each knowing the notation it came from.
///
/// All names are resolved: a given name knows where its number lies, a defined one owns its
/// definition, an index knows what binds it. Evaluating asks no table and no reader. Sums and
/// products keep all their members side by side, as they were written, so that a long sum is no deep
/// tree and a learner can walk from term to term.
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

  init(_ kind: Kind, _ sort: Sort, at syntax: Syntax) {
    self.init(kind, sort, node: syntax.node, range: syntax.range)
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
    /// A whole name that is given a value: scalar, vector or matrix.
    case name(GivenName)
    /// The value of an index.
    case index(Index)
    /// A parameter within the definition of a function.
    case parameter(Parameter)
    case element(of: Expression, at: [Expression])
    case call(Application)
    /// A function of one number, defined by a formula, of every entry of its argument.
    case mapped(Application)
    /// A function of the table.
    case apply(Function, [Expression])
    /// The derivative of a function of one variable, taken so many times: f′(x).
    case slope(SlopedFunction, order: Int, at: Expression)
    case terms([Term])
    case factors([Factor])
    case fraction(Expression, Expression)
    case power(Expression, exponent: Expression)
    /// `e^x`, as it is written.
    case exponential(Expression)
    /// A logarithm whose base stands at its foot, other than 2 and 10.
    case logarithm(Expression, base: Expression)
    case root(Expression)
    case big(BigSign, Binder, body: Expression)
    case expectation(Outcome, weights: Expression, body: Expression)
    case partial(body: Expression, by: [Variable])
    case transpose(Expression)
    case indicator(Expression)
    /// e_t, 1 at the entry and 0 elsewhere.
    case oneHot(Expression)
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

  public enum BigSign: Hashable, Sendable { case sum, product, max, min, argmax, argmin }

  public struct Case: Hashable, Sendable {
    public var value: Expression
    /// nil for "otherwise".
    public var condition: Expression?
  }

  /// A name whose value comes from outside.
  public struct GivenName: Hashable, Sendable {
    public var spelling: String
    /// Where the evaluator keeps its value.
    var slot: Int
    var meaning: NameMeaning
    var axes: [Axis]
  }

  /// An index: bound by a Σ or a definition, or chosen outside.
  public struct Index: Hashable, Sendable {
    public var name: String
    /// How many indices are bound around it where it is bound; nil if it is chosen outside.
    var level: Int?
  }

  public struct Parameter: Hashable, Sendable {
    public var name: String
    var position: Int
  }

  /// The outcome that an expectation binds: under all its spellings one level.
  public struct Outcome: Hashable, Sendable {
    public var name: String
    var level: Int
  }

  public enum SlopedFunction: Hashable, Sendable {
    case table(Function)
    case defined(ResolvedDefinition)
  }

  /// A ∂ by one entry, or by all entries of a name.
  public struct Variable: Hashable, Sendable {
    public var name: String
    /// What is made independent.
    var target: Target
    /// The name as a whole, for the value it has now.
    var whole: Expression { Expression(wholeKind, .scalar, node: node, range: range) }
    var wholeKind: Kind
    /// The entry; empty for the whole name.
    public var indices: [Expression]
    public var node: Notation.NodeID
    public var range: Range<Int>
  }

  /// What a ∂ makes independent of everything else.
  enum Target: Hashable, Sendable {
    case given(slot: Int)
    case definition(id: Int)
    case parameter(position: Int)
  }
}

/// What a Σ, Π or max runs over.
public struct Binder: Hashable, Sendable {
  public var indices: [String]
  /// How many indices are bound around it.
  var level: Int
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
  public var definition: ResolvedDefinition
  /// For the indices of the definition's left side; empty when all entries are meant at once.
  public var indices: [Expression]
  public var arguments: [Expression]
}
