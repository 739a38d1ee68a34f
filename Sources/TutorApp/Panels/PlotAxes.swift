import TextGrid

/// A number on an axis and how it is written there.
struct Tick {
  var value: Double
  var label: String
}

extension Canvas {
  /// The dots of a plot; blanks leave what stands there.
  mutating func draw(_ plot: DotPlot, row: Int, column: Int, style: Style) {
    for (line, glyphs) in plot.lines.enumerated() {
      for (across, glyph) in glyphs.enumerated() where glyph != " " {
        write(String(glyph), row: row + line, column: column + across, style: style)
      }
    }
  }

  /// Both axes of a plot whose upper left cell is at (row, column): one column to its left and two
  /// rows below. A tick stands where the plot has its value; labels that would touch are left out.
  mutating func drawAxes(
    of plot: DotPlot, row: Int, column: Int, x: [Tick], y: [Tick], _ look: PanelLook
  ) {
    let style = Style(.frame)
    for line in 0..<plot.rows {
      write(look.plain("│"), row: row + line, column: column - 1, style: style)
    }
    var lastRow: Int?
    for tick in y {
      guard let cell = plot.cell(x: plot.xRange.lowerBound, y: tick.value), cell.row != lastRow
      else { continue }
      lastRow = cell.row
      write(look.plain("┤"), row: row + cell.row, column: column - 1, style: style)
      writeRight(look.plain(tick.label), row: row + cell.row, end: column - 1, style: style)
    }
    let bottom = row + plot.rows
    write(
      look.plain("└" + String(repeating: "─", count: plot.columns)), row: bottom,
      column: column - 1, style: style)
    var free = 0
    for tick in x {
      guard let cell = plot.cell(x: tick.value, y: plot.yRange.lowerBound) else { continue }
      let (label, place) = (look.plain(tick.label), column + cell.column)
      let width = cellWidth(of: label)
      let start = min(place - (width - 1) / 2, size.columns - width)
      write(look.plain("┬"), row: bottom, column: place, style: style)
      guard start >= free else { continue }
      free = write(label, row: bottom + 1, column: start, style: style) + 1
    }
  }
}

/// The points of a plot that carry the number of their class.
struct ClassPoint {
  var index: Int
  var x: Double
  var y: Double
  /// Where it was before the last change.
  var before: (x: Double, y: Double)?
}

extension Canvas {
  /// Points with their class's number, the first ones on top. One that lies above the plot stands
  /// on its top row, with an arrow.
  mutating func draw(
    _ points: [ClassPoint], on plot: DotPlot, row: Int, column: Int, _ look: PanelLook
  ) {
    for point in points.reversed() {
      guard let before = point.before, let cell = plot.cell(x: before.x, y: before.y) else {
        continue
      }
      write(look.plain("○"), row: row + cell.row, column: column + cell.column, style: Style(.dim))
    }
    for point in points.reversed() {
      let isAbove = point.y > plot.yRange.upperBound
      guard let cell = plot.cell(x: point.x, y: min(point.y, plot.yRange.upperBound)) else {
        continue
      }
      // Ten classes and more have no digit of their own.
      let mark = point.index < 9 ? String(point.index + 1) : look.plain("●")
      let end = write(
        mark, row: row + cell.row, column: column + cell.column,
        style: Style(.probabilities, [.bold, .reverse]))
      if isAbove, cell.column + 1 < plot.columns {
        write(look.plain("↑"), row: row + cell.row, column: end, style: Style(.probabilities))
      }
    }
  }
}
