import Lessons
import Notation
import TextGrid
import Typesetting

/// Lays the blocks of a step out, each as a canvas, with a blank row between them.
struct LessonLayout {
  let request: SnapshotRequest
  let readings: StepReadings
  let values: StepValues
  /// The step's formulas with numbers in place, by block; empty where symbols are shown.
  let substitutions: [Int: Notation]
  let panels: [PlacedPanel]
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
    var parts = [text([StyledRun(step.title, style: Style(.heading, .bold))])]
    var row = parts[0].size.rows
    // The first row that belongs to no beat yet: a heading comes with what it stands over.
    var start = 0
    func add(_ part: Canvas, gap: String = "") -> Range<Int> {
      var blank = Canvas(size: Size(columns: width, rows: 1))
      blank.writeRight(gap, row: 0, end: width, style: Style(.dim))
      parts += [blank, part]
      row += 1 + part.size.rows
      return row - part.size.rows..<row
    }
    for (index, placed) in panels.enumerated() where placed.block == nil {
      guard let part = room(for: placed.panel) else { continue }
      page.panels.append(PanelRows(panel: index, rows: add(part)))
    }
    for (index, block) in step.blocks.enumerated() {
      if case .live = block {
        let panel = panels.firstIndex { $0.block == index }
        guard let panel, let part = room(for: panels[panel].panel) else {
          page.rows.append(row..<row)
          page.beats.append(Beat(block: index, rows: row..<row))
          continue
        }
        let rows = add(part)
        page.rows.append(rows)
        page.panels.append(PanelRows(panel: panel, rows: rows))
        page.beats.append(Beat(block: index, rows: min(start, rows.lowerBound)..<row))
        start = row + 1
        continue
      }
      let part = canvas(of: block, at: index, &page)
      let gap = indexText(block: index)
      let rows = add(part, gap: gap)
      page.rows.append(rows)
      // What stands in the row between belongs to what follows.
      if !gap.isEmpty { start = min(start, rows.lowerBound - 1) }
      let isLast = index == step.blocks.count - 1
      if case .subheading = block, !isLast { continue }
      page.beats += beats(ofBlock: index, rows, from: min(start, rows.lowerBound), page)
      start = row + 1
    }
    page.canvas = stacked(parts)
    return page
  }

  /// A derivation is a beat a line, all else a beat a block.
  private func beats(
    ofBlock block: Int, _ rows: Range<Int>, from start: Int, _ page: LessonPage
  ) -> [Beat] {
    let lines = page.formulas[block]?.picture.lineRows ?? []
    guard lines.count > 1 else { return [Beat(block: block, rows: start..<rows.upperBound)] }
    return lines.indices.map { line in
      let from = line == 0 ? start : rows.lowerBound + lines[line].lowerBound
      // What is said under the formula comes with its last line.
      let end =
        line == lines.count - 1 ? rows.upperBound : rows.lowerBound + lines[line].upperBound
      return Beat(block: block, rows: from..<max(from, end))
    }
  }

  /// The rows that a panel takes in the text; nil where it stands beside it.
  private func room(for panel: any Panel) -> Canvas? {
    guard let most = request.panelRows else { return nil }
    // A picture grows on a tall screen, and leaves half of it to the text.
    let wanted = max(panel.rows(for: width), min(panel.fullRows(for: width), most / 2))
    return Canvas(size: Size(columns: width, rows: min(wanted, max(1, most))))
  }

  private mutating func canvas(
    of block: Block, at index: Int, _ page: inout LessonPage
  ) -> Canvas {
    switch block {
    case .paragraph(let inlines): return text(runs(inlines))
    case .subheading(let inlines): return text(runs(inlines, Style(.heading, .bold)))
    case .quote(let inlines):
      return text(runs(inlines, Style(.body, .italic)), prefix: plain("│ "), indent: 2)
    case .list(let isOrdered, let items): return list(items, isOrdered: isOrdered)
    case .code(let source):
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      return stack(
        lines.map { [StyledRun(plain(String($0)), style: Style(.code))] }, indent: 2)
    case .formula(let display): return formula(display.formula, block: index, &page)
    case .exercise(let exercise): return text(runs(exercise.ask, Style(.heading)))
    case .live: return Canvas(size: Size(columns: width, rows: 0))
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
