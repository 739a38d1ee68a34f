import Lessons

/// The course that runs: the shipped lessons and the learner's own.
struct LoadedCourse {
  let course: Course
  /// What is wrong with lessons of one's own, each with its place in its file.
  let faults: [Diagnostic]
  /// What `--lessons` was, so that the line that goes on can say it again.
  let givenFolder: String?

  init(
    _ choice: CourseChoice, configuredLanguage: String? = nil,
    environment: [String: String] = Environment.variables
  ) throws(Failure) {
    let language = try Self.language(choice.language, configuredLanguage, environment)
    let shipped = try LessonFolder(reading: ShippedLessons.root() + "/" + language)
    let folders = LessonFolders(
      given: Self.given(choice, environment), directories: Directories(environment: environment))
    var course = Course(files: shipped.files, language: language, folder: shipped.path)
    let own = try folders.own(language: language)
    for folder in own { course = course.adding(files: folder.files, folder: folder.path) }
    guard !course.lessons.isEmpty else { throw .noLessons(shipped.path) }
    self.course = course
    // To find every fault, every lesson is read to its end; the shipped ones were checked before.
    faults = own.isEmpty ? [] : course.diagnostics.filter { $0.severity == .error }
    givenFolder = choice.folder
  }

  /// The fault that keeps a lesson out of the course, if its file is there.
  func fault(ofMissing slug: String) -> Diagnostic? {
    guard course.index(ofSlug: slug) == nil else { return nil }
    return faults.first { $0.file.hasSuffix("-\(slug).md") }
  }

  private static func given(_ choice: CourseChoice, _ environment: [String: String])
    -> (path: String, by: String)?
  {
    if let path = choice.folder { return (path, "--lessons") }
    if let path = environment["SOFTMAX_TUTOR_LESSONS"], !path.isEmpty {
      return (path, "SOFTMAX_TUTOR_LESSONS")
    }
    return nil
  }

  /// `--lang` over the configuration over the environment over English. Only the flag insists.
  private static func language(
    _ flag: String?, _ configured: String?, _ environment: [String: String]
  ) throws(Failure) -> String {
    let known = try ShippedLessons.languages()
    if let flag {
      guard known.contains(flag) else { throw .unknownLanguage(flag, known: known) }
      return flag
    }
    let wished = (configured.map { [$0] } ?? []) + EnvironmentLocale.languages(environment)
    return wished.first(where: known.contains) ?? "en"
  }
}
