import Formulas
import Foundation

/// A lesson below its front matter, read once, when it is first asked for.
///
/// It is a value to whoever looks: the same text always gives the same contents. The lock makes
/// sending it between threads sound, for `read` is touched under it only.
final class LessonBody: @unchecked Sendable {
  struct Contents: Sendable {
    var steps: [Step]
    var usesReference: Bool
    var diagnostics: [Diagnostic]
  }

  private let source: SourceText
  private let firstLine: Int
  private let definitions: [MappedText]
  /// What is wrong above the body.
  private let diagnosticsAbove: [Diagnostic]
  private let lock = NSLock()
  private var read: Contents?

  init(
    _ source: SourceText, from firstLine: Int, definitions: [MappedText],
    diagnosticsAbove: [Diagnostic]
  ) {
    self.source = source
    self.firstLine = firstLine
    self.definitions = definitions
    self.diagnosticsAbove = diagnosticsAbove
  }

  var contents: Contents {
    lock.withLock {
      if let read { return read }
      let contents = parsed()
      read = contents
      return contents
    }
  }

  private func parsed() -> Contents {
    var parser = BlockParser(source, from: firstLine)
    let steps = parser.readSteps()
    for definition in definitions { _ = parser.formula(definition) }
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
