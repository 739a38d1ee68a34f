import Lessons
import TextGrid

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

  func rows(for width: Int) -> Int { 5 }

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
    var canvas = Canvas(size: Size(columns: look.width, rows: 5))
    canvas.write(
      look.text(.panelStack, look.unitName), row: 0, column: 0, style: Style(.dim))
    let number = max(
      6, [entropy, divergence, total].map { cellWidth(of: look.number($0)) }.max() ?? 6)
    let room = max(1, look.width - number - 1)
    let scale = total.isFinite && total > 0 ? total : 1
    let entropyCells = total.isFinite ? Int((entropy / scale * Double(room)).rounded()) : 0
    let (full, light) = look.tier == .ascii ? ("#", ":") : ("█", "▒")

    canvas.write(
      total > 0 ? String(repeating: full, count: room) : "", row: 1, column: 0, style: Style(.loss))
    canvas.writeRight(look.number(total), row: 1, end: look.width, style: Style(.loss))
    canvas.write(
      String(repeating: full, count: entropyCells), row: 2, column: 0, style: Style(.sum))
    canvas.write(
      String(repeating: light, count: total > 0 ? room - entropyCells : 0), row: 2,
      column: entropyCells, style: Style(.gradient))

    var column = canvas.write(
      "\(full) " + look.text(.panelEntropy) + " " + look.number(entropy), row: 3, column: 0,
      style: Style(.sum))
    let plus = "  +  \(light) " + look.text(.panelDivergence) + " " + look.number(divergence)
    let row = column + cellWidth(of: plus) <= look.width ? 3 : 4
    column = canvas.write(
      plus, row: row, column: row == 3 ? column : 0, style: Style(.gradient))
    let reverse = look.text(.panelReverse, look.number(reverseDivergence))
    if row == 3 {
      canvas.write(reverse, row: 4, column: 0, style: Style(.dim))
    }
    return canvas
  }
}
