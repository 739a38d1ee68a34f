import Formulas
import Lessons

/// What `check` found: every diagnostic, then the counts.
struct CheckReport {
  /// The narrowest screen the tutor reflows to, and the usual one, less the lesson's margins.
  private static let lessonWidths = [58, 78]

  private var diagnostics: [Diagnostic] = []
  private var lessonCount = 0
  private var stepCount = 0
  private var formulaCount = 0

  init(_ folders: [LessonFolder]) {
    for folder in folders {
      let language = folder.path.split(separator: "/").last.map(String.init) ?? "en"
      let course = Course(files: folder.files, language: language, folder: folder.path)
      diagnostics += course.diagnostics
      // A single file can't show what it builds on.
      if course.lessons.count > 1 { diagnostics += course.unmetNeeds }
      for lesson in course.lessons { layOut(lesson) }
    }
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Counts a lesson's steps and formulas, and draws every displayed formula.
  private mutating func layOut(_ lesson: Lesson) {
    lessonCount += 1
    stepCount += lesson.steps.count
    for step in lesson.steps {
      formulaCount += step.formulas.count
      for case .formula(let display) in step.blocks { layOut(display, in: lesson) }
    }
  }

  private mutating func layOut(_ display: DisplayFormula, in lesson: Lesson) {
    for width in Self.lessonWidths {
      let drawn = display.formula.picture(TypesettingOptions(width: width)).width
      guard drawn > width else { continue }
      diagnostics.append(
        Diagnostic(
          file: lesson.file, line: display.line, column: 1,
          sourceLine: display.formula.source.split(separator: "\n").first.map(String.init) ?? "",
          message: "the formula takes \(drawn) columns where there are \(width); write it in parts",
          severity: .lint))
    }
  }

  var text: String {
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [
      Self.count(lessonCount, "lesson"), Self.count(stepCount, "step"),
      Self.count(formulaCount, "formula"), Self.count(errors, "error"),
      Self.count(diagnostics.count - errors, "remark"),
    ]
    return diagnostics.map { $0.description + "\n" }.joined()
      + counts.joined(separator: ", ") + "\n"
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
