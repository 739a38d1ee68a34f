import Formulas

/// Reads a lesson file: front matter in YAML, then a strict subset of Markdown.
///
/// Goals, in order: nothing in a file is lost without a word; a complaint points at its character;
/// the file reads well on GitHub as it stands. A general Markdown parser was rejected: it accepts
/// every text, so what the tutor can't show would vanish, and it knows neither `$…$` nor `{…}`.
public enum LessonParser {
  /// - Parameter file: how the diagnostics name the file.
  /// - Parameter number: the number of the file name.
  /// - Returns: the lesson, as far as it could be read, and all that is wrong with it in the order
  ///   of the file. nil without a title or a step.
  public static func parse(
    text: String, file: String, slug: String, number: Int, language: String
  ) -> (Lesson?, [Diagnostic]) {
    let source = SourceText(text, file: file)
    var diagnostics = source.diagnostics
    guard let (inside, next) = FrontMatter.lines(of: source) else {
      diagnostics.append(
        source.diagnostic(
          "a lesson begins with front matter: a line ---, then title: and summary:, then ---",
          at: .init(line: 0, byte: 0)))
      return (nil, diagnostics)
    }
    let matter = FrontMatter.read(inside, of: source, into: &diagnostics)
    var body = BlockParser(source, from: next)
    let steps = body.readSteps()
    diagnostics += body.diagnostics
    diagnostics.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    guard !matter.title.isEmpty, !steps.isEmpty else { return (nil, diagnostics) }
    let lesson = Lesson(
      slug: slug, number: number, language: language, file: file, title: matter.title,
      summary: matter.summary, needs: matter.needs, example: matter.example,
      definitions: matter.definitions, sources: matter.sources,
      offersFigures: matter.offersFigures,
      usesReference: steps.contains { $0.formulas.contains { $0.notation.mentions("P") } },
      steps: steps)
    return (lesson, diagnostics)
  }
}
