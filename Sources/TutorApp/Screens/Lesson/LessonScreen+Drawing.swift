import Lessons
import TextGrid

extension LessonScreen {
  /// The lesson beside or below its example.
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    let pane = frame.lesson
    drawLesson(
      model,
      Region(row: pane.row, column: pane.column, columns: pane.columns, rows: model.lessonRoom),
      &canvas)
    model.drawExample(frame, &canvas)
    model.drawDivider(frame, &canvas)
  }

  private func drawLesson(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    guard region.rows > 0, region.columns > 0 else { return }
    let page = model.snapshot.page.canvas
    // What a notice covers is hidden too.
    let end = region.row + region.rows
    let covered = max(0, end - min(end, model.noticeBlock?.top ?? end))
    let shown = region.rows - covered
    let hidden = page.size.rows - scroll - shown
    canvas.draw(
      page, rows: scroll..<min(page.size.rows, scroll + region.rows), row: region.row,
      column: region.column)
    if let term = model.snapshot.term {
      for cell in model.snapshot.page.cells(of: term.nodes, inBlock: term.block) {
        let row = cell.row - scroll
        guard (0..<region.rows).contains(row) else { continue }
        canvas.restyle(
          Region(row: region.row + row, column: region.column + cell.column, columns: 1, rows: 1)
        ) { $0.emphasis.insert(.reverse) }
      }
    }
    if hidden > 0, shown > 1 {
      drawCue(
        model, model.words(.moreBelow, String(hidden + 1)), row: region.row + shown - 1, region,
        &canvas)
    }
    if scroll > 0, shown > 2 {
      drawCue(model, model.words(.moreAbove, String(scroll + 1)), row: region.row, region, &canvas)
    }
  }

  /// A scroll cue takes its row whole, so that it never mixes with the text under it.
  private func drawCue(
    _ model: Model, _ text: String, row: Int, _ region: Region, _ canvas: inout Canvas
  ) {
    let line = model.plain(text)
    canvas.write(
      String(repeating: " ", count: region.columns), row: row, column: region.column)
    canvas.writeRight(line, row: row, end: region.column + region.columns, style: Style(.dim))
  }
}

extension Model {
  func drawDivider(_ frame: Frame, _ canvas: inout Canvas) {
    let glyph = plain(frame.isSideBySide ? "│" : "─")
    for row in 0..<frame.divider.rows {
      for column in 0..<frame.divider.columns {
        canvas.write(
          glyph, row: frame.divider.row + row, column: frame.divider.column + column,
          style: Style(.frame))
      }
    }
  }
}
