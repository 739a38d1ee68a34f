public import Meaning
public import Notation
import SoftmaxCore

/// What the formulas of a step claim, read once: for the screens at every change of the example,
/// for `check` at two hundred random ones.
public struct StepClaims: Sendable {
  /// Formulas that are read together: one fence, and those that continue it.
  public struct Claim: Sendable {
    public var reading: Reading
    /// The step's block of each formula.
    public var blocks: [Int]
    /// Of each formula, among those that were given.
    var sites: [Int]
  }

  public let claims: [Claim]
  /// `when: i = j`, as the step says it.
  public let condition: Formula?
  private let conditionReading: Reading?

  /// The display formulas of a step.
  public init(_ step: Step, names: Names) {
    var displays: [(formula: Formula, block: Int)] = []
    var notation: [Int] = []
    for (index, block) in step.blocks.enumerated() {
      guard case .formula(let display) = block else { continue }
      if display.isNotationOnly {
        notation.append(index)
      } else {
        displays.append((display.formula, index))
      }
    }
    claims = Self.grouped(displays, apartAt: notation, names: names)
    condition = step.condition?.value
    conditionReading = condition.map { Reading($0, names: names) }
  }

  /// A fence that starts with a relation continues the one before, unless a notation fence stands
  /// between them: nobody knows what that is equal to.
  static func grouped(
    _ formulas: [(formula: Formula, block: Int)], apartAt notation: [Int], names: Names
  ) -> [Claim] {
    var groups: [[Int]] = []
    for index in formulas.indices {
      if formulas[index].formula.startsWithRelation, index > 0,
        !notation.contains(where: { formulas[index - 1].block..<formulas[index].block ~= $0 })
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.map { group in
      Claim(
        reading: Reading(continuing: group.map { formulas[$0].formula }, names: names),
        blocks: group.map { formulas[$0].block }, sites: group)
    }
  }

  /// Every sign that claims something, judged for one example: both values, and why it may fail
  /// although the lesson is right.
  ///
  /// - Parameter examples: more numbers to put a claim to, those that the condition admits.
  /// - Complexity: two evaluations a line; a second round only where a line fails.
  public func verdicts(
    for example: Example, examples: (Reading) -> [Bindings] = { _ in [] }
  ) -> [LineVerdict] {
    let bindings = example.bindings
    let admitted = admitted(bindings)
    return claims.enumerated().flatMap { number, claim in
      let judgements =
        (try? claim.reading.judged(
          here: bindings, examples: examples(claim.reading), when: condition)) ?? []
      return judgements.compactMap { judgement -> LineVerdict? in
        if case .notJudged(.claimsNothing) = judgement.here?.verdict { return nil }
        var line = LineVerdict(
          claim: number, block: claim.blocks[judgement.formula], judgement: judgement)
        switch judgement.here?.verdict {
        case .fails: line.limit = claim.limit(of: judgement, bindings, admitted: admitted)
        case .notJudged(let reason):
          line.limit =
            claim.limitOfUndefined(judgement, bindings)
            ?? LineVerdict.Limit(of: reason, sides: judgement.here)
        default: break
        }
        return line
      }
    }
  }
}

extension StepClaims {
  /// The same numbers with another j, such that the step's condition is met; nil if it is met
  /// already, or cannot be.
  private func admitted(_ bindings: Bindings) -> Bindings? {
    guard let conditionReading else { return nil }
    func admits(_ bindings: Bindings) -> Bool {
      (try? conditionReading.value(bindings: bindings).truth) ?? false
    }
    guard !admits(bindings), case .vector(let scores)? = bindings["z"] else { return nil }
    for j in 1...max(1, scores.count) {
      var other = bindings
      other.indices["j"] = j
      if admits(other) { return other }
    }
    return nil
  }
}

extension StepClaims.Claim {
  /// What has to be changed for a sign that fails to hold.
  ///
  /// - Parameter admitted: numbers that meet the step's condition, if these don't.
  fileprivate func limit(
    of failed: LinkJudgement, _ bindings: Bindings, admitted: Bindings?
  ) -> LineVerdict.Limit? {
    if let admitted, holds(failed, admitted) { return .condition }
    if let labelled = bindings.labelled, holds(failed, labelled) { return .oneHotTarget }
    var bindings = admitted ?? bindings
    if bindings["p"] != nil {
      bindings["p"] = nil
      if holds(failed, bindings) { return .givenProbabilities }
    }
    var inNats = bindings
    inNats.unit = .nats
    if bindings.unit != .nats, holds(failed, inNats) { return .nats }
    guard bindings["T"] != .scalar(1) else { return nil }
    var plain = bindings
    plain["T"] = .scalar(1)
    if holds(failed, plain) { return .temperatureOne }
    plain.unit = .nats
    return bindings.unit != .nats && holds(failed, plain) ? .natsAndTemperatureOne : nil
  }

