import Lessons
import SoftmaxCore
import TextGrid

/// The curve −log p with each of the learner's probabilities on it.
struct CurvePanel {
  let context: PanelContext
  private let axisColumns = 6

  func canvas() -> Canvas {
    let rows = min(max(4, context.rows - 3), 11)
    var canvas = Canvas(size: Size(columns: context.width, rows: rows + 3))
    let listColumns = context.width >= 56 ? 24 : 0
    let plotColumns = max(10, context.width - axisColumns - listColumns - 1)
    let unit = context.example.unit
    let top = (5 / unit.naturalLogOfBase).rounded(.up)
    var plot = DotPlot(
      columns: plotColumns, rows: rows, xRange: 0...1, yRange: 0...top, tier: context.tier)
    plot.plot { information($0, unit: unit) }

    canvas.write(
      context.text(.panelCurve, context.unitName), row: 0, column: 0, style: Style(.dim))
    for (row, line) in plot.lines.enumerated() {
      canvas.write(line, row: row + 1, column: axisColumns, style: Style(.loss))
    }
    drawAxes(plot, top: top, rows: rows, &canvas)
    drawPoints(plot, &canvas)
    if listColumns > 0 {
      drawList(column: axisColumns + plotColumns + 2, rows: rows, &canvas)
    }
    return canvas
  }

  private func drawAxes(_ plot: DotPlot, top: Double, rows: Int, _ canvas: inout Canvas) {
    let axis = Style(.frame)
    for row in 0..<rows {
      canvas.write(context.plain("│"), row: row + 1, column: axisColumns - 1, style: axis)
    }
    var value = 0.0
    while value <= top {
      if let cell = plot.cell(x: 0, y: value) {
        canvas.writeRight(String(Int(value)), row: cell.row + 1, end: axisColumns - 2, style: axis)
        canvas.write(context.plain("┤"), row: cell.row + 1, column: axisColumns - 1, style: axis)
      }
      value += max(1, (top / Double(max(1, rows / 2))).rounded(.up))
    }
    canvas.write(
      context.plain("└" + String(repeating: "─", count: plot.columns)), row: rows + 1,
      column: axisColumns - 1, style: axis)
    for tick in [0.25, 0.5, 0.75, 1] {
      guard let cell = plot.cell(x: tick, y: 0) else { continue }
      let label = tick == 1 ? "1" : String(tick)
      canvas.write(
        context.plain("┬"), row: rows + 1, column: axisColumns + cell.column, style: axis)
      canvas.write(
        label, row: rows + 2,
        column: axisColumns + cell.column - (tick == 1 ? 0 : label.count / 2), style: axis)
    }
    canvas.write("p", row: rows + 2, column: axisColumns - 1, style: Style(.probabilities))
  }

  /// Marks carry the class number; a point above the scale sits on the top row.
  private func drawPoints(_ plot: DotPlot, _ canvas: inout Canvas) {
    for (index, share) in context.quantities.probabilities.enumerated().reversed() {
      let height = min(context.quantities.information[index], plot.yRange.upperBound)
      guard let cell = plot.cell(x: share, y: height) else { continue }
      canvas.write(
        index < 9 ? String(index + 1) : context.plain("●"), row: cell.row + 1,
        column: axisColumns + cell.column, style: Style(.probabilities, [.bold, .reverse]))
    }
  }

  private func drawList(column: Int, rows: Int, _ canvas: inout Canvas) {
    let shown = window(
      around: context.focus.chosenClass ?? 0, count: context.example.classCount, room: rows)
    for (line, index) in shown.enumerated() {
      let end = canvas.write(
        "\(index + 1)  ", row: line + 1, column: column, style: Style(.probabilities, .bold))
      let share = canvas.write(
        context.number(context.quantities.probabilities[index]), row: line + 1, column: end,
        style: Style(.probabilities))
      canvas.write(
        "  " + context.number(context.quantities.information[index]), row: line + 1,
        column: share, style: Style(.loss))
    }
  }
}
