import SoftmaxCore

/// The example that a step is told with: the learner's own, changed where a sentence of the step
/// would be false of it, and what was changed.
///
/// Goals, in order: no sentence is false, whatever was typed; the picture stays, so the largest score
/// is the largest and a masked class has next to nothing; as little as possible is changed.
public struct ToldExample: Hashable, Sendable {
  public private(set) var example: Example
  public private(set) var remarks: [Remark] = []

  /// e to this, squared, is a number that formulas can carry.
  static let farthestScore = 1e6
  /// A class that lies so far behind, at T = 1, has 10⁻¹³ of the leader's share.
  private static let maskedDistance = 30.0
  /// What a class of P gets that had nothing.
  private static let leastReference = 0.05

  /// The example of the learner as it is.
  init(_ example: Example) { self.example = example }

  /// - Complexity: O(n), and nothing but comparisons where the example meets every need.
  init(_ own: Example, in step: Step, of lesson: Lesson) {
    self.init(own)
    let needs = step.needs
    if let unit = step.unit, unit != own.unit {
      example.unit = unit
      remarks.append(.unit(told: unit, own: own.unit))
    }
    fitTemperature(needs.temperature)
    if own.givenProbabilities != nil, needs.softmaxProbabilities || !lesson.offersFigures {
      example.givenProbabilities = nil
      remarks.append(.softmaxProbabilities)
    }
    fitClasses(needs.leastClasses)
    fitScores(needs)
    if step.target == .oneHot, example.targetClass == nil {
      example = example.fitted(to: .oneHot)
      remarks.append(.oneHotTarget(class: example.targetClass ?? 0))
    }
    guard lesson.usesReference(in: step) else {
      // In the one-hot case P is the target y.
      example.reference = example.target
      return
    }
    if needs.positiveReference { fitReference() }
  }

  private mutating func fitTemperature(_ need: StepNeeds.Temperature?) {
    let own = example.temperature
    let fits =
      switch need {
      case nil: true
      case .one: own == 1
      case .positive: own > 0 && own.isFinite
      }
    guard !fits else { return }
    example.temperature = 1
    remarks.append(.temperature(told: 1, own: own))
  }

  private mutating func fitClasses(_ least: Int) {
    let own = example.classCount
    while example.classCount < least, case .success = example.addClass() {}
    if example.classCount != own {
      remarks.append(.classes(told: example.classCount, own: own))
    }
  }

  private mutating func fitScores(_ needs: StepNeeds) {
    let temperature = example.temperature
    let stretch = temperature > 0 && temperature.isFinite ? temperature : 1
    if needs.takesExponentials, example.isBeyondExponentials {
      // Softmax sees differences only: the largest score becomes 0.
      let peak = example.logits.max() ?? 0
      example.logits = example.logits.map { score in
        score.isFinite ? max(score - peak, -Self.farthestScore / 2 * stretch) : score
      }
      remarks.append(.nearerScores(told: example.logits))
    }
    guard needs.finiteScores, !example.logits.allSatisfy(\.isFinite) else { return }
    let finite = example.logits.filter(\.isFinite)
    let lowest = min(
      finite.min() ?? 0, (finite.max() ?? 0) - Self.maskedDistance * stretch)
    example.logits = example.logits.map { $0.isFinite ? $0 : lowest }
    remarks.removeAll { if case .nearerScores = $0 { true } else { false } }
    remarks.append(.finiteScores(told: example.logits))
  }

  private mutating func fitReference() {
    let empty = example.reference.count { $0 == 0 }
    guard empty > 0 else { return }
    let rest = 1 - Double(empty) * Self.leastReference
    example.reference = example.reference.map { $0 == 0 ? Self.leastReference : $0 * rest }
    remarks.append(.positiveReference(told: example.reference))
  }
}

extension Lesson {
  /// The example that a step computes with, and what it has changed for that.
  public func told(_ example: Example, in step: Step) -> ToldExample {
    ToldExample(example, in: step, of: self)
  }
}

extension Example {
  /// Whether exp(z/T) of a score is beyond what formulas can carry. At T = 0 and T = ∞ softmax is its
  /// limit, and no exponential is taken.
  var isBeyondExponentials: Bool {
    guard temperature > 0, temperature.isFinite else { return false }
    return logits.contains {
      $0.isFinite && abs($0) / temperature > ToldExample.farthestScore
    }
  }
}