  /// What has to be changed for a sign whose sides have no values to be judged: T = 0 has the limit
  /// only, and a soft target no class t.
  fileprivate func limitOfUndefined(
    _ undefined: LinkJudgement, _ bindings: Bindings
  ) -> LineVerdict.Limit? {
    if let labelled = bindings.labelled, holds(undefined, labelled) { return .oneHotTarget }
    guard bindings["T"] == .scalar(0) else { return nil }
    var warm = bindings
    warm["T"] = .scalar(1)
    // The limit of softmax stands in the place of p there.
    warm["p"] = nil
    return holds(undefined, warm) ? .zeroTemperature : nil
  }

  private func holds(_ failed: LinkJudgement, _ changed: Bindings) -> Bool {
    guard let judgements = try? reading.judged(here: changed) else { return false }
    let other = judgements.first { $0.chain == failed.chain && $0.link == failed.link }
    return other?.verdict == .holds || other?.verdict == .approximate
  }
}
extension Bindings {
  /// The same numbers with the target's largest class as its label; nil if it is a label already.
  fileprivate var labelled: Bindings? {
    guard indices["t"] == nil, case .vector(let weights)? = self["y"],
      let largest = weights.indices.max(by: { weights[$0] < weights[$1] })
    else { return nil }
    var labelled = self
    labelled["y"] = .vector(weights.indices.map { $0 == largest ? 1 : 0 })
    labelled.indices["t"] = largest + 1
    return labelled
  }
}

/// One sign of a derivation for one example.
public struct LineVerdict: Hashable, Sendable {
  /// Where a line holds that does not hold for this example.
  public enum Limit: Hashable, Sendable {
    /// The step says `when:`, and the chosen indices are others.
    case condition
    case nats
    /// The line is about a label, and the target is spread over several classes.
    case oneHotTarget
    /// The sides divide by T = 0, where only their limit has a value.
    case zeroTemperature
    /// Where S = Σ e^z stands, there is no temperature.
    case temperatureOne
    case natsAndTemperatureOne
    /// The probabilities are given with few digits; with all of theirs the sides agree.
    case givenProbabilities
    /// A side is ∞, or nothing: there is nothing to compare.
    case notFinite
    /// Terms cancel until too few digits are left to compare.
    case precisionLost
    /// ≠ claims that some example differs, and for this one the sides are equal.
    case equalHere

    init?(of reason: Verdict.Reason, sides: Comparison?) {
      let numbers = (sides?.left?.numbers ?? []) + (sides?.right?.numbers ?? [])
      switch reason {
      case .notFinite: self = .notFinite
      case .precisionLost:
        // ∞ ≥ 0 has no digits to compare either.
        self = numbers.allSatisfy(\.value.isFinite) ? .precisionLost : .notFinite
      case .equalHere: self = .equalHere
      default: return nil
      }
    }
  }

  /// Of the step's claims.
  public var claim: Int
  /// The block of the step that the line stands in; its row is `judgement.row`.
  public var block: Int
  /// `judgement.here` has both values, their difference and the tolerance.
  public var judgement: LinkJudgement
  public var limit: Limit?

  public var row: Int { judgement.row }
  public var verdict: Verdict { judgement.verdict }
  public var left: Value? { judgement.here?.left }
  public var right: Value? { judgement.here?.right }
}
