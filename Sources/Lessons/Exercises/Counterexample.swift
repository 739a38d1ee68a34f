public import Meaning
import Notation
import SoftmaxCore

/// Numbers that refute a claim, as small as they can be: fewest classes, then the smallest whole
/// scores, then the first target.
public struct Counterexample: Hashable, Sendable {
  /// What can be put on screen.
  public var example: Example
  /// The indices for which the sides differ, from 1.
  public var indices: [String: Int]
  public var left: Value?
  public var right: Value?

  /// Scores lie within ± this.
  static let largestScore = 3

  /// - Parameter reading: one chain, whose last sign is refuted.
  /// - Returns: nil if no small example tells the sides apart.
  public static func smallest(of reading: Reading, under conditions: LineConditions) -> Self? {
    for classes in 2...3 {
      for example in examples(classes: classes, conditions) {
        guard let found = refutation(of: reading, by: example, conditions) else { continue }
        return found
      }
    }
    return nil
  }

  private static func refutation(
    of reading: Reading, by example: Example, _ conditions: LineConditions
  ) -> Self? {
    var bindings = example.bindings
    // All i and j are tried; the target's class is the example's.
    bindings.indices = bindings.indices.filter { $0.key == "t" }
    guard
      let judgement = try? reading.judged(
        here: nil, examples: [bindings], when: conditions.condition
      ).last, judgement.always == .fails, let worst = judgement.worst
    else { return nil }
    var shown = example
    shown.i = (worst.indices["i"] ?? 1) - 1
    shown.j = (worst.indices["j"] ?? 2) - 1
    return Counterexample(
      example: shown, indices: worst.indices, left: worst.comparison.left,
      right: worst.comparison.right)
  }

  /// Whole scores by the sum of their sizes, each with every one-hot target, then a soft one.
  private static func examples(classes: Int, _ conditions: LineConditions) -> [Example] {
    let range = -largestScore...largestScore
    var scores: [[Int]] = [[]]
    for _ in 0..<classes { scores = scores.flatMap { start in range.map { start + [$0] } } }
    // Larger scores first where sizes are equal: [1, 0] before [0, 1], and before [−1, 0].
    scores.sort { one, other in
      let sizes = (one.reduce(0) { $0 + abs($1) }, other.reduce(0) { $0 + abs($1) })
      return sizes.0 == sizes.1
        ? other.lexicographicallyPrecedes(one) : sizes.0 < sizes.1
    }
    var targets = (0..<classes).map { Example.oneHot($0, of: classes) }
    if conditions.isOneHot != true {
      let soft = classes == 2 ? [0.75, 0.25] : [0.5, 0.25, 0.25]
      targets.append(soft)
    }
    let reference = classes == 2 ? [0.75, 0.25] : [0.5, 0.25, 0.25]
    return scores.flatMap { scores in
      targets.map { target in
        Example(
          logits: scores.map(Double.init), target: target, reference: reference, i: 0, j: 1)
      }
    }
  }
}
