import Lessons
import Notation
import TextGrid
import Typesetting

extension PlaygroundScreen {
  /// The line, the formula as it reads, and its value; in the place of the lesson, so that the
  /// example above or beside stays alive.
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    drawLine(model, frame.lesson, &canvas)
    model.drawPanels(frame, &canvas)
    model.drawStrip(frame, &canvas)
  }

  private func drawLine(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    guard region.rows > 0 else { return }
    let line = model.playground.line
    let prompt = model.plain(model.words(.playgroundPrompt))
    let start = canvas.write(
      prompt, row: region.row, column: region.column, style: Style(.heading, .bold))
    let room = max(1, region.column + region.columns - start - 1)
    // A long line shows its end up to the caret.
    var before = line.beforeCaret
    while cellWidth(of: before) > room { before.removeFirst() }
    let caret = canvas.write(before, row: region.row, column: start)
    let rest = room - cellWidth(of: before)
    let after = String(line.text.dropFirst(line.beforeCaret.count))
    canvas.write(
      truncated(after, to: max(0, rest), tier: model.tier), row: region.row, column: caret)
    if model.section == Self.line {
      canvas.cursor = Position(row: region.row, column: caret)
    }
    var row = region.row + 2
    let last = region.row + region.rows
    func write(_ text: String, _ style: Style) {
      for part in model.wrapped(model.plain(text), width: region.columns) where row < last {
        canvas.write(part, row: row, column: region.column, style: style)
        row += 1
      }
    }
    guard let reading = model.snapshot.typed else {
      write(model.words(.playgroundHint), Style(.dim))
      row += 1
      for example in Self.examples { write("  " + example, Style(.code)) }
      return
    }
    for glyphs in reading.picture.rows where row < last {
      var column = region.column + 2
      for glyph in glyphs where !glyph.text.isEmpty && column < region.column + region.columns {
        column = canvas.write(glyph.text, row: row, column: column, style: glyph.style)
      }
      row += 1
    }
    row += 1
    switch reading.outcome {
    case .success(let value):
      let lines = model.words.lines(of: value, decimals: model.example.decimals, model.tier)
      for (index, line) in lines.enumerated() {
        write((index == lines.count / 2 ? "= " : "  ") + line, Style(.probabilities, .bold))
      }
    case .failure(let diagnostic):
      let suggestion = diagnostic.suggestion.map { " → " + $0 } ?? ""
      write(diagnostic.sentence(in: model.language) + suggestion, Style(.warning))
      let bytes = Array(reading.source.utf8)
      let range = diagnostic.range.clamped(to: 0..<bytes.count)
      if !range.isEmpty {
        write(
          model.words(.playgroundAt, String(decoding: bytes[range], as: UTF8.self)), Style(.dim))
      }
    }
  }
}
