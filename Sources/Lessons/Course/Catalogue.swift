/// The courses of every language.
public struct Catalogue: Hashable, Sendable {
  public let courses: [Course]

  /// - Parameter files: language → the files of its folder.
  /// - Parameter folder: the folder above the languages', as diagnostics name it.
  public init(
    _ files: [String: [(name: String, text: String)]], folder: String = "lessons"
  ) {
    courses = files.sorted { $0.key < $1.key }.map { language, files in
      Course(files: files, language: language, folder: "\(folder)/\(language)")
    }
  }

  public var languages: [String] { courses.map(\.language) }

  public func course(language: String) -> Course? { courses.first { $0.language == language } }

  /// Steps of a translation that the original does not have, or the reverse: a step's id is the
  /// same in every language, for progress and `LESSON:STEP` go by it.
  public func mismatches(with original: String) -> [Diagnostic] {
    guard let original = course(language: original) else { return [] }
    return courses.filter { $0.language != original.language }.flatMap { course in
      course.lessons.compactMap { lesson in
        guard let counterpart = original.lesson(slug: lesson.slug) else { return nil }
        let ids = lesson.steps.map(\.id)
        let expected = counterpart.steps.map(\.id)
        guard ids != expected else { return nil }
        let odd = Set(ids).symmetricDifference(expected).sorted()
        return Diagnostic(
          file: lesson.file, line: 1, column: 1, sourceLine: "---",
          problem: odd.isEmpty
            ? FileProblem.stepsInOtherOrder(than: counterpart.file)
            : FileProblem.stepsDiffer(from: counterpart.file, in: odd))
      }
    }
  }
}
