/// Reads a lesson file: front matter in YAML, then a strict subset of Markdown.
///
/// Goals, in order: nothing in a file is lost without a word; a complaint points at its character;
/// the file reads well on GitHub as it stands. A general Markdown parser was rejected: it accepts
/// every text, so what the tutor can't show would vanish, and it knows neither `$…$` nor `{…}`.
public enum LessonParser {
  /// Bytes; a longer file is refused. A lesson is read at one sitting.
  public static let longestText = 64_000
  /// Bytes; a file with a longer line is refused.
  public static let longestLine = 4_000
  /// Links and values inside one another.
  public static let deepestNesting = 40
  /// Entries of `needs:`, `define:` and `sources:`.
  public static let longestList = 60
  /// What is wrong with a file beyond this many places is not told.
  public static let mostDiagnostics = 200

  /// - Parameter file: how the diagnostics name the file.
  /// - Parameter number: the number of the file name.
  /// - Returns: the lesson, as far as it could be read, and all that is wrong with it in the order
  ///   of the file. nil without a step or a `title:`, and for a file that is too long. Where the
  ///   front matter is no YAML the title is empty.
  public static func parse(
    text: String, file: String, slug: String, number: Int, language: String
  ) -> (Lesson?, [Diagnostic]) {
    let (lesson, faults) = open(
      text: text, file: file, slug: slug, number: number, language: language)
    return (lesson, lesson?.diagnostics ?? faults)
  }

  /// Finds the parts only; the lesson reads them when it is asked for what they say.
  ///
  /// - Returns: the lesson, or what keeps it from being one.
  static func open(
    text: String, file: String, slug: String, number: Int, language: String
  ) -> (Lesson?, [Diagnostic]) {
    func lesson(_ body: LessonBody) -> Lesson {
      Lesson(slug: slug, number: number, language: language, file: file, body: body)
    }
    if let parts = LessonParts(ofPlain: text) {
      return (lesson(LessonBody(text, file: file, parts: parts)), [])
    }
    let source = SourceText(text, file: file)
    guard source.isReadable else { return (nil, source.diagnostics) }
    guard let parts = LessonParts(of: source) else {
      let missing = source.diagnostic(
        FileProblem.noFrontMatter,
        at: .init(line: 0, byte: 0))
      return (nil, source.diagnostics + [missing])
    }
    let body = LessonBody(text, file: file, parts: parts)
    let hasStep = source.lines[parts.body...].contains { $0.utf8.starts(with: "## ".utf8) }
    let hasTitle = source.lines[parts.matter].contains { $0.utf8.starts(with: "title: ".utf8) }
    // Without a plain title line the front matter has to be read to know whether it has one.
    guard hasStep, hasTitle || !body.matter.title.isEmpty else { return (nil, body.diagnostics) }
    return (lesson(body), [])
  }
}
