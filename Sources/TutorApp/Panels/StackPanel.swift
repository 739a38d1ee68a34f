import Lessons
import TextGrid

/// Entropy and divergence stacked to the cross entropy, on one scale.
struct StackPanel {
  let context: PanelContext

  func canvas() -> Canvas {
    let quantities = context.quantities
    let (entropy, divergence, total) = (
      quantities.referenceEntropy, quantities.divergence, quantities.crossEntropyOfReference
    )
    var canvas = Canvas(size: Size(columns: context.width, rows: 5))
    canvas.write(
      context.text(.panelStack, context.unitName), row: 0, column: 0, style: Style(.dim))
    let number = max(
      6, [entropy, divergence, total].map { cellWidth(of: context.number($0)) }.max() ?? 6)
    let room = max(1, context.width - number - 1)
    let scale = total.isFinite && total > 0 ? total : 1
    let entropyCells = total.isFinite ? Int((entropy / scale * Double(room)).rounded()) : 0
    let (full, light) = context.tier == .ascii ? ("#", ":") : ("█", "▒")

    canvas.write(
      total > 0 ? String(repeating: full, count: room) : "", row: 1, column: 0, style: Style(.loss))
    canvas.writeRight(context.number(total), row: 1, end: context.width, style: Style(.loss))
    canvas.write(
      String(repeating: full, count: entropyCells), row: 2, column: 0, style: Style(.sum))
    canvas.write(
      String(repeating: light, count: total > 0 ? room - entropyCells : 0), row: 2,
      column: entropyCells, style: Style(.gradient))

    var column = canvas.write(
      "\(full) " + context.text(.panelEntropy) + " " + context.number(entropy), row: 3, column: 0,
      style: Style(.sum))
    let plus = "  +  \(light) " + context.text(.panelDivergence) + " " + context.number(divergence)
    let row = column + cellWidth(of: plus) <= context.width ? 3 : 4
    column = canvas.write(
      plus, row: row, column: row == 3 ? column : 0, style: Style(.gradient))
    let reverse = context.text(.panelReverse, context.number(quantities.reverseDivergence))
    if row == 3 {
      canvas.write(reverse, row: 4, column: 0, style: Style(.dim))
    }
    return canvas
  }
}
