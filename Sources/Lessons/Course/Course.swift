/// The lessons of one language in their order, and what is wrong with their files.
public struct Course: Hashable, Sendable {
  public let language: String
  public private(set) var lessons: [Lesson] = []
  /// What keeps files from being lessons.
  private(set) var refusals: [Diagnostic] = []

  /// Everything that is wrong: files that are no lessons, then the lessons in their order.
  ///
  /// - Complexity: reads every lesson to its end.
  public var diagnostics: [Diagnostic] { refusals + lessons.flatMap(\.diagnostics) }

  /// - Parameter files: in any order; a name is `NN-slug.md`.
  /// - Parameter folder: how the diagnostics name the files' folder.
  public init(
    files: [(name: String, text: String)], language: String, folder: String? = nil
  ) {
    self.language = language
    add(files, folder: folder ?? "lessons/\(language)") { file, other in
      .slugTaken(file, by: other)
    }
  }

  /// The course with a person's own lessons. A slug that the course has already is refused with a
  /// diagnostic; a number may be shared, and then the shipped lesson comes first.
  public func adding(files: [(name: String, text: String)], folder: String) -> Course {
    var course = self
    course.add(files, folder: folder) { slug, other in
      .slugShipped(slug, by: other)
    }
    return course
  }

  private mutating func add(
    _ files: [(name: String, text: String)], folder: String,
    taken: (_ slug: String, _ file: String) -> FileProblem
  ) {
    var added: [Lesson] = []
    var numbers: [Int: String] = [:]
    for (name, text) in files.sorted(by: { $0.name < $1.name }) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      guard let place = LessonFile(name: name, text: text).place else {
        refuse(path, text, .fileName)
        continue
      }
      if let other = (lessons + added).first(where: { $0.slug == place.slug }) {
        refuse(path, text, taken(place.slug, other.file))
        continue
      }
      if let other = numbers[place.number] {
        refuse(path, text, .numberTaken(place.number, by: other))
      }
      numbers[place.number] = numbers[place.number] ?? path
      let (lesson, faults) = LessonParser.open(
        text: text, file: path, slug: place.slug, number: place.number, language: language)
      refusals += faults
      if let lesson { added.append(lesson) }
    }
    // Stable: of two with one number, the one that was there stays first.
    lessons = (lessons + added).enumerated()
      .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
      .map(\.element)
  }

  private mutating func refuse(_ path: String, _ text: String, _ problem: FileProblem) {
    let source = SourceText(text, file: path)
    refusals.append(source.diagnostic(problem, at: .init(line: 0, byte: 0)))
  }

  /// The needs of every lesson that name no lesson before it.
  public var unmetNeeds: [Diagnostic] {
    let slugs = lessons.map(\.slug)
    return lessons.enumerated().flatMap { position, lesson in
      lesson.needs.compactMap { need in
        guard let place = slugs.firstIndex(of: need) else {
          return lesson.body.diagnostic(
            .needsUnknown(need), atNeed: need,
            suggestion: nearestName(to: need, among: slugs))
        }
        guard place >= position else { return nil }
        return lesson.body.diagnostic(
          place == position ? .needsItself : .needsLater(need), atNeed: need, suggestion: nil)
      }
    }
  }
}
