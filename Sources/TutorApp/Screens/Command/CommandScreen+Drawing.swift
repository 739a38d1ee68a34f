import TextGrid

extension CommandScreen {
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    model.paneScreen.draw(model, frame, &canvas)
    let columns = max(1, min(model.size.columns - 4, 76))
    let lines = model.wrapped(model.commandLine, width: max(1, columns - 4))
    let rows = lines.count + 4
    let top = max(frame.title.rows, frame.keys.row - rows)
    let left = max(0, (model.size.columns - columns) / 2)
    let region = Region(row: top, column: left, columns: columns, rows: rows)
    canvas.fill(region)
    drawBox(region, model, &canvas)
    canvas.write(
      " " + model.plain(model.words(.commandTitle)) + " ", row: top, column: left + 2,
      style: Style(.heading, .bold))
    for (index, line) in lines.enumerated() {
      canvas.write(line, row: top + 1 + index, column: left + 2, style: Style(.code))
    }
    canvas.write(
      model.plain(model.words(.commandHint)), row: top + rows - 2, column: left + 2,
      style: Style(.dim))
  }

  private func drawBox(_ region: Region, _ model: Model, _ canvas: inout Canvas) {
    let style = Style(.frame)
    let (last, right) = (region.row + region.rows - 1, region.column + region.columns - 1)
    let line = model.plain(String(repeating: "─", count: max(0, region.columns - 2)))
    canvas.write(
      model.plain("┌") + line + model.plain("┐"), row: region.row, column: region.column,
      style: style)
    canvas.write(
      model.plain("└") + line + model.plain("┘"), row: last, column: region.column, style: style)
    for row in region.row + 1..<max(region.row + 1, last) {
      canvas.write(model.plain("│"), row: row, column: region.column, style: style)
      canvas.write(model.plain("│"), row: row, column: right, style: style)
    }
  }
}
