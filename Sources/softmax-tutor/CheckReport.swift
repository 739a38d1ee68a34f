import Lessons

/// What `check` found: every diagnostic, then the counts.
struct CheckReport {
  private(set) var hasErrors = false
  private var diagnostics: [Diagnostic] = []
  private var lessonCount = 0
  private var stepCount = 0

  init(_ folders: [LessonFolder]) {
    for folder in folders {
      let language = folder.path.split(separator: "/").last.map(String.init) ?? "en"
      let course = Course(files: folder.files, language: language, folder: folder.path)
      diagnostics += course.diagnostics
      lessonCount += course.lessons.count
      stepCount += course.lessons.reduce(0) { $0 + $1.steps.count }
    }
    hasErrors = diagnostics.contains { $0.severity == .error }
  }

  var text: String {
    let errors = diagnostics.count { $0.severity == .error }
    let lints = diagnostics.count - errors
    let counts = [
      Self.count(lessonCount, "lesson"), Self.count(stepCount, "step"),
      Self.count(errors, "error"), Self.count(lints, "remark"),
    ]
    return diagnostics.map { $0.description + "\n" }.joined()
      + counts.joined(separator: ", ") + "\n"
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
