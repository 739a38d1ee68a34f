public import Meaning

extension Lesson {
  /// The course's names with this lesson's definitions in place of theirs.
  ///
  /// - Complexity: reads every definition; keep the result while the lesson is open.
  public var names: Names {
    definitions.reduce(into: Names.course) { $0.define($1.value) }
  }
}
