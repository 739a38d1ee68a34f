import Notation

/// What is written, grouped as its signs group it, before any name is looked up.
///
/// Goals, in order: the grouping that a mathematician sees (rule 1), found once and without knowing
/// what any name stands for; every node keeps its place. What a name means, whether a bracket behind
/// it holds arguments, and which shapes fit is the resolver's business.
struct Syntax: Sendable {
  var kind: Kind
  /// The notation node it was written as; for a run of several, the first of them.
  var node: Notation.NodeID
  /// Where it stands in the source.
  var range: Range<Int>

  init(_ kind: Kind, node: Notation.NodeID, range: Range<Int>) {
    self.kind = kind
    self.node = node
    self.range = range
  }

  init(_ kind: Kind, at notation: Notation) {
    self.init(kind, node: notation.id, range: notation.range)
  }

  indirect enum Kind: Sendable {
    case number(digits: String)
    case infinity
    case word(Word)
    case terms([Term])
    /// Factors in a row: `H(P)` is a word and a bracket here.
    case factors([Factor])
    case fraction(Syntax, Syntax)
    case root(Syntax, degree: Syntax?)
    case bracket(Bracket)
    case bars(isDouble: Bool, Syntax)
    case scripted(Syntax, Scripts)
    case big(Big)
    case derivative(Derivative)
    case expectation(Expectation)
    case indicator(Condition)
    case matrix([[Syntax]])
    case cases([Case])
  }

  /// A name as it is spelled, fonts aside.
  struct Word: Sendable {
    var spelling: String
    /// `\log`, `\mathrm{KL}`, `\text{softmax}`: set as a word, as functions are.
    var isUpright: Bool
    /// Whether its limits stand below it: `\max`, `\argmax`.
    var takesLimits = false
  }

  struct Term: Sendable {
    var isSubtracted: Bool
    var syntax: Syntax
  }

  struct Factor: Sendable {
    /// The sign before it; `beside` for the first one.
    var sign: Expression.Factor.Sign
    var signRange: Range<Int>?
    var syntax: Syntax
  }

  /// Round or square brackets and what they hold.
  struct Bracket: Sendable {
    var isSquare: Bool
    /// Between commas and bars; one for a bracket that only groups.
    var parts: [Part]
    var node: Notation.NodeID
    var range: Range<Int>

    struct Part: Sendable {
      var content: Result<Syntax, FormulaDiagnostic>
      /// Where a relation stands in it: `X = x`, `i \neq j`.
      var condition: Condition?
      var range: Range<Int>
    }
  }

  /// What hangs on a base.
  struct Scripts: Sendable {
    var lower: Lower?
    var upper: Upper?
    var primes = 0
  }

  /// A subscript, which may be part of a name or pick an entry.
  struct Lower: Sendable {
    /// Its spelling as part of a name.
    var spelling: String?
    /// Between commas, as indices: letters side by side are one index each.
    var indices: Result<[Index], FormulaDiagnostic>
    /// As what a maximum runs over, where the base takes limits.
    var binder: Result<Binder, FormulaDiagnostic>?
    var range: Range<Int>

    struct Index: Sendable {
      /// Letters or single digits side by side: `ij`, `12`; one for anything else.
      var members: [Syntax]
      var syntax: Syntax
    }
  }

  enum Upper: Sendable {
    case transpose(Range<Int>)
    /// `x^{(i)}`
    case example(Syntax, Range<Int>)
    case power(Syntax, Range<Int>)
    case refused(FormulaDiagnostic)
  }

  struct Big: Sendable {
    enum Sign: Sendable { case sum, product }
    var sign: Sign
    var binder: Binder
    var body: Syntax
  }

  /// What stands below and above a Σ, Π or max.
  struct Binder: Sendable {
    var parts: [BinderPart]
    var upper: Syntax?
    var range: Range<Int>
  }

  enum BinderPart: Sendable {
    case names([String], Range<Int>)
    /// `k = 1`, whose end stands above, or which is all there is.
    case from(String, Syntax)
    /// `x \in \mathcal{X}`
    case member(String, of: Set, Range<Int>)
    /// `j \neq i`, with the names that stand alone on its sides.
    case condition(Condition, left: String?, right: String?)

    enum Set: Sendable {
      case outcomes
      /// `\{1, \dots, n\}`
      case range(Syntax, Syntax)
      case other
    }
  }

  /// Relations that must all hold.
  struct Condition: Sendable {
    var comparisons: [Comparison]
    var node: Notation.NodeID
    var range: Range<Int>

    struct Comparison: Sendable {
      var relation: Relation
      var left: Syntax
      var right: Syntax
    }
  }

  struct Derivative: Sendable {
    /// The letter that stands for ∂, if it might be a name of the lesson's own.
    var letter: String?
    var isDelta = false
    var variables: [Variable]
    var body: Syntax
    /// What is written if the letter is a name: a fraction.
    var otherwise: Syntax?

    struct Variable: Sendable {
      var syntax: Syntax
      var count: Int
    }
  }

  struct Expectation: Sendable {
    var variable: String
    var weights: Syntax
    var body: Syntax
  }

  struct Case: Sendable {
    var value: Syntax
    /// nil for "otherwise".
    var condition: Condition?
  }
}

extension Syntax {
  /// The name it is, if it is nothing else.
  var word: String? {
    if case .word(let word) = kind { return word.spelling }
    return nil
  }

  var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }
}
