import Lessons
import TextGrid

extension PanelTypes { var stack: Drawing { StackPanel.init } }

/// Entropy and divergence stacked to the cross entropy, on one scale.
struct StackPanel: Panel {
  private let entropy: Double
  private let divergence: Double
  private let total: Double
  private let reverseDivergence: Double

  init(_ source: PanelSource) {
    let quantities = source.quantities
    entropy = quantities.referenceEntropy
    divergence = quantities.divergence
    total = quantities.crossEntropyOfReference
    reverseDivergence = quantities.reverseDivergence
  }

  /// The title, the scale, two bars with their names, and the other direction.
  func rows(for width: Int) -> Int { 7 }

  func fullRows(for width: Int) -> Int { 12 }

  func sentences(_ look: PanelLook) -> [String] {
    let numbers = [
      look.text(.panelEntropy) + " " + look.number(entropy),
      look.text(.panelDivergence) + " " + look.number(divergence),
    ]
    return [
      look.text(.panelStack, look.unitName),
      numbers.joined(separator: "  +  ") + "  =  " + look.number(total),
      look.text(.panelReverse, look.number(reverseDivergence)),
    ]
  }

  func drawn(_ look: PanelLook) -> Canvas {
    let before = look.before as? StackPanel
    let scale = BarScale.steps(covering: [total, before?.total ?? 0], least: 1)
    // Short of rows, the other direction goes first, then the title, then the scale.
    let (hasReverse, hasTitle, hasScale) = (look.rows >= 7, look.rows >= 6, look.rows >= 5)
    let barRows = max(1, min(3, (look.rows - 5) / 2))
    let extra = [hasReverse, hasTitle, hasScale].filter(\.self).count
    var canvas = Canvas(size: Size(columns: look.width, rows: extra + 2 * barRows + 2))
    var row = 0
    if hasTitle {
      let end = canvas.write(
        look.text(.panelStack, look.unitName), row: 0, column: 0, style: Style(.dim))
      let text = look.text(of: scale)
      if end + 2 + cellWidth(of: text) <= look.width {
        canvas.writeRight(text, row: 0, end: look.width, style: Style(.dim))
      }
      row = 1
    }
    if hasScale {
      canvas.drawScale(scale, row: row, column: 0, width: look.width, look)
      row += 1
    }
    row = drawTotal(look, scale, before, row: row, barRows, &canvas)
    row = drawParts(look, scale, before, row: row, barRows, &canvas)
    if hasReverse {
      canvas.write(
        look.text(.panelReverse, look.number(reverseDivergence)), row: row, column: 0,
        style: Style(.dim))
    }
    return canvas
  }

  private func drawTotal(
    _ look: PanelLook, _ scale: BarScale, _ before: StackPanel?, row: Int, _ rows: Int,
    _ canvas: inout Canvas
  ) -> Int {
    canvas.draw(
      BarValue(onCells(total, scale, look), before: before.map { onCells($0.total, scale, look) }),
      on: scale, in: Region(row: row, column: 0, columns: look.width, rows: rows), role: .loss,
      tier: look.tier)
    canvas.write(
      look.text(.panelCrossEntropy) + " " + look.number(total), row: row + rows, column: 0,
      style: Style(.loss))
    return row + rows + 1
  }

  /// The value at the nearest border of a cell: so the parts end where their sum does.
  private func onCells(_ value: Double, _ scale: BarScale, _ look: PanelLook) -> Double {
    guard value.isFinite else { return value }
    let cells = (scale.share(of: value) * Double(look.width)).rounded()
    return cells / Double(look.width) * scale.top
  }

  /// The divergence begins where the entropy ends, on whole cells, so that no gap stands between.
  private func drawParts(
    _ look: PanelLook, _ scale: BarScale, _ before: StackPanel?, row: Int, _ rows: Int,
    _ canvas: inout Canvas
  ) -> Int {
    let (full, light) = look.tier == .ascii ? ("#", ":") : ("█", "▒")
    func cells(_ value: Double) -> Int {
      Int((scale.share(of: value) * Double(look.width)).rounded())
    }
    let first = cells(entropy)
    let all = max(first, cells(total))
    for line in row..<row + rows {
      canvas.write(String(repeating: full, count: first), row: line, column: 0, style: Style(.loss))
      canvas.write(
        String(repeating: light, count: all - first), row: line, column: first, style: Style(.loss))
      if let before, before.entropy != entropy {
        let mark = min(look.width - 1, cells(before.entropy))
        canvas.write(
          look.tier == .ascii ? "|" : "┊", row: line, column: mark,
          style: mark < first ? Style(.loss, .reverse) : Style(.dim))
      }
    }
    func sum(_ first: String, _ second: String) -> String {
      "\(full) \(first) \(look.number(entropy))  +  \(light) \(second) \(look.number(divergence))"
    }
    let named = sum(look.text(.panelEntropy), look.text(.panelDivergence))
    let text =
      cellWidth(of: named) <= look.width ? named : sum("H(P)", look.plain("D(P‖Q)"))
    canvas.write(text, row: row + rows, column: 0, style: Style(.loss))
    return row + rows + 1
  }
}
