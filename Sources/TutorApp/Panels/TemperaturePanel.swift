import Lessons
import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension PanelTypes { var temperature: Drawing { TemperaturePanel.init } }

/// p as the temperature goes from 0 (one-hot) to ∞ (uniform): a table with bars for the learner's
/// own T, and where there is room a curve a class over the temperatures between.
struct TemperaturePanel: Panel {
  private let variants: [Quantities.TemperatureVariant]
  private let own: Double
  private let p: [Double]
  /// p at equally spaced log₁₀ T.
  private let courses: [[Double]]
  private static let exponents = -1.0...1.0
  private static let samples = 96
  private static let leastPlot = 7
  private static let axisColumns = 5

  init(_ source: PanelSource) {
    variants = source.quantities.temperatureVariants
    own = source.quantities.effectiveTemperature
    p = source.quantities.probabilities
    let temperatures = (0...Self.samples).map { sample in
      let share = Double(sample) / Double(Self.samples)
      return pow(10, Self.exponents.lowerBound + 2 * share)
    }
    courses = temperatures.map { source.quantities.probabilities(at: $0) }
  }

  /// The table alone.
  func rows(for width: Int) -> Int { p.count + 2 }

  func fullRows(for width: Int) -> Int { rows(for: width) + 20 }

  func sentences(_ look: PanelLook) -> [String] {
    table(look, before: nil).sentences { look.text(.statusClass, $0) }
  }

  func drawn(_ look: PanelLook) -> Canvas {
    let before = look.before as? TemperaturePanel
    let plotRows = look.rows - rows(for: look.width) - 1
    guard plotRows >= Self.leastPlot else {
      return table(look, before: before).canvas(look, around: look.chosenClass) {
        look.cue(of: $0, outOf: p.count)
      }
    }
    var above = look
    above.rows = rows(for: look.width)
    let table = table(above, before: before).canvas(above, cue: { _ in "" })
    var canvas = Canvas(size: Size(columns: look.width, rows: table.size.rows + 1 + plotRows))
    canvas.draw(table, row: 0, column: 0)
    drawCourses(before, row: table.size.rows + 1, rows: plotRows - 2, look, &canvas)
    return canvas
  }

  private func table(_ look: PanelLook, before: TemperaturePanel?) -> Table {
    var table = Table(
      title: look.text(.panelTemperature), labels: p.indices.map { String($0 + 1) },
      columns: variants.map { variant in
        // The ends and the learner's own stay when it is narrow.
        let isOwn = variant.temperature == own
        let isEnd = variant.temperature == 0 || variant.temperature.isInfinite
        return look.column(
          look.plain("T = " + name(of: variant.temperature)), isOwn ? .probabilities : .body,
          variant.probabilities, rank: isOwn ? 0 : isEnd ? 1 : 2)
      })
    table.bars = Table.Bars(
      values: BarValue.list(p, before: before?.p), scale: .probability, role: .probabilities,
      scaleText: look.text(.panelScaleOf, look.plain("T = " + name(of: own)), "1"))
    return table
  }

  private func drawCourses(
    _ before: TemperaturePanel?, row: Int, rows: Int, _ look: PanelLook, _ canvas: inout Canvas
  ) {
    var plot = DotPlot(
      columns: max(10, look.width - Self.axisColumns), rows: rows, xRange: Self.exponents,
      yRange: 0...1, tier: look.tier)
    for index in p.indices { plot.plot { share(of: index, at: $0) } }
    canvas.draw(plot, row: row, column: Self.axisColumns, style: Style(.probabilities))
    let ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10]
    canvas.drawAxes(
      of: plot, row: row, column: Self.axisColumns,
      x: ticks.map { Tick(value: log10($0), label: ($0 == 0.1 ? "T = " : "") + shortest($0)) },
      y: [Tick(value: 0, label: "0"), Tick(value: 0.5, label: "0.5"), Tick(value: 1, label: "1")],
      look)
    canvas.draw(points(before), on: plot, row: row, column: Self.axisColumns, look)
  }

  /// At the learner's own T, if it is one of those between.
  private func points(_ before: TemperaturePanel?) -> [ClassPoint] {
    p.indices.map { index in
      var point = ClassPoint(index: index, x: log10(own), y: p[index])
      if let before, before.p.count == p.count, before.p[index] != p[index] {
        point.before = (log10(before.own), before.p[index])
      }
      return point
    }
  }

  private func share(of index: Int, at exponent: Double) -> Double {
    let place = (exponent - Self.exponents.lowerBound) / 2 * Double(Self.samples)
    let left = min(max(0, Int(place)), Self.samples - 1)
    let share = place - Double(left)
    return courses[left][index] * (1 - share) + courses[left + 1][index] * share
  }

  private func name(of temperature: Double) -> String {
    temperature.isInfinite ? "∞" : shortest(temperature)
  }
}
