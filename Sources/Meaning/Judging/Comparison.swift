public import Notation

/// How an equals sign stands the test.
public enum Verdict: Hashable, Sendable {
  case holds
  case fails
  /// True for the numbers on screen, and not for all.
  case hereNotAlways
  /// True to the digits that are printed.
  case approximate
  case notJudged(Reason)

  /// Why a sign was not judged.
  public enum Reason: Hashable, Sendable {
    /// A side is ∞ on both sides, or NaN on one.
    case notFinite
    /// Cancellation has left too few digits to tell.
    case precisionLost
    /// A side has no meaning or no value; the diagnostic says why.
    case noValue(FormulaDiagnostic)
    /// `:=` gives a meaning, and `i \neq j` says which indices are meant: neither claims anything.
    case claimsNothing
    /// `\approx` without a printed decimal to compare with.
    case noDigits
    /// No example admits the condition.
    case noExample
    /// The line says itself that it is about other indices.
    case notAdmitted
    /// ≠ claims that some example differs, and this one does not.
    case equalHere
    /// Its cases leave out what it is asked for.
    case uncovered(FormulaDiagnostic)
  }
}

/// Two sides at one set of numbers.
///
/// The tolerance is four times the bound on rounding that both sides carry with them, which is
/// linear in the magnitudes that were added on the way: the bound itself is of first order, twice
/// covers what it leaves out, and twice again the inputs' own rounding. Where it exceeds a
/// millionth of those magnitudes, a cancellation has been amplified (as in log(1 − p) for p near 1)
/// and agreement would prove nothing.
public struct Comparison: Hashable, Sendable {
  /// nil where a side has no value.
  public var left: Value?
  public var right: Value?
  /// The largest |left − right| over the entries, in units of its tolerance the worst.
  public var difference: WideNumber
  public var tolerance: WideNumber
  public var verdict: Verdict
  /// Whether = stands before a literal that was rounded: `\approx` would be true.
  public var isRounded = false
  /// Whether an entry is a number on one side, and undefined or ∞ for doubtful reasons on the other.
  var isHalfUndefined = false

  private static let safety = WideNumber(4)
  private static let leastSignificance = WideNumber(0x1p-20)

  init(
    left: Value?, right: Value?, difference: WideNumber, tolerance: WideNumber, verdict: Verdict
  ) {
    self.left = left
    self.right = right
    self.difference = difference
    self.tolerance = tolerance
    self.verdict = verdict
  }

  /// - Parameter digits: the precision of the side that is a literal, if one is: one for each
  ///   entry, or one for all.
  init(of left: Value, _ relation: Relation, _ right: Value, digits: [PrintedDigits]?) {
    self.left = left
    self.right = right
    difference = .zero
    tolerance = .zero
    verdict = .holds
    if case .truth(let a) = left, case .truth(let b) = right {
      verdict = (a == b) == (relation != .unequal) ? .holds : .fails
      return
    }
    guard relation != .definition else {
      verdict = .notJudged(.claimsNothing)
      return
    }
    if case .scalar(let a) = left, case .scalar(let b) = right {
      // Nearly all comparisons: no lists are made for them.
      (verdict, difference, tolerance) = judge(a, relation, b, digits?[0])
      return
    }
    guard let pairs = Self.pairs(left, right) else {
      verdict = .fails
      return
    }
    var worst: (ratio: WideNumber, verdict: Verdict)?
    // ≠ holds when any entry differs; all other relations must hold in every entry.
    var verdicts: [Verdict] = []
    for (position, (a, b)) in pairs.enumerated() {
      let printed = digits.map { $0.count == pairs.count ? $0[position] : $0[0] }
      let (verdict, gap, slack) = judge(a, relation, b, printed)
      verdicts.append(verdict)
      let ratio = slack.isZero ? (gap.isZero ? .zero : .infinity) : gap / slack
      if worst.map({ ratio > $0.ratio }) ?? true {
        worst = (ratio, verdict)
        (difference, tolerance) = (gap, slack)
      }
    }
    verdict = Self.joined(verdicts, relation)
  }

  private static func joined(_ verdicts: [Verdict], _ relation: Relation) -> Verdict {
    if relation == .unequal, verdicts.contains(.holds) { return .holds }
    if verdicts.contains(.fails) { return .fails }
    for verdict in verdicts {
      if case .notJudged = verdict { return verdict }
    }
    return verdicts.contains(.approximate) ? .approximate : .holds
  }

