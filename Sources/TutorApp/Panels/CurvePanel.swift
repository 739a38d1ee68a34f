import Lessons
import SoftmaxCore
import TextGrid

/// The curve −log p with each of the learner's probabilities on it.
struct CurvePanel: Panel {
  /// −log p at equally spaced p from 0 to 1: far closer together than dots.
  private let curve: [Double]
  /// The largest value that the plot shows, a whole number.
  private let top: Double
  private let p: [Double]
  private let ownInformation: [Double]
  /// In plain mode: the points of the curve, in each unit.
  private let table: UnitsPanel
  private let axisColumns = 6
  private static let samples = 4_096

  init(_ source: PanelSource) {
    let unit = source.example.unit
    curve = (0...Self.samples).map { information(Double($0) / Double(Self.samples), unit: unit) }
    top = (5 / unit.naturalLogOfBase).rounded(.up)
    p = source.quantities.probabilities
    ownInformation = source.quantities.information
    table = UnitsPanel(source)
  }

  func rows(for width: Int) -> Int { 12 }

  func sentences(_ look: PanelLook) -> [String] { table.sentences(look) }

  func drawn(_ look: PanelLook) -> Canvas {
    let rows = min(max(4, look.rows - 3), 11)
    var canvas = Canvas(size: Size(columns: look.width, rows: rows + 3))
    let listColumns = look.width >= 56 ? 24 : 0
    let plotColumns = max(10, look.width - axisColumns - listColumns - 1)
    var plot = DotPlot(
      columns: plotColumns, rows: rows, xRange: 0...1, yRange: 0...top, tier: look.tier)
    plot.plot(height)

    canvas.write(
      look.text(.panelCurve, look.unitName), row: 0, column: 0, style: Style(.dim))
    for (row, line) in plot.lines.enumerated() {
      canvas.write(line, row: row + 1, column: axisColumns, style: Style(.loss))
    }
    drawAxes(plot, rows: rows, look, &canvas)
    drawPoints(plot, look, &canvas)
    if listColumns > 0 {
      drawList(column: axisColumns + plotColumns + 2, rows: rows, look, &canvas)
    }
    return canvas
  }

  /// The curve between two of its points is straight.
  private func height(at x: Double) -> Double {
    let place = x * Double(Self.samples)
    let left = min(max(0, Int(place)), Self.samples - 1)
    let share = place - Double(left)
    return share == 0 ? curve[left] : curve[left] * (1 - share) + curve[left + 1] * share
  }

  private func drawAxes(
    _ plot: DotPlot, rows: Int, _ look: PanelLook, _ canvas: inout Canvas
  ) {
    let axis = Style(.frame)
    for row in 0..<rows {
      canvas.write(look.plain("│"), row: row + 1, column: axisColumns - 1, style: axis)
    }
    var value = 0.0
    while value <= top {
      if let cell = plot.cell(x: 0, y: value) {
        canvas.writeRight(String(Int(value)), row: cell.row + 1, end: axisColumns - 2, style: axis)
        canvas.write(look.plain("┤"), row: cell.row + 1, column: axisColumns - 1, style: axis)
      }
      value += max(1, (top / Double(max(1, rows / 2))).rounded(.up))
    }
    canvas.write(
      look.plain("└" + String(repeating: "─", count: plot.columns)), row: rows + 1,
      column: axisColumns - 1, style: axis)
    for tick in [0.25, 0.5, 0.75, 1] {
      guard let cell = plot.cell(x: tick, y: 0) else { continue }
      let label = tick == 1 ? "1" : String(tick)
      canvas.write(
        look.plain("┬"), row: rows + 1, column: axisColumns + cell.column, style: axis)
      canvas.write(
        label, row: rows + 2,
        column: axisColumns + cell.column - (tick == 1 ? 0 : label.count / 2), style: axis)
    }
    canvas.write("p", row: rows + 2, column: axisColumns - 1, style: Style(.probabilities))
  }

  /// Marks carry the class number; a point above the scale sits on the top row.
  private func drawPoints(_ plot: DotPlot, _ look: PanelLook, _ canvas: inout Canvas) {
    for (index, share) in p.enumerated().reversed() {
      let height = min(ownInformation[index], plot.yRange.upperBound)
      guard let cell = plot.cell(x: share, y: height) else { continue }
      canvas.write(
        index < 9 ? String(index + 1) : look.plain("●"), row: cell.row + 1,
        column: axisColumns + cell.column, style: Style(.probabilities, [.bold, .reverse]))
    }
  }

  private func drawList(
    column: Int, rows: Int, _ look: PanelLook, _ canvas: inout Canvas
  ) {
    let shown = window(
      around: look.chosenClass, count: p.count, room: rows)
    for (line, index) in shown.enumerated() {
      let end = canvas.write(
        "\(index + 1)  ", row: line + 1, column: column, style: Style(.probabilities, .bold))
      let share = canvas.write(
        look.number(p[index]), row: line + 1, column: end,
        style: Style(.probabilities))
      canvas.write(
        "  " + look.number(ownInformation[index]), row: line + 1,
        column: share, style: Style(.loss))
    }
  }
}
