import Lessons
import Notation
import TextGrid
import Typesetting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension PanelTypes { var tangent: Drawing { TangentPanel.init } }

/// ln x and its tangent at 1, x − 1, with a point for what a formula is worth in each class: what
/// the proofs by ln x ≤ x − 1 look at.
struct TangentPanel: Panel {
  /// The formula of x on one row.
  private let name: String
  private let x: [Double]
  private let logs: [Double]
  private let tangents: [Double]
  private let axisColumns = 4
  private static let largestTop = 10.0
  private static let bottom = -3.0

  init(_ source: PanelSource) {
    name = source.request?.formula?.inlineText() ?? ""
    x =
      source.request?.formula.map { formula in
        source.quantities.probabilities.indices.map { source.value(formula, $0, $0) }
      } ?? []
    logs = x.map { log($0) }
    tangents = x.map { $0 - 1 }
  }

  /// A picture that can be read, and a line a class beside it.
  func rows(for width: Int) -> Int { max(12, x.count + 2) }

  func fullRows(for width: Int) -> Int { 26 }

  func sentences(_ look: PanelLook) -> [String] {
    [look.text(.panelTangent, look.plain(name))]
      + x.indices.map { index in
        look.text(.statusClass, String(index + 1)) + ": "
          + look.text(
            .panelTangentPoint, look.number(x[index]), look.number(logs[index]),
            look.number(tangents[index]))
      }
  }

  func drawn(_ look: PanelLook) -> Canvas {
    let before = look.before as? TangentPanel
    let hasTitle = look.rows >= 6
    let top = hasTitle ? 1 : 0
    let rows = max(2, look.rows - 2 - top)
    var canvas = Canvas(size: Size(columns: look.width, rows: rows + 2 + top))
    let list = ClassList(
      [
        ClassList.Column("x", .probabilities, x), ClassList.Column("ln x", .loss, logs),
        ClassList.Column("x − 1", .gradient, tangents),
      ], look)
    let listColumns = look.width >= axisColumns + 24 + list.width ? list.width + 2 : 0
    // The whole course of the two is seen from 0 to 2; beyond 10 they only part further.
    let right = min(
      Self.largestTop, BarScale.steps(covering: x + (before?.x ?? []), least: 2).top)
    let columns = max(10, look.width - axisColumns - listColumns)
    func plot(_ mark: String, _ f: (Double) -> Double) -> DotPlot {
      var plot = DotPlot(
        columns: columns, rows: rows, xRange: 0...right, yRange: Self.bottom...(right - 1),
        tier: look.tier, asciiMark: mark)
      plot.plot(f)
      return plot
    }
    let line = plot(".") { $0 - 1 }
    let curve = plot("*") { log($0) }
    if hasTitle {
      canvas.write(
        look.text(.panelTangent, look.plain(name)), row: 0, column: 0, style: Style(.dim))
    }
    canvas.draw(line, row: top, column: axisColumns, style: Style(.gradient))
    canvas.draw(curve, row: top, column: axisColumns, style: Style(.loss))
    canvas.drawAxes(
      of: curve, row: top, column: axisColumns, x: ticks(0, right),
      y: ticks(Self.bottom, right - 1),
      look)
    canvas.draw(points(before), on: curve, row: top, column: axisColumns, look)
    if listColumns > 0 { list.draw(row: top, end: look.width, rows: rows + 2, look, &canvas) }
    return canvas
  }

  private func ticks(_ from: Double, _ to: Double) -> [Tick] {
    stride(from: from, through: to, by: 1).map {
      Tick(value: $0, label: $0 < 0 ? "−" + shortest(-$0) : shortest($0))
    }
  }

  /// On the logarithm; a point that is not finite is in the list alone.
  private func points(_ before: TangentPanel?) -> [ClassPoint] {
    x.indices.compactMap { index in
      guard x[index].isFinite, logs[index].isFinite else { return nil }
      var point = ClassPoint(index: index, x: x[index], y: logs[index])
      if let before, before.x.count == x.count, before.x[index] != x[index] {
        point.before = (before.x[index], before.logs[index])
      }
      return point
    }
  }
}
