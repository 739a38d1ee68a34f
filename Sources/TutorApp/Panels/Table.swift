import TextGrid

/// A table of right-aligned columns with a heading each: what several panels are made of.
struct Table {
  struct Column {
    var heading: String
    var role: Role
    var entries: [String]
  }

  var title: String
  /// Leftmost labels, one a row, left-aligned.
  var labels: [String]
  var columns: [Column]
  /// A bar behind each row, if any.
  var bars: [String] = []
  var barRole = Role.body
  /// Rows set off below, such as sums: label and one entry a column.
  var footers: [(label: String, entries: [String])] = []
  var note: String?

  /// Draws what fits: columns that do not fit are left out from the right, never cut. Rows that
  /// do not fit leave a cue in the heading.
  func canvas(
    width: Int, rows: Int, around chosen: Int = 0, cue: (Range<Int>) -> String
  ) -> Canvas {
    // Short of rows, the note goes first, then the title, then the sums.
    var short = self
    var titleRows = 1
    var cueRows = 0
    func needed() -> Int {
      titleRows + 1 + labels.count + short.footers.count + (short.note == nil ? 0 : 1)
    }
    if needed() > rows { short.note = nil }
    if needed() > rows { titleRows = 0 }
    if needed() > rows { short.footers = [] }
    if needed() > rows, width - columnEnd(width: width) < 2 + cellWidth(of: cue(labels.indices)) {
      cueRows = 1
    }
    return short.drawn(
      width: width, rows: rows, titleRows: titleRows, cueRows: cueRows, around: chosen, cue: cue)
  }

  private func drawn(
    width: Int, rows: Int, titleRows: Int, cueRows: Int, around chosen: Int,
    cue: (Range<Int>) -> String
  ) -> Canvas {
    let top = titleRows + 1
    let extra = top + footers.count + (note == nil ? 0 : 1) + cueRows
    let shown = window(around: chosen, count: labels.count, room: max(1, rows - extra))
    var canvas = Canvas(size: Size(columns: width, rows: shown.count + extra))
    if titleRows > 0 { canvas.write(title, row: 0, column: 0, style: Style(.dim)) }
    for (line, index) in shown.enumerated() {
      canvas.write(labels[index], row: line + top, column: 0)
    }
    for (line, footer) in footers.enumerated() {
      canvas.write(
        footer.label, row: shown.count + top + line, column: 0, style: Style(.body, .bold))
    }
    let ends = columnEnds(width: width)
    for (place, (column, end)) in zip(columns, ends).enumerated() {
      canvas.writeRight(column.heading, row: top - 1, end: end, style: Style(column.role))
      for (line, index) in shown.enumerated() {
        canvas.writeRight(
          column.entries[index], row: line + top, end: end, style: Style(column.role))
      }
      for (line, footer) in footers.enumerated() {
        canvas.writeRight(
          footer.entries[place], row: shown.count + top + line, end: end,
          style: Style(column.role, .bold))
      }
    }
    if shown.count < labels.count {
      canvas.writeRight(
        cue(shown), row: cueRows > 0 ? top + shown.count : top - 1, end: width, style: Style(.dim))
    }
    if !bars.isEmpty {
      let start = (ends.last ?? labelWidth) + 2
      for (line, index) in shown.enumerated() where start + cellWidth(of: bars[index]) <= width {
        canvas.write(bars[index], row: line + top, column: start, style: Style(barRole))
      }
    }
    if let note {
      canvas.write(note, row: canvas.size.rows - 1, column: 0, style: Style(.dim))
    }
    return canvas
  }

  /// The columns left for a bar behind the columns.
  func barRoom(width: Int) -> Int { max(0, width - columnEnd(width: .max) - 3) }

  /// Where those columns end that fit.
  private func columnEnds(width: Int) -> [Int] {
    var end = labelWidth
    return columns.indices.map { place in
      end += 2 + self.width(ofColumn: place)
      return end
    }.filter { $0 <= width }
  }

  private func columnEnd(width: Int) -> Int { columnEnds(width: width).last ?? labelWidth }

  private var labelWidth: Int {
    (labels + footers.map(\.label)).map { cellWidth(of: $0) }.max() ?? 0
  }

  private func width(ofColumn place: Int) -> Int {
    let column = columns[place]
    let texts = [column.heading] + column.entries + footers.map { $0.entries[place] }
    return texts.map { cellWidth(of: $0) }.max() ?? 0
  }
}
