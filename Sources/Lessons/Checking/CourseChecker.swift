import Foundation

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
    let checked = Checked()
    DispatchQueue.concurrentPerform(iterations: course.lessons.count) { index in
      checked[index] = LessonChecker(course.lessons[index], settings)
    }
    for index in course.lessons.indices {
      guard let checker = checked[index] else { continue }
      findings += checker.findings
      counts += checker.counts
    }
  }

  /// What several threads put their results into, one at a time.
  private final class Checked: @unchecked Sendable {
    private let lock = NSLock()
    private var checkers: [Int: LessonChecker] = [:]

    subscript(index: Int) -> LessonChecker? {
      get { lock.withLock { checkers[index] } }
      set { lock.withLock { checkers[index] = newValue } }
    }
  }
}
