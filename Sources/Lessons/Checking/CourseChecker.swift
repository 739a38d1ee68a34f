/// Checks a course, or as much of one as there is.
public struct CourseChecker {
  public private(set) var findings: [Finding] = []
  public private(set) var counts = CheckCounts()

  public var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Checks at once.
  public init(_ course: Course, _ settings: CheckSettings = CheckSettings()) {
    findings = course.refusals.map { Finding($0) }
    // A single file can't show what it builds on.
    if course.lessons.count > 1 { findings += course.unmetNeeds.map { Finding($0) } }
    for lesson in course.lessons {
      let checker = LessonChecker(lesson, settings)
      findings += checker.findings
      counts += checker.counts
    }
  }
}
