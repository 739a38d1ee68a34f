import Lessons

/// Whether `check` says anything against a changed lesson.
enum MutantTrial {
  enum Outcome: Hashable {
    /// A sign does not hold, or a definition is not what SoftmaxCore computes.
    case foundFalse
    /// It can't be read, or has no value.
    case refused
    case survived
  }

  /// As `check` does it, without drawing; most mutants fall to the first few examples.
  ///
  /// - Parameter rounds: how many examples a mutant is put to, and how many if it survives those.
  static func outcome(of lesson: Lesson, rounds: [Int]) -> Outcome {
    for examples in rounds {
      let settings = CheckSettings(examples: examples, widths: [], tiers: [])
      let errors = LessonChecker(lesson, settings).findings
        .filter { $0.diagnostic.severity == .error }
      if errors.contains(where: { $0.disagreement != nil }) { return .foundFalse }
      if !errors.isEmpty { return .refused }
    }
    return .survived
  }
}
