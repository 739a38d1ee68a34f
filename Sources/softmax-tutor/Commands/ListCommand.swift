import ArgumentParser
import Lessons
import TextGrid
import TutorApp

/// `list`: the lessons, or the steps of one.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpText.list.text)

  @Argument(
    help: ArgumentHelp(.lessonToList, valueName: "lesson"),
    transform: TypedWord.asTyped)
  var lesson: String?

  @OptionGroup(title: HelpText.courseOptions.text) var course: CourseOptions

  func run() throws {
    let loaded = try LoadedCourse(course.choice)
    let seen = (try? ProgressFile(path: Directories().progressFile).read())?.progress?.seen ?? [:]
    let rows: [[String]]
    if let lesson {
      let found = try LessonPlace(lesson).findLesson(in: loaded.course)
      let steps = loaded.course.lessons[found].steps
      rows = steps.enumerated().map { [String($0 + 1), $1.id, $1.title] }
    } else {
      rows = loaded.course.lessons.enumerated().map { index, lesson in
        let done = seen[lesson.slug, default: []].intersection(lesson.steps.map(\.id)).count
        let steps = lesson.steps.count == 1 ? "1 step" : "\(lesson.steps.count) steps"
        let count = steps + (done > 0 ? ", \(done) seen" : "")
        return [String(index + 1), lesson.slug, lesson.title, count]
      }
    }
    try Output.write(Self.aligned(rows.map { $0.map(Output.printable) }))
  }

  /// Columns side by side, the first right-aligned.
  static func aligned(_ rows: [[String]]) -> String {
    let tier = EnvironmentLocale.glyphTier()
    let rows = tier == .ascii ? rows.map { $0.map(asciiText) } : rows
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { cellWidth(of: $0[column]) }.max() ?? 0 }
    return rows.reduce(into: "") { text, row in
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cellWidth(of: cell))
        if column == 0 { text += blanks + cell } else { text += "  " + cell }
        if column > 0, column < row.count - 1 { text += blanks }
      }
      text += "\n"
    }
  }
}
