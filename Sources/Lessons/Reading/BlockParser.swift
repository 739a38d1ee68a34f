/// Reads the body of a lesson line by line: steps, and the blocks in them.
///
/// What is outside the subset is reported and, where it is words, kept as a paragraph.
struct BlockParser {
  let source: SourceText
  /// Whether to report what is wrong with the LaTeX; without, no formula is parsed yet.
  let checksFormulas: Bool
  /// The line that is read next, counted from 0.
  var line: Int
  var diagnostics: [Diagnostic] = []
  private var steps: [Step] = []
  private var ids: [String: Int] = [:]
  private var saidTextBeforeStep = false

  init(_ source: SourceText, from line: Int, checksFormulas: Bool) {
    self.source = source
    self.checksFormulas = checksFormulas
    self.line = line
  }

  mutating func readSteps() -> [Step] {
    while line < source.lines.count { readBlock() }
    for step in steps where step.blocks.isEmpty {
      report("the step is empty; write its text", at: .init(line: step.line - 1, byte: 0))
    }
    if steps.isEmpty {
      report(
        "the lesson has no step; begin one with ## and a heading",
        at: .init(line: max(0, source.lines.count - 1), byte: 0))
      // Whoever shows a lesson may rely on a first step.
      steps = [Step(id: "step-1", title: "", blocks: [], line: source.lines.count)]
    }
    return steps
  }

  var current: String { source.lines[line] }

  mutating func report(_ message: String, at place: SourceText.Place, suggestion: String? = nil) {
    guard !diagnostics.isFull else { return }
    diagnostics.append(source.diagnostic(message, at: place, suggestion: suggestion))
  }

  /// Reports about the line that is read now.
  mutating func report(_ message: String, byte: Int = 0, suggestion: String? = nil) {
    report(message, at: .init(line: line, byte: byte), suggestion: suggestion)
  }

  mutating func inlines(_ text: MappedText) -> [Inline] {
    let checks = checksFormulas && !diagnostics.isFull
    return InlineParser.parse(text, of: source, checksFormulas: checks, into: &diagnostics)
  }

  mutating func add(_ block: Block) {
    if steps.isEmpty {
      if !saidTextBeforeStep {
        report(
          "text stands before the first step; begin the step above it with ## and a heading",
          at: .init(line: max(0, line - 1), byte: 0))
      }
      saidTextBeforeStep = true
    } else {
      steps[steps.count - 1].blocks.append(block)
    }
  }

  private mutating func readBlock() {
    let (kind, indent, content) = LineKind.of(current)
    if indent > 0, kind != .blank {
      if indent >= 4 {
        report("code is not told by indentation; use a ``` fence, or begin at the margin")
      } else if kind != .text {
        report("this begins after \(indent) spaces; begin it at the margin")
      }
    }
    switch kind {
    case .blank: line += 1
    case .fence(let info): readFence(info)
    case .heading(let level): readHeading(level, content: content)
    case .comment:
      report("a directive stands on the line under a ## heading; comments are not kept")
      skipComment()
    case .bullet, .number: readList(kind)
    case .quote: if beginsAlert { readNote() } else { readQuote() }
    case .rule:
      report("rules and underlined headings are not read; a step begins with ##")
      line += 1
    case .table:
      report("tables are not read; use a list, a formula or a live panel")
      readParagraph()
    case .text: readParagraph()
    }
  }

  private mutating func readHeading(_ level: Int, content: Int) {
    let heading = current
    let place = SourceText.Place(line: line, byte: content)
    let title = trimmed(Substring(heading.utf8.dropFirst(content)))
    if level == 1 {
      report("the title stands in the front matter; a step begins with ##")
    } else if level > 3 {
      report("headings go down to ###")
    }
    if !heading.utf8.dropFirst(level).starts(with: " ".utf8) {
      report("a space comes between # and the heading, and # as a character is \\#", byte: level)
    } else if title.isEmpty {
      report("the heading is empty")
    }
    line += 1
    let text = inlines(MappedText(title, at: place))
    if level == 2 { beginStep(text, at: place) } else { add(.subheading(text)) }
  }

  private mutating func beginStep(_ heading: [Inline], at place: SourceText.Place) {
    let title = heading.plainText
    if heading.contains(where: { if case .text = $0 { false } else { true } }) {
      report("the heading of a step is plain text; keep formulas for below", at: place)
    }
    while line < source.lines.count, LineKind.of(current).kind == .blank { line += 1 }
    var directive = Directive()
    if line < source.lines.count, LineKind.of(current).kind == .comment {
      directive = Directive.read(
        current, at: line, of: source, checksFormulas: checksFormulas, into: &diagnostics)
      line += 1
    } else {
      report("the step needs its id under the heading: <!-- id: some-name -->", at: place)
    }
    let id = directive.id ?? "step-\(steps.count + 1)"
    if let first = ids[id] {
      report("the id \(id) is taken by the step of line \(first)", at: place)
    }
    ids[id] = ids[id] ?? place.line + 1
    steps.append(
      Step(
        id: id, title: title, condition: directive.condition, unit: directive.unit,
        target: directive.target, needs: directive.needs, keywords: directive.keywords, blocks: [],
        line: place.line + 1))
  }

  private mutating func skipComment() {
    while line < source.lines.count {
      defer { line += 1 }
      if current.hasSuffix("-->") { return }
      if line + 1 < source.lines.count, LineKind.of(source.lines[line + 1]).kind != .text { break }
    }
  }

  /// Lines up to a blank one or to another kind of block.
  private mutating func readParagraph() {
    var text = MappedText()
    repeat {
      appendLine(to: &text, from: LineKind.of(current).indent)
      line += 1
    } while line < source.lines.count && !LineKind.of(current).kind.endsParagraph
    add(.paragraph(inlines(text)))
  }

  /// Adds the current line from a byte on, without the spaces at its end.
  mutating func appendLine(to text: inout MappedText, from byte: Int) {
    let content = Substring(current.utf8.dropFirst(byte))
    let words = trimmed(content)
    let start = byte + content.utf8.prefix { $0 == 0x20 }.count
    if content.hasSuffix("  "), !words.isEmpty, isFollowedByText {
      report(
        "two spaces at the end break the line on GitHub; take them away or begin a paragraph",
        byte: start + words.utf8.count)
    }
    text.appendLine(MappedText(words, at: .init(line: line, byte: start)))
  }

  private var isFollowedByText: Bool {
    line + 1 < source.lines.count && LineKind.of(source.lines[line + 1]).kind == .text
  }
}
