import Lessons
import Meaning
import Notation

/// A lesson's parts as short text, so that a test can say what it expects on one line.
enum Sketch {
  static func of(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let words): words
      case .emphasis(let inside): "<em \(of(inside))>"
      case .strong(let inside): "<strong \(of(inside))>"
      case .code(let code): "<code \(code)>"
      case .link(let words, let destination): "<link \(of(words)) to \(destination)>"
      case .formula(let formula): "<formula \(formula.value.source)>"
      case .value(let formula): "<value \(formula.value.source)>"
      }
    }.joined()
  }

  static func of(_ block: Block) -> String {
    switch block {
    case .paragraph(let inlines): "p: " + of(inlines)
    case .list(let ordered, let items):
      (ordered ? "ol: " : "ul: ") + items.map { of($0) }.joined(separator: " | ")
    case .quote(let inlines): "quote: " + of(inlines)
    case .note(let title, let body):
      "note: " + of(title) + body.map { " | " + of($0) }.joined()
    case .subheading(let inlines): "h: " + of(inlines)
    case .formula(let display):
      "\(display.isNotationOnly ? "notation" : "math") line \(display.line): "
        + display.formula.source
    case .code(let code): "code: " + code
    case .live(let request):
      "live \(request.kind): \(request.formula?.source ?? request.terms?.rawValue ?? "")"
    case .exercise(let exercise): "\(exercise.kind): " + of(exercise.ask)
    }
  }
}

/// A lesson with a given front matter or body, as a file `l.md`.
enum Draft {
  static func lesson(_ body: String, matter: String = "") -> String {
    "---\ntitle: A title\nsummary: A summary\n\(matter)---\n\n" + body
  }

  /// The number of lines above the body of `lesson(_:)`.
  static let linesAbove = 5

  static func step(_ body: String) -> String { lesson("## A step\n<!-- id: a-step -->\n\n" + body) }

  static let linesAboveStep = linesAbove + 3

  static func parse(_ text: String) -> (Lesson?, [Diagnostic]) {
    LessonParser.parse(text: text, file: "l.md", slug: "l", number: 1, language: "en")
  }

  /// The blocks of a one-step lesson, and what is wrong with it.
  static func blocks(_ body: String) -> (blocks: [String], diagnostics: [Diagnostic]) {
    let (lesson, diagnostics) = parse(step(body))
    return (lesson?.steps.first?.blocks.map { Sketch.of($0) } ?? [], diagnostics)
  }
}
