public import Meaning
public import Notation
import SoftmaxCore

/// What a line of a derivation may take for granted.
public enum Assumption: Hashable, Sendable, CaseIterable {
  /// Σy = 1, ΣP = 1.
  case targetSumsToOne
  case oneHotTarget
  case temperatureOne
  case nats
  /// `when: i = j`, `when: i \neq j`.
  case indexCondition
}

/// Under what a line is claimed: its step's directive.
public struct LineConditions: Sendable {
  /// `i = j`, `i \neq j`; nil for all i and j.
  public var condition: Formula?
  /// Whether the target is one-hot; nil where the line decides it by naming the target class.
  public var isOneHot: Bool?

  public init(condition: Formula? = nil, isOneHot: Bool? = nil) {
    self.condition = condition
    self.isOneHot = isOneHot
  }

  public init(_ step: Step) {
    self.init(
      condition: step.condition?.value, isOneHot: step.target.map { $0 == .oneHot })
  }
}

extension Reading {
  static let assumptionSeed: UInt64 = 2026
  private static let assumptionExamples = 40

  /// What each sign needs: assumptions under which it holds, and without which it does not.
  ///
  /// Each is dropped in turn, the others kept, and the sign is put to the test: what then fails
  /// needed it. A sign that does not hold with all of them needs nothing that would help.
  /// - Returns: by chain and sign.
  public func assumptions(under conditions: LineConditions) -> [[[Assumption]]] {
    var needed = chains.map { $0.links.map { _ in [Assumption]() } }
    guard
      let base = try? judged(
        here: nil, examples: examples(conditions), when: conditions.condition)
    else { return needed }
    for assumption in Assumption.allCases {
      guard let judgements = judged(without: assumption, conditions) else { continue }
      for (whole, without) in zip(base, judgements)
      where whole.always == .holds && without.always == .fails {
        needed[whole.chain][whole.link].append(assumption)
      }
    }
    return needed
  }

  private func examples(_ conditions: LineConditions) -> [Bindings] {
    RandomExamples.examples(
      for: self, count: Self.assumptionExamples, seed: Self.assumptionSeed,
      isOneHot: conditions.isOneHot)
  }

  /// nil where there is nothing to drop.
  private func judged(
    without assumption: Assumption, _ conditions: LineConditions
  ) -> [LinkJudgement]? {
    var examples = examples(conditions)
    var condition = conditions.condition
    switch assumption {
    case .targetSumsToOne:
      // Weights with another sum; a one-hot target keeps its one entry.
      examples = examples.map { $0.scaled(["y", "P"], by: 1.75) }
    case .oneHotTarget:
      let isOneHot = examples.first?.indices.values.isEmpty == false || conditions.isOneHot == true
      guard isOneHot else { return nil }
      let soft = RandomExamples.examples(
        for: self, count: examples.count, seed: Self.assumptionSeed, isOneHot: false)
      // The class that was the target's stays what t means.
      examples = zip(soft, examples).map { soft, hot in
        var soft = soft
        soft.indices = hot.indices.filter { $0.value <= soft.classCount }
        return soft
      }
      examples.removeAll { $0.indices.isEmpty && conditions.isOneHot != true }
    case .temperatureOne:
      examples = examples.enumerated().map { number, example in
        var warm = example
        warm["T"] = .scalar(number % 2 == 0 ? 2 : 0.5)
        return warm
      }
    case .nats:
      examples = examples.map { example in
        var bits = example
        bits.unit = .bits
        return bits
      }
    case .indexCondition:
      guard condition != nil else { return nil }
      condition = nil
    }
    return try? judged(here: nil, examples: examples, when: condition)
  }
}

extension Bindings {
  fileprivate func scaled(_ names: [String], by factor: Double) -> Bindings {
    var scaled = self
    for name in names {
      guard case .vector(let entries)? = self[name] else { continue }
      scaled[name] = .vector(entries.map { $0 * factor })
    }
    return scaled
  }
}
