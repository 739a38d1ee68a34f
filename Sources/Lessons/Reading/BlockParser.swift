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
      report(.emptyStep, at: .init(line: step.line - 1, byte: 0))
    }
    if steps.isEmpty {
      report(
        .noStep,
        at: .init(line: max(0, source.lines.count - 1), byte: 0))
      // Whoever shows a lesson may rely on a first step.
      steps = [Step(id: "step-1", title: "", blocks: [], line: source.lines.count)]
    }
    return steps
  }

  var current: String { source.lines[line] }

  mutating func report(
    _ problem: BlockProblem, at place: SourceText.Place, suggestion: String? = nil
  ) {
    guard !diagnostics.isFull else { return }
    diagnostics.append(source.diagnostic(problem, at: place, suggestion: suggestion))
  }

  /// Reports about the line that is read now.
  mutating func report(_ problem: BlockProblem, byte: Int = 0, suggestion: String? = nil) {
    report(problem, at: .init(line: line, byte: byte), suggestion: suggestion)
  }

  mutating func inlines(_ text: MappedText) -> [Inline] {
    let checks = checksFormulas && !diagnostics.isFull
    return InlineParser.parse(text, of: source, checksFormulas: checks, into: &diagnostics)
  }

  mutating func add(_ block: Block) {
    if steps.isEmpty {
      if !saidTextBeforeStep {
        report(
          .textBeforeStep,
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
        report(.indented)
      } else if kind != .text {
        report(.beginsAfterSpaces(indent))
      }
    }
    switch kind {
    case .blank: line += 1
    case .fence(let info): readFence(info)
    case .heading(let level): readHeading(level, content: content)
    case .comment:
      report(.strayComment)
      skipComment()
    case .bullet, .number: readList(kind)
    case .quote: if beginsAlert { readNote() } else { readQuote() }
    case .rule:
      report(.rule)
      line += 1
    case .table:
      report(.table)
      readParagraph()
    case .text: readParagraph()
    }
  }

  private mutating func readHeading(_ level: Int, content: Int) {
    let heading = current
    let place = SourceText.Place(line: line, byte: content)
    let title = trimmed(Substring(heading.utf8.dropFirst(content)))
    if level == 1 {
      report(.titleInBody)
    } else if level > 3 {
      report(.headingTooDeep)
    }
    if !heading.utf8.dropFirst(level).starts(with: " ".utf8) {
      report(.headingWithoutSpace, byte: level)
    } else if title.isEmpty {
      report(.emptyHeading)
    }
    line += 1
    let text = inlines(MappedText(title, at: place))
    if level == 2 { beginStep(text, at: place) } else { add(.subheading(text)) }
  }

  private mutating func beginStep(_ heading: [Inline], at place: SourceText.Place) {
    let title = heading.plainText
    if heading.contains(where: { if case .text = $0 { false } else { true } }) {
      report(.formulaInHeading, at: place)
    }
    while line < source.lines.count, LineKind.of(current).kind == .blank { line += 1 }
    var directive = Directive()
    if line < source.lines.count, LineKind.of(current).kind == .comment {
      directive = Directive.read(
        current, at: line, of: source, checksFormulas: checksFormulas, into: &diagnostics)
      line += 1
    } else {
      report(.stepWithoutID, at: place)
    }
    let id = directive.id ?? "step-\(steps.count + 1)"
    if let first = ids[id] {
      report(.idTaken(id, line: first), at: place)
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
        .spacesAtEnd,
        byte: start + words.utf8.count)
    }
    text.appendLine(MappedText(words, at: .init(line: line, byte: start)))
  }

  private var isFollowedByText: Bool {
    line + 1 < source.lines.count && LineKind.of(source.lines[line + 1]).kind == .text
  }
}
