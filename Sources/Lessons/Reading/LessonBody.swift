import Notation

/// What a lesson file says, front matter and body, each read once, when it is first asked for.
///
/// It is a value to whoever looks: the same text always gives the same contents.
final class LessonBody: Sendable {
  /// How diagnostics name the file.
  private let file: String
  private let text: String
  private let firstLine: Int
  private let readSource: Once<SourceText>
  private let readMatter: Once<(matter: FrontMatter, diagnostics: [Diagnostic])>
  private let readSteps: Once<[Step]>
  private let readUsesReference: Once<Bool>

  init(_ text: String, file: String, parts: LessonParts) {
    self.text = text
    self.file = file
    let firstLine = parts.body
    self.firstLine = firstLine
    let source = Once { SourceText(text, file: file) }
    readSource = source
    readMatter = Once {
      var diagnostics: [Diagnostic] = []
      let matter = FrontMatter.read(parts.matter, of: source.value, into: &diagnostics)
      return (matter, diagnostics)
    }
    let steps = Once {
      var parser = BlockParser(source.value, from: firstLine, checksFormulas: false)
      return parser.readSteps()
    }
    readSteps = steps
    readUsesReference = Once {
      // The letter is looked for first: only formulas that have it need to be parsed.
      steps.value.contains { step in
        step.formulas.contains {
          $0.source.utf8.contains(UInt8(ascii: "P")) && $0.notation.mentions("P")
        }
      }
    }
  }

  var source: SourceText { readSource.value }

  /// What the lines between the two `---` say.
  var matter: FrontMatter { readMatter.value.matter }

  var locatedDefinitions: [Located<String>] {
    matter.definitions.map { Located($0, in: source) }
  }

  var steps: [Step] { readSteps.value }

  var usesReference: Bool { readUsesReference.value }

  /// All that is wrong with the file, in its order.
  ///
  /// - Complexity: reads the body once more, and every formula in it.
  var diagnostics: [Diagnostic] {
    var parser = BlockParser(source, from: firstLine, checksFormulas: true)
    _ = parser.readSteps()
    for definition in matter.definitions { _ = parser.formula(definition) }
    let found = (source.diagnostics + readMatter.value.diagnostics + parser.diagnostics)
      .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    guard found.isFull else { return found }
    let told = found.prefix(LessonParser.mostDiagnostics)
    let last = SourceText.Place(line: source.lines.count - 1, byte: 0)
    return told + [source.diagnostic(FileProblem.moreToMend, at: last)]
  }

  /// A complaint about one of the slugs under `needs:`.
  func diagnostic(_ problem: FileProblem, atNeed need: String, suggestion: String?) -> Diagnostic {
    let slug = matter.needs.first { $0.string == need }
    return source.diagnostic(
      problem, at: slug?.place(of: 0) ?? .init(line: 0, byte: 0), suggestion: suggestion)
  }
}

extension LessonBody: Hashable {
  static func == (one: LessonBody, other: LessonBody) -> Bool {
    one === other || one.file == other.file && one.text == other.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
