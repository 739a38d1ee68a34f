import Lessons
import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension PanelTypes { var differences: Drawing { DifferencesPanel.init } }

/// How far central differences of the loss are from its gradient, for every step h, both axes
/// logarithmic: a V, whose right side is the curvature, ∝ h², and whose left side is rounding, ∝ 1/h.
struct DifferencesPanel: Panel {
  /// log₁₀ h.
  private let exponents: [Double]
  /// The largest error of any class; NaN where no difference can be taken.
  private let errors: [Double]
  private let axisColumns = 6
  private static let decades = -12...0
  private static let stepsPerDecade = 4
  private static let heights = -14.0...1.0

  init(_ source: PanelSource) {
    let count = Self.decades.count - 1
    exponents = (0...count * Self.stepsPerDecade).map {
      Double(Self.decades.lowerBound) + Double($0) / Double(Self.stepsPerDecade)
    }
    errors = source.quantities.differenceErrors(at: exponents.map { pow(10, $0) })
  }

  func rows(for width: Int) -> Int { 12 }

  func fullRows(for width: Int) -> Int { 26 }

  /// The step with the smallest error; nil where no error is above 0.
  private var best: Int? {
    errors.indices.filter { errors[$0] > 0 }.min { errors[$0] < errors[$1] }
  }

  /// What stands in place of the V where there is none.
  private var reason: Phrase? {
    // A single 0 is luck.
    if errors.count(where: { $0 == 0 }) > errors.count / 2 { return .panelDifferencesNone }
    return best == nil ? .panelDifferencesUndefined : nil
  }

  func sentences(_ look: PanelLook) -> [String] {
    let title = look.text(.panelDifferences)
    if let reason { return [title, look.text(reason)] }
    let rows = exponents.indices.filter { $0 % Self.stepsPerDecade == 0 }.reversed().map { index in
      look.text(
        .panelDifferencesAt, scientific(pow(10, exponents[index]), decimals: 0, tier: look.tier),
        error(index, look))
    }
    return [title] + rows + bestText(look) + [look.text(.panelDifferencesWhy)]
  }

  private func error(_ index: Int, _ look: PanelLook) -> String {
    errors[index].isNaN ? look.plain("—") : scientific(errors[index], tier: look.tier)
  }

  private func bestText(_ look: PanelLook) -> [String] {
    guard let best else { return [] }
    return [
      look.text(
        .panelBestStep, scientific(pow(10, exponents[best]), tier: look.tier), error(best, look))
    ]
  }

  func drawn(_ look: PanelLook) -> Canvas {
    let top = titleRows(look)
    let rows = max(2, look.rows - 2 - top)
    var canvas = Canvas(size: Size(columns: look.width, rows: rows + 2 + top))
    drawTitle(rows: top, look, &canvas)
    if let reason {
      canvas.write(look.text(reason), row: top, column: 0)
      return canvas
    }
    if let before = look.before as? DifferencesPanel, before.errors != errors {
      canvas.draw(before.plot(look, rows: rows), row: top, column: axisColumns, style: Style(.dim))
    }
    let plot = plot(look, rows: rows)
    canvas.draw(plot, row: top, column: axisColumns, style: Style(.gradient))
    canvas.drawAxes(
      of: plot, row: top, column: axisColumns, x: powers(-12, 0), y: powers(-14, 1), look)
    drawReasons(plot, top: top, look, &canvas)
    drawBest(plot, top: top, look, &canvas)
    return canvas
  }

  private func plot(_ look: PanelLook, rows: Int) -> DotPlot {
    var plot = DotPlot(
      columns: max(10, look.width - axisColumns), rows: rows,
      xRange: Double(Self.decades.lowerBound)...Double(Self.decades.upperBound),
      yRange: Self.heights, tier: look.tier)
    plot.plot(height(at:))
    return plot
  }

  /// Title and best step share a row where they can.
  private func titleRows(_ look: PanelLook) -> Int {
    let texts = [look.text(.panelDifferences)] + bestText(look)
    let width = texts.reduce(-2) { $0 + 2 + cellWidth(of: $1) }
    let wanted = width <= look.width ? 1 : texts.count
    return look.rows >= 6 + wanted ? wanted : look.rows >= 6 ? 1 : 0
  }

  private func drawTitle(rows: Int, _ look: PanelLook, _ canvas: inout Canvas) {
    guard rows > 0 else { return }
    let end = canvas.write(look.text(.panelDifferences), row: 0, column: 0, style: Style(.dim))
    for text in bestText(look) {
      let style = Style(.gradient, .bold)
      if rows > 1 {
        canvas.write(text, row: 1, column: 0, style: style)
      } else if end + 2 + cellWidth(of: text) <= look.width {
        canvas.writeRight(text, row: 0, end: look.width, style: style)
      }
    }
  }

  private func drawBest(_ plot: DotPlot, top: Int, _ look: PanelLook, _ canvas: inout Canvas) {
    guard let best, let cell = plot.cell(x: exponents[best], y: height(of: errors[best])) else {
      return
    }
    let column = axisColumns + cell.column
    for row in cell.row + 1..<max(cell.row + 1, plot.rows) {
      canvas.write(
        look.tier == .ascii ? ":" : "┊", row: top + row, column: column, style: Style(.dim))
    }
    canvas.write(
      look.plain("●"), row: top + cell.row, column: column,
      style: Style(.gradient, [.bold, .reverse]))
  }

  /// Why the V has two sides, under each of them, where both have room.
  private func drawReasons(_ plot: DotPlot, top: Int, _ look: PanelLook, _ canvas: inout Canvas) {
    let (left, right) = (look.text(.panelRounding), look.text(.panelCurvature))
    guard plot.rows >= 5, cellWidth(of: left) + cellWidth(of: right) + 8 <= plot.columns else {
      return
    }
    let row = top + plot.rows - 1
    canvas.write(left, row: row, column: axisColumns + 1, style: Style(.dim))
    canvas.writeRight(right, row: row, end: look.width, style: Style(.dim))
  }

  /// Between two steps that were computed the line is straight.
  private func height(at exponent: Double) -> Double {
    let place =
      (exponent - Double(Self.decades.lowerBound)) * Double(Self.stepsPerDecade)
    let left = min(max(0, Int(place)), errors.count - 2)
    let share = place - Double(left)
    let (from, to) = (height(of: errors[left]), height(of: errors[left + 1]))
    return share == 0 ? from : from * (1 - share) + to * share
  }

  private func height(of error: Double) -> Double {
    guard error > 0 else { return .nan }
    return min(max(log10(error), Self.heights.lowerBound), Self.heights.upperBound)
  }

  private func powers(_ from: Int, _ to: Int) -> [Tick] {
    stride(from: to / 3 * 3, through: from, by: -3).reversed().map { power in
      Tick(
        value: Double(power),
        label: power == 0 ? "1" : "10⁻" + superscriptDigits(-power))
    }
  }
}

/// 12 → `¹²`.
private func superscriptDigits(_ number: Int) -> String {
  let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  return String(String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
}
