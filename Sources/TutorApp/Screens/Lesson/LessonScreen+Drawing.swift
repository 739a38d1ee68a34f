import Lessons
import TextGrid

extension LessonScreen {
  /// The step as far as it is read, its panels in it or beside it, and the strip of numbers.
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    drawText(model, frame.lesson, &canvas)
    model.drawPanels(frame, &canvas)
    model.drawStrip(frame, &canvas)
  }

  private func drawText(_ model: Model, _ pane: Region, _ canvas: inout Canvas) {
    let rows = model.shownRows
    guard !rows.isEmpty, pane.columns > 0 else { return }
    let page = model.snapshot.page
    canvas.draw(page.canvas, rows: rows, row: pane.row, column: pane.column)
    for placed in page.panels {
      let shown = placed.rows.clamped(to: rows)
      guard !shown.isEmpty else { continue }
      let panel = model.snapshot.panels[placed.panel].panel.drawn(
        model.look(ofPanel: placed.panel, width: pane.columns, rows: placed.rows.count))
      canvas.draw(
        panel,
        rows: shown.lowerBound - placed.rows.lowerBound..<shown.upperBound - placed.rows.lowerBound,
        row: pane.row + shown.lowerBound - rows.lowerBound, column: pane.column)
    }
    dimWhatWasRead(model, pane, rows, &canvas)
    if let term = model.snapshot.term {
      for cell in page.cells(of: term.nodes, inBlock: term.block) where rows.contains(cell.row) {
        canvas.restyle(
          Region(
            row: pane.row + cell.row - rows.lowerBound, column: pane.column + cell.column,
            columns: 1, rows: 1)
        ) { $0.emphasis.insert(.reverse) }
      }
    }
  }

  /// What was read stays, dimmer than the beat in focus.
  private func dimWhatWasRead(
    _ model: Model, _ pane: Region, _ rows: Range<Int>, _ canvas: inout Canvas
  ) {
    // A term that is asked about stands in a line as bright as any.
    guard let focus = model.focusRows, model.snapshot.term == nil else { return }
    let read = (0..<focus.lowerBound).clamped(to: rows)
    canvas.restyle(
      Region(row: pane.row, column: pane.column, columns: pane.columns, rows: read.count)
    ) { style in
      if style.role != .heading { style.emphasis.insert(.dim) }
    }
  }
}

extension Model {
  /// The panels beside the lesson, where there is room for that, with a line before them.
  func drawPanels(_ frame: Frame, _ canvas: inout Canvas) {
    let region = frame.panels
    guard frame.isSideBySide else { return }
    for row in 0..<frame.divider.rows {
      canvas.write(
        plain("│"), row: frame.divider.row + row, column: frame.divider.column,
        style: Style(.frame))
    }
    let panels = snapshot.panels.map(\.panel)
    var room = region.rows
    var row = region.row
    func draw(_ panel: any Panel, _ look: PanelLook) {
      let drawn = panel.drawn(look)
      let rows = min(room, drawn.size.rows)
      canvas.draw(drawn, rows: 0..<rows, row: row, column: region.column)
      row += rows + 1
      room -= rows + 1
    }
    for (index, panel) in panels.enumerated() where room >= 3 {
      // What is left when those behind it have the least they need.
      let waiting = panels[(index + 1)...].reduce(0) { $0 + $1.rows(for: region.columns) + 1 }
      let rows = max(
        min(room, panel.rows(for: region.columns)),
        min(room - waiting, panel.fullRows(for: region.columns)))
      draw(panel, look(ofPanel: index, width: region.columns, rows: rows))
    }
    if panels.isEmpty, let bars = snapshot.bars {
      draw(bars, look(width: region.columns, rows: min(room, bars.fullRows(for: region.columns))))
    }
    guard let panel = snapshot.summary else { return }
    let summary = panel.drawn(look(width: region.columns, rows: room))
    if summary.size.rows <= room {
      canvas.draw(summary, row: row, column: region.column)
    }
  }
}
