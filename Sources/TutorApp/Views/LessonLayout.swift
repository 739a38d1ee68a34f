import Lessons
import TextGrid

/// Lays the blocks of a step out, each as a canvas, with a blank row between them.
struct LessonLayout {
  /// Columns of a piece of code that is never broken.
  private static let longestWholeCode = 20

  let model: Model
  let width: Int
  let lines: [LineVerdict]

  init(model: Model, width: Int) {
    self.model = model
    self.width = width
    lines = model.readings.judged(here: model.effectiveExample)
  }

  func parts(of step: Step) -> [Canvas] {
    var parts = [text([StyledRun(step.title, style: Style(.heading, .bold))])]
    for (index, block) in step.blocks.enumerated() {
      guard let part = canvas(of: block, at: index) else { continue }
      parts.append(Canvas(size: Size(columns: width, rows: 1)))
      parts.append(part)
    }
    return parts
  }

  /// The rows of one block, counted from the top of the page.
  func rows(ofBlock block: Int, in step: Step) -> Range<Int> {
    var before = step
    before.blocks = Array(step.blocks.prefix(block))
    let top = parts(of: before).reduce(0) { $0 + $1.size.rows } + 1
    let height = canvas(of: step.blocks[block], at: block)?.size.rows ?? 0
    return top..<top + height
  }

  /// nil for blocks that are shown elsewhere: panels stand in the example region.
  private func canvas(of block: Block, at index: Int) -> Canvas? {
    switch block {
    case .paragraph(let inlines): return text(runs(inlines))
    case .subheading(let inlines): return text(runs(inlines, Style(.heading, .bold)))
    case .quote(let inlines):
      return text(runs(inlines, Style(.body, .italic)), prefix: model.plain("│ "), indent: 2)
    case .list(let isOrdered, let items): return list(items, isOrdered: isOrdered)
    case .code(let source):
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      return stack(
        lines.map { [StyledRun(model.plain(String($0)), style: Style(.code))] }, indent: 2)
    case .formula(let display): return picture(display.formula, block: index)
    case .exercise(let exercise): return text(runs(exercise.ask, Style(.heading)))
    case .live: return nil
    }
  }

  private func list(_ items: [[Inline]], isOrdered: Bool) -> Canvas {
    let parts = items.enumerated().map { index, item in
      text(
        runs(item), prefix: isOrdered ? "\(index + 1). " : model.plain("• "),
        indent: isOrdered ? 3 : 2)
    }
    var canvas = Canvas(
      size: Size(columns: width, rows: parts.reduce(0) { $0 + $1.size.rows }))
    var row = 0
    for part in parts {
      canvas.draw(part, rows: 0..<part.size.rows, row: row, column: 0)
      row += part.size.rows
    }
    return canvas
  }

  private func text(_ runs: [StyledRun], prefix: String = "", indent: Int = 0) -> Canvas {
    var canvas = stack(wrap(runs, width: max(1, width - indent)), indent: indent)
    canvas.write(prefix, row: 0, column: 0, style: Style(.dim))
    return canvas
  }

  private func stack(_ lines: [[StyledRun]], indent: Int) -> Canvas {
    var canvas = Canvas(size: Size(columns: width, rows: max(1, lines.count)))
    for (row, line) in lines.enumerated() {
      var column = indent
      for run in line {
        column = canvas.write(run.text, row: row, column: column, style: run.style)
      }
    }
    return canvas
  }

  private func runs(_ inlines: [Inline], _ style: Style = .body) -> [StyledRun] {
    inlines.flatMap { inline -> [StyledRun] in
      var inner = style
      switch inline {
      case .text(let text): return [StyledRun(model.plain(text), style: style)]
      case .emphasis(let parts):
        inner.emphasis.insert(.italic)
        return runs(parts, inner)
      case .strong(let parts):
        inner.emphasis.insert(.bold)
        return runs(parts, inner)
      case .code(let text):
        let code = model.plain(text)
        // A short list such as [2, 1, 0] stays on one line.
        let isShort = cellWidth(of: code) <= Self.longestWholeCode
        return [StyledRun(code, style: Style(.code), isUnbreakable: isShort)]
      case .link(let parts, let destination):
        return runs(parts, Style(.link, .underline))
          + [StyledRun(" (\(destination))", style: Style(.dim))]
      case .formula(let formula): return model.inlineRuns(formula.value, style)
      case .value(let formula): return [model.liveValue(formula.value)]
      }
    }
  }
}
