import Lessons
import Notation
import TextGrid

/// Lays the blocks of a step out, each as a canvas, with a blank row between them.
struct LessonLayout {
  let request: SnapshotRequest
  let readings: StepReadings
  let values: StepValues
  /// The step's formulas with numbers in place, by block; empty where symbols are shown.
  let substitutions: [Int: Notation]
  var pictures: Pictures
  var work: Work

  var width: Int { request.width }
  var tier: GlyphTier { request.tier }
  var words: Words { request.words }
  var lines: [LineVerdict] { values.verdicts }

  func plain(_ text: String) -> String { tier == .ascii ? asciiText(text) : text }

  mutating func page() -> LessonPage {
    let step = request.step
    var page = LessonPage()
    var parts = [text([StyledRun(step.title, style: Style(.heading, .bold))])] + remarks()
    var row = parts.reduce(0) { $0 + $1.size.rows }
    for (index, block) in step.blocks.enumerated() {
      guard let part = canvas(of: block, at: index, &page) else {
        page.rows.append(row..<row)
        continue
      }
      parts.append(Canvas(size: Size(columns: width, rows: 1)))
      parts.append(part)
      page.rows.append(row + 1..<row + 1 + part.size.rows)
      row += 1 + part.size.rows
    }
    page.canvas = stacked(parts)
    return page
  }

  /// nil for blocks that are shown elsewhere: panels stand in the example region.
  private mutating func canvas(
    of block: Block, at index: Int, _ page: inout LessonPage
  ) -> Canvas? {
    switch block {
    case .paragraph(let inlines): return text(runs(inlines))
    case .subheading(let inlines): return text(runs(inlines, Style(.heading, .bold)))
    case .quote(let inlines):
      return text(runs(inlines, Style(.body, .italic)), prefix: plain("│ "), indent: 2)
    case .note(let title, let body): return note(title, body)
    case .list(let isOrdered, let items): return list(items, isOrdered: isOrdered)
    case .code(let source):
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      return stack(
        lines.map { [StyledRun(plain(String($0)), style: Style(.code))] }, indent: 2)
    case .formula(let display): return formula(display.formula, block: index, &page)
    case .exercise(let exercise): return text(runs(exercise.ask, Style(.heading)))
    case .live: return nil
    }
  }

  private mutating func list(_ items: [[Inline]], isOrdered: Bool) -> Canvas {
    var parts: [Canvas] = []
    for (index, item) in items.enumerated() {
      let prefix = isOrdered ? "\(index + 1). " : plain("• ")
      parts.append(text(runs(item), prefix: prefix, indent: isOrdered ? 3 : 2))
    }
    return stacked(parts)
  }

  /// Where the step does not compute with the learner's own numbers, a line each.
  private func remarks() -> [Canvas] {
    let text = RemarkText(words: words, tier: tier, decimals: request.example.decimals)
    return request.told.remarks.map {
      self.text([StyledRun(plain(text.text(of: $0)), style: Style(.warning))])
    }
  }

  /// One line, or all of it.
  private mutating func note(_ title: [Inline], _ body: [[Inline]]) -> Canvas {
    let isOpen = request.unfoldsNotes
    let marks = tier == .ascii ? (open: "- ", folded: "+ ") : (open: "▾ ", folded: "▸ ")
    var parts = [
      text(
        runs(title, Style(.dim)), prefix: body.isEmpty ? "" : isOpen ? marks.open : marks.folded,
        indent: 2)
    ]
    if isOpen { parts += body.map { text(runs($0), indent: 2) } }
    return stacked(parts)
  }

  private func text(_ runs: [StyledRun], prefix: String = "", indent: Int = 0) -> Canvas {
    var canvas = stack(wrap(runs, width: max(1, width - indent)), indent: indent)
    canvas.write(prefix, row: 0, column: 0, style: Style(.dim))
    return canvas
  }

  func stack(_ lines: [[StyledRun]], indent: Int) -> Canvas {
    var canvas = Canvas(size: Size(columns: width, rows: max(1, lines.count)))
    for (row, line) in lines.enumerated() {
      var column = indent
      for run in line {
        column = canvas.write(run.text, row: row, column: column, style: run.style)
      }
    }
    return canvas
  }

  private func stacked(_ parts: [Canvas]) -> Canvas {
    var canvas = Canvas(
      size: Size(columns: width, rows: parts.reduce(0) { $0 + $1.size.rows }))
    var row = 0
    for part in parts {
      canvas.draw(part, rows: 0..<part.size.rows, row: row, column: 0)
      row += part.size.rows
    }
    return canvas
  }
}
