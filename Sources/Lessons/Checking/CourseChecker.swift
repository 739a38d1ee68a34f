/// Checks a course, or as much of one as there is.
public struct CourseChecker {
  public private(set) var findings: [Finding] = []
  public private(set) var counts = CheckCounts()

  public var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Checks at once, as many lessons side by side as the machine has cores.
  public init(_ course: Course, _ settings: CheckSettings = CheckSettings()) {
    findings = course.refusals.map { Finding($0) }
    // A single file can't show what it builds on.
    if course.lessons.count > 1 { findings += course.unmetNeeds.map { Finding($0) } }
    let lessons = course.lessons
    let checked = sideBySide(lessons.count) { number in
      let checker = LessonChecker(lessons[number], settings)
      return (findings: checker.findings, counts: checker.counts)
    }
    for lesson in checked {
      findings += lesson.findings
      counts += lesson.counts
    }
  }
}