  /// Entry by entry; a single 0 stands for zeros.
  private static func pairs(
    _ left: Value, _ right: Value
  ) -> [(TrackedNumber, TrackedNumber)]? {
    let (a, b) = (left.numbers, right.numbers)
    switch (left, right) {
    case (.scalar(let a), _): return b.map { (a, $0) }
    case (_, .scalar(let b)): return a.map { ($0, b) }
    case (.matrix(let rows), .matrix(let others)):
      guard rows.count == others.count, a.count == b.count else { return nil }
      return Array(zip(a, b))
    case (.vector, .vector), (.row, .row): return a.count == b.count ? Array(zip(a, b)) : nil
    default: return nil
    }
  }

  private mutating func judge(
    _ a: TrackedNumber, _ relation: Relation, _ b: TrackedNumber, _ digits: PrintedDigits?
  ) -> (Verdict, difference: WideNumber, tolerance: WideNumber) {
    if a.value.isNaN || b.value.isNaN || !a.value.isFinite && !b.value.isFinite {
      if a.value.isFinite || b.value.isFinite { isHalfUndefined = true }
      return (.notJudged(.notFinite), .zero, .zero)
    }
    let signed = a.value - b.value
    let gap = signed.magnitude
    let slack = Self.safety * (a.error + b.error + signed.magnitude * TrackedNumber.roundoff)
    guard gap.isFinite, slack.isFinite else {
      if gap.isFinite { return (.notJudged(.precisionLost), gap, slack) }
      // ∞ against a number.
      let isOrdered = relation.holds(difference: TrackedNumber(exactly: signed))
      if !slack.isNaN { return (isOrdered ? .holds : .fails, gap, .zero) }
      isHalfUndefined = isHalfUndefined || !isOrdered
      return (.notJudged(.precisionLost), gap, slack)
    }
    let isWithin = gap <= slack
    let isSignificant = slack <= Self.leastSignificance * (a.magnitude + b.magnitude)
    switch relation {
    case .equal, .approximate, .definition:
      if relation == .equal || digits == nil, isWithin {
        return (slack.isZero || isSignificant ? .holds : .notJudged(.precisionLost), gap, slack)
      }
      if let digits, gap <= digits.halfUnit + slack {
        isRounded = isRounded || relation == .equal
        return (.approximate, gap, digits.halfUnit)
      }
      if relation == .approximate, digits == nil { return (.notJudged(.noDigits), gap, slack) }
      return (.fails, gap, slack)
    case .unequal: return (isWithin ? .notJudged(.equalHere) : .holds, gap, slack)
    case .lessOrEqual: return (signed <= slack ? .holds : .fails, gap, slack)
    case .greaterOrEqual: return (-signed <= slack ? .holds : .fails, gap, slack)
    case .less: return (signed < .zero ? .holds : .fails, gap, slack)
    case .greater: return (signed > .zero ? .holds : .fails, gap, slack)
    }
  }
}

/// A literal's precision: half a unit of the last digit that is printed.
struct PrintedDigits: Hashable {
  var afterPoint: Int
  var halfUnit: WideNumber { WideNumber(0.5) / .power(WideNumber(10), afterPoint) }

  /// Of both sides: where two are printed, the one with fewer digits is a rounding of the other. A
  /// whole number beside a decimal is no rounding: 2 is not 2.4.
  static func of(_ sides: [Expression], around relation: Relation) -> [PrintedDigits]? {
    let printed = sides.compactMap { of($0, before: relation) }
    let decimal = printed.filter { $0.contains { $0.afterPoint > 0 } }
    guard decimal.count == 2, decimal[0].count == decimal[1].count else {
      return decimal.first ?? printed.first
    }
    return zip(decimal[0], decimal[1]).map {
      PrintedDigits(afterPoint: min($0.afterPoint, $1.afterPoint))
    }
  }

  /// Of a side that is a decimal literal, or a vector of such with at least one decimal. Whole
  /// numbers count as printed only where ≈ stands.
  private static func of(_ side: Expression, before relation: Relation) -> [PrintedDigits]? {
    let printed = literals(in: side)
    guard let printed, !printed.isEmpty else { return nil }
    return relation == .approximate || printed.contains { $0.afterPoint > 0 } ? printed : nil
  }

  private static func literals(in side: Expression) -> [PrintedDigits]? {
    switch side.kind {
    case .number(_, let digits):
      let point = digits.firstIndex(of: ".")
      return [
        PrintedDigits(
          afterPoint: point.map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0)
      ]
    case .terms(let terms):
      guard terms.count == 1, terms[0].isSubtracted else { return nil }
      return literals(in: terms[0].expression)
    case .matrix(let rows):
      var all: [PrintedDigits] = []
      for entry in rows.flatMap({ $0 }) {
        guard let own = literals(in: entry) else { return nil }
        all += own
      }
      return all
    default: return nil
    }
  }
}
