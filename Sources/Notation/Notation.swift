/// What LaTeX wrote, as a tree: the source of both the picture and the meaning.
///
/// Goals, in order: every formula of the field has a tree; each node knows where in the source it
/// stands, so that a diagnostic, a colour or a highlight can be put there; the tree keeps what was
/// written (fonts, spaces, styles) and interprets nothing.
public struct Notation: Hashable, Sendable {
  public var kind: Kind
  /// UTF-8 offsets into the source. Empty for nodes that were computed, not written.
  public var range: Range<Int>
  /// Unique in its formula, assigned in reading order (a parent before its children); cells of the
  /// typeset picture and nodes of the expression carry it.
  public var id: NodeID

  public init(_ kind: Kind, range: Range<Int>, id: NodeID) {
    self.kind = kind
    self.range = range
    self.id = id
  }

  public typealias NodeID = Int

  public indirect enum Kind: Hashable, Sendable {
    /// Side by side; also what braces group.
    case row([Notation])
    /// One letter or sign: `x`, `+`, `\theta`, `\partial`, `\in`, `\ldots`.
    case symbol(Symbol)
    /// Digits with at most one point: `0.5`, `.65`, `12`.
    case number(String)
    /// An upright name with operator spacing: `\log`, `\max`, `\operatorname{softmax}`.
    case function(name: String, limits: Bool)
    /// `\sum`, `\prod`, `\int`.
    case bigOperator(BigOperator)
    case fraction(numerator: Notation, denominator: Notation)
    /// `\binom{n}{k}`.
    case binomial(upper: Notation, lower: Notation)
    /// `base` is nil for a script that hangs on nothing. Primes are counted apart from `upper`.
    case script(base: Notation?, lower: Notation?, upper: Notation?, primes: Int, limits: Limits)
    /// A matched pair of delimiters, `\left…\right` or plain. A nil delimiter is `\left.`
    case fence(open: Delimiter?, body: Notation, close: Delimiter?, growth: FenceGrowth)
    /// `\middle|` or a `\big` delimiter that stands alone.
    case delimiter(Delimiter)
    case matrix(MatrixStyle, rows: [[Notation]])
    /// `\begin{array}{lr}`: a grid without fences whose columns say how they align.
    case array(columns: [ColumnAlignment], rows: [[Notation]])
    case cases(rows: [[Notation]])
    /// `aligned`, `align`, `split`: cells were separated by `&`.
    case aligned(rows: [[Notation]])
    case gathered(rows: [Notation])
    case accent(Accent, Notation)
    case font(Font, Notation)
    /// `\text{…}`, with `$…$` inside allowed: runs of words and formulas.
    case text([TextRun])
    case radical(index: Notation?, radicand: Notation)
    case brace(BraceSide, body: Notation, label: Notation?)
    case stack(base: Notation, over: Notation?, under: Notation?)
    case boxed(Notation)
    /// `\cancel{…}`: struck through, and still there.
    case cancelled(Notation)
    case colored(name: String, Notation)
    /// `\not` and what it strikes through.
    case negated(Notation)
    /// `\mathop{…}`, `\mathrel{…}` and their like: anything, spaced as the class says.
    case classed(Symbol.AtomClass, Notation)
    case phantom(Notation)
    /// Blank space, of which no two stand side by side: `\;\;` is one. `columns` are what it takes in
    /// a picture (`\,` 1, `\quad` 3, `\!` 0), `units` its width in TeX, 18 to a quad.
    case space(columns: Int, units: Int)
    case style(MathStyle)
    /// An unknown or broken command, drawn as `⟦\foo?⟧` at run time; there is a diagnostic for it.
    case broken(String)
  }
}

/// A sign with its TeX class.
///
/// `name` is the command without its backslash, or the character itself; of several names for one
/// sign it is one: `leq` (`\le`, `≤`), `rightarrow` (`\to`), `neq` (`\ne`), `|` (`\vert`), `Vert`
/// (an unpaired `\|`), `||`, `mid`, `:=`, `-` (`−`), `cdot` (`·`), `ldots` (`\dots`). The table of all
/// names is `SymbolTable`.
public struct Symbol: Hashable, Sendable {
  public enum AtomClass: Hashable, Sendable {
    case ordinary, operation, binary, relation, opening, closing, punctuation, inner
  }

  public var name: String
  public var atomClass: AtomClass

  public init(_ name: String, _ atomClass: AtomClass) {
    self.name = name
    self.atomClass = atomClass
  }
}

public enum BigOperator: String, Hashable, Sendable, CaseIterable {
  case sum, prod, coprod, int, iint, iiint, oint
  case bigcup, bigcap, bigvee, bigwedge, bigoplus, bigotimes, bigodot, bigsqcup, biguplus
}

public enum Limits: Hashable, Sendable { case automatic, above, beside }

public enum Delimiter: String, Hashable, Sendable, CaseIterable {
  case leftParenthesis = "(", rightParenthesis = ")"
  case leftBracket = "[", rightBracket = "]"
  case leftBrace = "{", rightBrace = "}"
  case bar = "|", doubleBar = "‖"
  case leftAngle = "⟨", rightAngle = "⟩"
  case leftFloor = "⌊", rightFloor = "⌋"
  case leftCeiling = "⌈", rightCeiling = "⌉"
  case slash = "/", backslash = "\\"
}

/// `always` is `\left…\right` and `\big…`; `whenTall` is a plain pair, which grows around
/// fractions and matrices but not around a superscript.
public enum FenceGrowth: Hashable, Sendable { case always, whenTall }

public enum MatrixStyle: String, Hashable, Sendable, CaseIterable {
  case plain = "matrix", brackets = "bmatrix", parentheses = "pmatrix", bars = "vmatrix"
  case doubleBars = "Vmatrix", braces = "Bmatrix", small = "smallmatrix"
}

public enum ColumnAlignment: Hashable, Sendable { case left, center, right }

public enum Accent: String, Hashable, Sendable, CaseIterable {
  case hat, widehat, bar, overline, tilde, widetilde, vec, dot, ddot, dddot, underline, check
  case acute, grave, breve, ring, leftArrow
}

public enum Font: String, Hashable, Sendable, CaseIterable {
  case mathbf, boldsymbol, mathrm, mathit, mathbb, mathcal, mathsf, mathtt, mathfrak, mathscr
}

public enum BraceSide: Hashable, Sendable { case over, under }

public enum MathStyle: Hashable, Sendable { case display, text, script }

public enum TextRun: Hashable, Sendable {
  case words(String)
  case formula(Notation)
}
