import Formulas
import Foundation

/// What a lesson file says, front matter and body, each read once, when it is first asked for.
///
/// It is a value to whoever looks: the same text always gives the same contents. The lock makes
/// sending it between threads sound, for what was read is touched under it only.
final class LessonBody: @unchecked Sendable {
  struct Contents: Sendable {
    var steps: [Step]
    var usesReference: Bool
    var diagnostics: [Diagnostic]
  }

  let source: SourceText
  private let matterLines: Range<Int>
  private let firstLine: Int
  private let lock = NSLock()
  private var readMatter: (matter: FrontMatter, diagnostics: [Diagnostic])?
  private var read: Contents?

  init(_ source: SourceText, matter: Range<Int>, from firstLine: Int) {
    self.source = source
    matterLines = matter
    self.firstLine = firstLine
  }

  /// What the lines between the two `---` say.
  var matter: FrontMatter { lock.withLock { frontMatter().matter } }

  var locatedDefinitions: [Located<String>] {
    matter.definitions.map { Located($0, in: source) }
  }

  private func frontMatter() -> (matter: FrontMatter, diagnostics: [Diagnostic]) {
    if let readMatter { return readMatter }
    var diagnostics: [Diagnostic] = []
    let matter = FrontMatter.read(matterLines, of: source, into: &diagnostics)
    readMatter = (matter, diagnostics)
    return (matter, diagnostics)
  }

  var contents: Contents {
    lock.withLock {
      if let read { return read }
      let contents = parsed()
      read = contents
      return contents
    }
  }

  /// A complaint about one of the slugs under `needs:`.
  func diagnostic(_ message: String, atNeed need: String, suggestion: String?) -> Diagnostic {
    let start = source.lines.firstIndex { $0.hasPrefix("needs:") } ?? 0
    var place = SourceText.Place(line: start, byte: 0)
    for line in source.lines[..<firstLine].indices.dropFirst(start) {
      let bytes = Array(source.lines[line].utf8)
      let byte = bytes.indices.first { bytes[$0...].starts(with: need.utf8) }
      if let byte, !(line == start && byte < "needs:".utf8.count) {
        place = SourceText.Place(line: line, byte: byte)
        break
      }
    }
    return source.diagnostic(message, at: place, suggestion: suggestion)
  }

  private func parsed() -> Contents {
    var parser = BlockParser(source, from: firstLine)
    let steps = parser.readSteps()
    let (matter, diagnosticsAbove) = frontMatter()
    for definition in matter.definitions { _ = parser.formula(definition) }
    return Contents(
      steps: steps,
      usesReference: steps.contains { $0.formulas.contains { $0.notation.mentions("P") } },
      diagnostics: (source.diagnostics + diagnosticsAbove + parser.diagnostics)
        .sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }
}

extension LessonBody: Hashable {
  static func == (one: LessonBody, other: LessonBody) -> Bool {
    one === other
      || one.source.file == other.source.file && one.firstLine == other.firstLine
        && one.source.lines == other.source.lines
  }

  func hash(into hasher: inout Hasher) { hasher.combine(source.lines) }
}
