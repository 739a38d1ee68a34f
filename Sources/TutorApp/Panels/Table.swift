import Lessons
import TextGrid

/// A table of right-aligned columns with a heading each, and perhaps a bar behind each row: what
/// several panels are made of.
struct Table {
  struct Column {
    var heading: String
    var role: Role
    var entries: [String]
    /// Of the entries in footers, where these are another quantity.
    var footerRole: Role?
    /// Narrow, columns of a higher rank go first; bars go before those of rank 1 and 0.
    var rank = 0
  }

  struct Bars {
    var values: [BarValue]
    var scale: BarScale
    var role: Role
    /// Of the first footer.
    var sum: BarValue?
    /// What the scale is, where its numbers alone do not say it.
    var scaleText: String?
    /// Its upper end, where that is no round number.
    var topText: String?
  }

  var title: String
  /// Leftmost labels, one a row, left-aligned.
  var labels: [String]
  var columns: [Column]
  var bars: Bars?
  /// Rows set off below, such as sums: label and one entry a column.
  var footers: [(label: String, entries: [String])] = []
  var note: String?

  private static let leastBar = 8
  /// What a bar gets before columns of rank 3 do; one to both sides gets more.
  private static let wantedBar = 14

  /// The rows that show everything, each class on one.
  var height: Int { labels.count + footers.count + 2 + (note == nil ? 0 : 1) }

  /// Draws what fits: columns that do not fit are left out, never cut. Rows that do not fit leave a
  /// cue in the heading; rows to spare go between the classes and into their bars.
  func canvas(_ look: PanelLook, around chosen: Int = 0, cue: (Range<Int>) -> String) -> Canvas {
    var short = self
    short.leaveOut(for: look.width)
    // Short of rows, the note goes first, then the title, then the sums.
    var layout = TableLayout()
    func needed() -> Int {
      layout.titleRows + 1 + labels.count + short.footers.count + (short.note == nil ? 0 : 1)
    }
    if needed() > look.rows { short.note = nil }
    if needed() > look.rows { layout.titleRows = 0 }
    if needed() > look.rows { short.footers = [] }
    if needed() > look.rows,
      look.width - short.columnEnd < 2 + cellWidth(of: cue(labels.indices)) || short.bars != nil
    {
      layout.cueRows = 1
    }
    let spare = look.rows - needed() + labels.count
    layout.rowsEach = labels.isEmpty ? 1 : min(3, max(1, spare / labels.count))
    return short.drawn(layout, look, around: chosen, cue: cue)
  }

  private mutating func leaveOut(for width: Int) {
    // What is only good to have gives way to a bar that can be read, the rest to any bar at all.
    for (rank, least) in [(3, Self.wantedBar), (2, Self.leastBar)] {
      let barEnd = bars.map { 2 + ($0.scale.isSigned ? 3 * least / 2 : least) } ?? 0
      while columnEnd + barEnd > width, let last = columns.lastIndex(where: { $0.rank == rank }) {
        leaveOut(column: last)
      }
    }
    if columnEnd + 2 + Self.leastBar > width { bars = nil }
    for rank in [1, 0] {
      while columnEnd > width, columns.count > 1,
        let last = columns.lastIndex(where: { $0.rank == rank })
      {
        leaveOut(column: last)
      }
    }
  }

  private mutating func leaveOut(column: Int) {
    columns.remove(at: column)
    for index in footers.indices { footers[index].entries.remove(at: column) }
  }

