import Lessons
import SoftmaxCore
import TextGrid

extension PanelTypes { var curve: Drawing { CurvePanel.init } }

/// The curve −log p with each of the learner's probabilities on it.
struct CurvePanel: Panel {
  /// −log p at equally spaced p from 0 to 1: far closer together than dots.
  private let curve: [Double]
  /// The largest value that the plot shows, a whole number: 5 nats or more, whatever the points.
  private let top: Double
  private let p: [Double]
  private let ownInformation: [Double]
  /// In plain mode: the points of the curve, in each unit.
  private let table: UnitsPanel
  private let axisColumns = 4
  private static let samples = 4_096

  init(_ source: PanelSource) {
    let unit = source.example.unit
    curve = (0...Self.samples).map { information(Double($0) / Double(Self.samples), unit: unit) }
    top = (5 / unit.naturalLogOfBase).rounded(.up)
    p = source.quantities.probabilities
    ownInformation = source.quantities.information
    table = UnitsPanel(source)
  }

  /// A picture that can be read, and a line a class beside it.
  func rows(for width: Int) -> Int { max(12, p.count + 2) }

  func fullRows(for width: Int) -> Int { 26 }

  func sentences(_ look: PanelLook) -> [String] { table.sentences(look) }

  func drawn(_ look: PanelLook) -> Canvas {
    let hasTitle = look.rows >= 6
    let top = hasTitle ? 1 : 0
    let rows = max(2, look.rows - 2 - top)
    var canvas = Canvas(size: Size(columns: look.width, rows: rows + 2 + top))
    let list = ClassList(
      [
        ClassList.Column("p", .probabilities, p), ClassList.Column("−log p", .loss, ownInformation),
      ], look)
    // High up on the right the curve leaves room for a list; a longer one stands beside it.
    let isInside = p.count + 1 <= rows * 7 / 10 && list.width <= (look.width - axisColumns) * 6 / 10
    let hasList = isInside || look.width >= axisColumns + 30 + list.width
    var plot = DotPlot(
      columns: max(10, look.width - axisColumns - (hasList && !isInside ? list.width + 2 : 0)),
      rows: rows, xRange: 0...1, yRange: 0...self.top, tier: look.tier)
    plot.plot(height)
    if hasTitle {
      canvas.write(look.text(.panelCurve, look.unitName), row: 0, column: 0, style: Style(.dim))
    }
    canvas.draw(plot, row: top, column: axisColumns, style: Style(.loss))
    canvas.drawAxes(
      of: plot, row: top, column: axisColumns, x: Self.ticks, y: heights(rows: rows), look)
    canvas.draw(points(look.before as? CurvePanel), on: plot, row: top, column: axisColumns, look)
    if hasList { list.draw(row: top, end: look.width, rows: rows + 2, look, &canvas) }
    return canvas
  }

  private static let ticks = [
    Tick(value: 0, label: "0"), Tick(value: 0.25, label: "0.25"), Tick(value: 0.5, label: "0.5"),
    Tick(value: 0.75, label: "0.75"), Tick(value: 1, label: "1"),
  ]

  /// Whole numbers, as many as have a row each.
  private func heights(rows: Int) -> [Tick] {
    let step = max(1, (top / Double(max(1, rows - 1))).rounded(.up))
    return stride(from: 0, through: top, by: step).map { Tick(value: $0, label: shortest($0)) }
  }

  private func points(_ before: CurvePanel?) -> [ClassPoint] {
    p.indices.map { index in
      var point = ClassPoint(index: index, x: p[index], y: ownInformation[index])
      if let before, before.p.count == p.count, before.top == top, before.p[index] != p[index] {
        point.before = (before.p[index], before.ownInformation[index])
      }
      return point
    }
  }

  /// The curve between two of its points is straight.
  private func height(at x: Double) -> Double {
    let place = x * Double(Self.samples)
    let left = min(max(0, Int(place)), Self.samples - 1)
    let share = place - Double(left)
    return share == 0 ? curve[left] : curve[left] * (1 - share) + curve[left + 1] * share
  }
}
