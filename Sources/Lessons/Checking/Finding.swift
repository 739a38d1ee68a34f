/// One thing that a check has to say.
public struct Finding: Hashable, Sendable {
  public var diagnostic: Diagnostic
  /// The numbers of a sign that does not hold.
  public var disagreement: Disagreement?

  public init(_ diagnostic: Diagnostic, disagreement: Disagreement? = nil) {
    self.diagnostic = diagnostic
    self.disagreement = disagreement
  }
}

/// Two sides that should agree, and where they do not.
public struct Disagreement: Hashable, Sendable {
  /// What stands before the sign, or at the head of the chain.
  public var left: String
  public var right: String
  /// z, y, P, T and the indices, as text.
  public var numbers: String
  /// Which of the random examples, from 1; nil for the lesson's own.
  public var example: Int?
  public var seed: UInt64

  public init(left: String, right: String, numbers: String, example: Int?, seed: UInt64) {
    self.left = left
    self.right = right
    self.numbers = numbers
    self.example = example
    self.seed = seed
  }
}

/// What was looked at.
public struct CheckCounts: Hashable, Sendable {
  public var lessons = 0
  public var steps = 0
  public var formulas = 0
  /// Signs that were evaluated and hold, or were found not to.
  public var checkedSigns = 0
  /// Signs in fences that say ```math notation.
  public var notationOnlySigns = 0
  /// Signs that claim nothing: `i \neq j` says which indices are meant, `:=` gives a meaning.
  public var conditions = 0
  /// Signs that could not be judged, by reason.
  public var unjudgedSigns: [UnjudgedReason: Int] = [:]
  /// How often two sides were compared.
  public var comparisons = 0
  /// Defined quantities that were compared with SoftmaxCore's own.
  public var quantities = 0
  /// Numbers in the text that were computed.
  public var values = 0

  public init() {}

  public static func += (total: inout CheckCounts, other: CheckCounts) {
    total.lessons += other.lessons
    total.steps += other.steps
    total.formulas += other.formulas
    total.checkedSigns += other.checkedSigns
    total.notationOnlySigns += other.notationOnlySigns
    total.conditions += other.conditions
    total.unjudgedSigns.merge(other.unjudgedSigns, uniquingKeysWith: +)
    total.comparisons += other.comparisons
    total.quantities += other.quantities
    total.values += other.values
  }
}
