import Lessons
import Meaning
import Notation
import SoftmaxCore

/// Why a mutant that `check` passes is the same mathematics: proven by judging
/// `original = mutant` as an equation of its own, on other examples than `check` used.
struct Sameness {
  /// A reason, and what it comes to.
  struct Reason: Hashable {
    enum Kind: Hashable {
      /// Both sides are the same number, whatever the numbers are.
      case same
      /// Another claim, and a true one: an inequality has room.
      case trueToo
      /// A person says so.
      case listed
    }
    var kind: Kind
    var words: String
  }

  /// How many random examples the equation is put to.
  let examples: Int
  private static let seed: UInt64 = 71

  /// - Returns: the reason in words; nil where the tool can't prove it.
  func reason(for mutant: Lesson, of original: Lesson, at place: FormulaPlace) -> Reason? {
    switch place.use {
    case .definition: return definitionReason(mutant, original, place)
    // The lines hold under the condition and, as the mutant passes, under its opposite.
    case .condition: return Reason(kind: .same, words: "the step's lines hold for both")
    case .answer: return nil
    case .display, .inline:
      guard let number = place.step, let step = mutant.steps.first else { return nil }
      let before = original.steps[number]
      let pairs = zip(
        Self.readings(of: before, original.names), Self.readings(of: step, mutant.names))
      let changed = pairs.filter { $0.formulas != $1.formulas }
      guard changed.count == 1 else { return nil }
      return reason(changed[0].0, changed[0].1, before)
    }
  }

  private static func readings(of step: Step, _ names: Names) -> [Reading] {
    StepClaims(step, names: names).claims.map(\.reading)
      + step.blocks.flatMap(\.inlineFormulas).map { Reading($0, names: names) }
  }

  private func definitionReason(
    _ mutant: Lesson, _ original: Lesson, _ place: FormulaPlace
  ) -> Reason? {
    guard let position = original.definitions.firstIndex(where: { $0.line == place.line }) else {
      return nil
    }
    func sides(_ lesson: Lesson) -> [String] {
      lesson.definitions[position].value.split(separator: "=", maxSplits: 1).map(String.init)
    }
    let (old, new) = (sides(original), sides(mutant))
    // Another left side defines another name.
    guard old.count == 2, new.count == 2, old[0] == new[0] else { return nil }
    return reason([(old[1], new[1])], names: original.names, Circumstances(original.steps[0]))
  }

  /// Compares the sides of two readings that should say the same.
  private func reason(_ one: Reading, _ other: Reading, _ step: Step) -> Reason? {
    guard one.chains.count == other.chains.count else { return nil }
    var pairs: [(String, String)] = []
    var isOrder = false
    for (chain, changed) in zip(one.chains, other.chains) {
      guard chain.sides.count == changed.sides.count else { return nil }
      for (position, (side, mutant)) in zip(chain.sides, changed.sides).enumerated() {
        let texts = (Self.text(of: side, in: one), Self.text(of: mutant, in: other))
        if texts.0 != texts.1 {
          pairs.append(texts)
          isOrder = isOrder || chain.orders(around: position)
        }
      }
      for (link, mutant) in zip(chain.links, changed.links) where link.relation != mutant.relation {
        return Reason(
          kind: .trueToo, words: "true as well: \(mutant.relation.rawValue) holds for all examples")
      }
    }
    return reason(pairs, names: one.names, Circumstances(step))
      ?? (isOrder
        ? Reason(kind: .trueToo, words: "true as well: the inequality holds for all examples")
        : nil)
  }

  private static func text(of side: Chain.Side, in reading: Reading) -> String {
    let bytes = Array(reading.formulas[side.formula].source.utf8)[side.range]
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "&", omittingEmptySubsequences: true).joined(separator: " ")
      .replacing("\\\\", with: " ")
  }

  /// What a step says about where its lines hold.
  private struct Circumstances {
    var condition: Formula?
    var unit: InformationUnit?
    var target: StepTarget?

    init(_ step: Step) {
      (condition, unit, target) = (step.condition?.value, step.unit, step.target)
    }
  }

  private func reason(
    _ pairs: [(String, String)], names: Names, _ step: Circumstances
  ) -> Reason? {
    guard !pairs.isEmpty else { return nil }
    func holds(_ units: [InformationUnit], _ condition: Formula?, _ isOneHot: Bool) -> Bool {
      pairs.allSatisfy { original, mutant in
        units.allSatisfy { unit in
          let reading = Reading(Formula("\(original) = \(mutant)"), names: names)
          let asksForTarget = reading.freeIndices.contains { names[$0]?.meaning == .targetClass }
          var drawn = RandomExamples.examples(
            for: reading, count: examples, seed: Self.seed, isOneHot: isOneHot || asksForTarget)
          for position in drawn.indices { drawn[position].unit = unit }
          let judged = (try? reading.judged(here: nil, examples: drawn, when: condition)) ?? []
          return judged.count == 1 && judged[0].always == .holds
        }
      }
    }
    let all: [InformationUnit] = [.nats, .bits]
    if holds(all, nil, false) { return Reason(kind: .same, words: "equal for all numbers") }
    var limits: [String] = []
    var units = all
    if let unit = step.unit {
      units = [unit]
      limits.append("in \(unit.rawValue)")
    }
    if let condition = step.condition { limits.append("where \(condition.source)") }
    if step.target == .oneHot { limits.append("for a one-hot target") }
    guard holds(units, step.condition, step.target == .oneHot) else { return nil }
    return Reason(
      kind: .same, words: "equal " + limits.joined(separator: ", ") + ", as the step says")
  }
}

extension Chain {
  /// Whether a side stands beside ≤, ≥ or their like.
  fileprivate func orders(around side: Int) -> Bool {
    links.contains { ![.equal, .definition, .approximate].contains($0.relation) }
      && side < sides.count
  }
}

extension Block {
  fileprivate var inlineFormulas: [Formula] {
    if case .formula = self { [] } else { formulas }
  }
}
