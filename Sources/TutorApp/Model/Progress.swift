public import Lessons

/// What is kept between two sessions: where the learner is, what was seen, and the example.
public struct Progress: Hashable, Sendable {
  public static let currentVersion = 1

  public var version: Int
  /// Slug of the open lesson and id of the open step.
  public var lesson: String
  public var step: String
  /// How far the step is read; 0 is its first beat.
  public var beat = 0
  /// Whether steps are shown whole, not beat by beat.
  public var readsWholeSteps = false
  /// Lesson slug → ids of the steps that were on screen.
  public var seen: [String: Set<String>]
  public var example: Example

  public init(lesson: String, step: String, seen: [String: Set<String>], example: Example) {
    version = Self.currentVersion
    self.lesson = lesson
    self.step = step
    self.seen = seen
    self.example = example
  }

  /// Joins what two sessions saw, so that neither loses a step the other finished; place and
  /// example are this one's.
  public func merging(_ other: Progress) -> Progress {
    var joined = self
    joined.seen.merge(other.seen) { $0.union($1) }
    return joined
  }
}
