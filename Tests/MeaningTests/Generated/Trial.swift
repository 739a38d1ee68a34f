import Meaning
import Notation
import SoftmaxCore

/// One spelling of terms over one world: what is wrong with what is read from it.
struct Trial {
  let world: World
  let names: Names
  let spelling: UInt64
  var isWide = false

  init(_ world: World, _ spelling: UInt64, names: Names = World.names) {
    (self.world, self.spelling, self.names) = (world, spelling, names)
  }

  func latex(_ term: Term, other: Bool = false) -> String {
    var writer = LatexWriter(SplitMix64(seed: other ? ~spelling : spelling), isWide: isWide)
    return writer.formula(term)
  }

  /// What came out in place of what is right.
  struct Fault: CustomStringConvertible {
    /// Shrinking keeps to it: a wrong value is not to become a refusal on the way.
    var kind: String
    var description: String
  }

  // MARK: Values

  /// What is wrong with the value that is read from the written term; nil if nothing is, or if the
  /// term has no value in this world.
  func fault(of term: Term) -> Fault? { fault(of: term, latex(term)) }

  /// The same for the plain form; nil, too, where it has no words for the term.
  func plainFault(of term: Term) -> Fault? {
    var writer = PlainWriter(SplitMix64(seed: spelling))
    return (try? writer.text(term)).flatMap { fault(of: term, $0) }
  }

  private func fault(of term: Term, _ text: String) -> Fault? {
    guard let expected = Witness.numbers(of: term, in: world) else { return nil }
    do throws(FormulaDiagnostic) {
      let found = try TypedFormula(text, names: names).reading()
        .value(bindings: world.bindings).numbers.map(\.double)
      let isEqual =
        found.count == expected.values.count
        && zip(found, expected.values).allSatisfy { found, meant in
          abs(found - meant) <= Self.slack(expected.largest)
        }
      guard !isEqual else { return nil }
      return Fault(
        kind: "value", description: "\(text)\n  is read as \(found), meant is \(expected.values)")
    } catch {
      return Fault(
        kind: error.message,
        description: "\(text)\n  is refused: \(error.message) at \(error.range)")
    }
  }

  /// Rounding grows with the numbers that were added on the way.
  private static func slack(_ largest: Double) -> Double { 1e-9 * (1 + largest) }

  // MARK: Verdicts

  /// What is wrong with the verdict on `left = right`; nil if nothing is, if a side has no value
  /// here, or if the sides are too close to be told apart.
  func verdictFault(_ left: Term, _ right: Term) -> Fault? {
    // `i = 2` says which index is meant, and claims nothing.
    guard !(left.isIndexOrNumber && right.isIndexOrNumber) else { return nil }
    guard let one = Witness.numbers(of: left, in: world),
      let other = Witness.numbers(of: right, in: world), one.values.count == other.values.count
    else { return nil }
    let gap = zip(one.values, other.values).map { abs($0 - $1) }.max() ?? 0
    let largest = max(one.largest, other.largest)
    let wanted: Verdict = left == right ? .holds : .fails
    // Other words may be worth the same, and of a small difference of large numbers nobody is sure.
    if wanted == .fails, gap < 1e-5 * (1 + largest) { return nil }
    let text = "\(latex(left)) = \(latex(right, other: true))"
    let reading = Reading(Formula(text), names: names)
    let judgements = (try? reading.judged(here: world.bindings)) ?? []
    guard judgements.count == 1, let found = judgements[0].here?.verdict else {
      return Fault(kind: "signs", description: "\(text)\n  is \(judgements.count) signs")
    }
    if found == wanted || found == .notJudged(.precisionLost) { return nil }
    return Fault(
      kind: wanted == .fails ? "fails" : "holds",
      description: "\(text)\n  is judged \(found), its sides are worth \(one.values) and "
        + "\(other.values)")
  }
}

extension Term {
  fileprivate var isIndexOrNumber: Bool {
    switch self {
    case .count, .number: true
    default: false
    }
  }
}
