import TextGrid

extension Model {
  /// A small window over the lesson with the command line that reopens it.
  func drawCommand(_ frame: Frame, _ canvas: inout Canvas) {
    let columns = max(1, min(size.columns - 4, 76))
    let lines = wrapped(commandLine, width: max(1, columns - 4))
    let rows = lines.count + 4
    let top = max(frame.title.rows, frame.status.row - rows)
    let left = max(0, (size.columns - columns) / 2)
    let region = Region(row: top, column: left, columns: columns, rows: rows)
    canvas.fill(region)
    drawBox(region, &canvas)
    canvas.write(
      " " + plain(words(.commandTitle)) + " ", row: top, column: left + 2,
      style: Style(.heading, .bold))
    for (index, line) in lines.enumerated() {
      canvas.write(line, row: top + 1 + index, column: left + 2, style: Style(.code))
    }
    canvas.write(
      plain(words(.commandHint)), row: top + rows - 2, column: left + 2, style: Style(.dim))
  }

  private func drawBox(_ region: Region, _ canvas: inout Canvas) {
    let style = Style(.frame)
    let (last, right) = (region.row + region.rows - 1, region.column + region.columns - 1)
    let line = plain(String(repeating: "─", count: max(0, region.columns - 2)))
    canvas.write(
      plain("┌") + line + plain("┐"), row: region.row, column: region.column, style: style)
    canvas.write(plain("└") + line + plain("┘"), row: last, column: region.column, style: style)
    for row in region.row + 1..<max(region.row + 1, last) {
      canvas.write(plain("│"), row: row, column: region.column, style: style)
      canvas.write(plain("│"), row: row, column: right, style: style)
    }
  }
}