  private func drawn(
    _ layout: TableLayout, _ look: PanelLook, around chosen: Int, cue: (Range<Int>) -> String
  ) -> Canvas {
    let top = layout.titleRows + 1
    let extra = top + footers.count + (note == nil ? 0 : 1) + layout.cueRows
    let shown = window(
      around: chosen, count: labels.count, room: max(1, look.rows - extra))
    let rows = shown.count * layout.rowsEach
    let below = top + rows
    var canvas = Canvas(size: Size(columns: look.width, rows: rows + extra))
    if layout.titleRows > 0 { drawTitle(look, &canvas) }
    // A class of three rows has two with its bar, so its numbers stand on the first of them.
    for (line, index) in shown.enumerated() {
      canvas.write(labels[index], row: top + line * layout.rowsEach, column: 0)
    }
    for (line, footer) in footers.enumerated() {
      canvas.write(footer.label, row: below + line, column: 0, style: Style(.body, .bold))
    }
    for (place, (column, end)) in zip(columns, columnEnds).enumerated() {
      canvas.writeRight(column.heading, row: top - 1, end: end, style: Style(column.role))
      for (line, index) in shown.enumerated() {
        canvas.writeRight(
          column.entries[index], row: top + line * layout.rowsEach, end: end,
          style: Style(column.role))
      }
      for (line, footer) in footers.enumerated() {
        canvas.writeRight(
          footer.entries[place], row: below + line, end: end,
          style: Style(column.footerRole ?? column.role, .bold))
      }
    }
    drawBars(layout, look, shown, top: top, &canvas)
    if shown.count < labels.count {
      canvas.writeRight(
        cue(shown), row: layout.cueRows > 0 ? below + footers.count : top - 1, end: look.width,
        style: Style(.dim))
    }
    if let note {
      canvas.write(note, row: canvas.size.rows - 1, column: 0, style: Style(.dim))
    }
    return canvas
  }

  private func drawTitle(_ look: PanelLook, _ canvas: inout Canvas) {
    let end = canvas.write(title, row: 0, column: 0, style: Style(.dim))
    guard let bars else { return }
    // In full, else without what the bars are of.
    let scales = [bars.scaleText, look.text(of: bars.scale)].compactMap(\.self)
    if let scale = scales.first(where: { end + 2 + cellWidth(of: $0) <= look.width }) {
      canvas.writeRight(scale, row: 0, end: look.width, style: Style(.dim))
    }
  }

  private func drawBars(
    _ layout: TableLayout, _ look: PanelLook, _ shown: Range<Int>, top: Int,
    _ canvas: inout Canvas
  ) {
    guard let bars else { return }
    let start = columnEnd + 2
    let width = look.width - start
    canvas.drawScale(
      bars.scale, top: bars.topText, row: top - 1, column: start, width: width, look)
    func draw(_ bar: BarValue, row: Int, rows: Int) {
      canvas.draw(
        bar, on: bars.scale, in: Region(row: row, column: start, columns: width, rows: rows),
        role: bars.role, tier: look.tier)
    }
    for (line, index) in shown.enumerated() {
      draw(
        bars.values[index], row: top + line * layout.rowsEach, rows: max(1, layout.rowsEach - 1))
    }
    if let sum = bars.sum, !footers.isEmpty {
      draw(sum, row: top + shown.count * layout.rowsEach, rows: 1)
    }
  }

  /// Where the columns end.
  private var columnEnds: [Int] {
    var end = labelWidth
    return columns.indices.map { place in
      end += 2 + self.width(ofColumn: place)
      return end
    }
  }

  private var columnEnd: Int { columnEnds.last ?? labelWidth }

  private var labelWidth: Int {
    (labels + footers.map(\.label)).map { cellWidth(of: $0) }.max() ?? 0
  }

  private func width(ofColumn place: Int) -> Int {
    let column = columns[place]
    let texts = [column.heading] + column.entries + footers.map { $0.entries[place] }
    return texts.map { cellWidth(of: $0) }.max() ?? 0
  }
}

/// What of a table's rows there is room for.
private struct TableLayout {
  var titleRows = 1
  var cueRows = 0
  /// Of each class; its bar takes all but a last one between it and the next.
  var rowsEach = 1
}

extension Table {
  /// Row by row: what a screen reader says of each class.
  func sentences(label: (String) -> String) -> [String] {
    func line(_ label: String, _ entries: [String]) -> String {
      let parts = zip(columns, entries).filter { !$1.isEmpty }.map { "\($0.heading) \($1)" }
      return label + ": " + parts.joined(separator: ", ")
    }
    let rows = labels.indices.map { row in line(label(labels[row]), columns.map { $0.entries[row] })
    }
    return [title] + rows + footers.map { line($0.label, $0.entries) } + [note].compactMap(\.self)
  }
}
