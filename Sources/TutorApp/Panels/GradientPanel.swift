import Lessons
import TextGrid

/// The gradient of the loss as signed bars, beside central differences of the loss itself.
struct GradientPanel {
  let context: PanelContext

  func canvas() -> Canvas {
    let gradient = context.quantities.gradient
    let numeric = context.quantities.numericGradient
    let chosen = window(
      around: context.focus.chosenClass ?? 0, count: gradient.count,
      room: max(1, context.rows - 2))
    var canvas = Canvas(size: Size(columns: context.width, rows: chosen.count + 2))
    let number = max(7, gradient.map { cellWidth(of: context.number($0, plus: true)) }.max() ?? 7)
    let showsParts = context.width >= 60
    let partEnd = 4 + (showsParts ? 2 * (number + 2) : 0)
    let valueEnd = partEnd + number + 1
    let numericEnd = valueEnd + max(number, 11) + 2
    let half = max(0, (context.width - numericEnd - 3) / 2)

    if showsParts {
      canvas.writeRight(
        context.text(.panelP), row: 0, end: 4 + number + 1, style: Style(.probabilities))
      canvas.writeRight(
        context.text(.panelTarget), row: 0, end: partEnd - 1, style: Style(.target))
      canvas.writeRight(context.text(.panelSlope), row: 0, end: valueEnd, style: Style(.gradient))
    } else {
      canvas.write(
        context.text(.panelGradient, context.unitName), row: 0, column: 0, style: Style(.dim))
    }
    canvas.writeRight(
      context.text(.panelNumeric), row: 0, end: numericEnd, style: Style(.dim))
    let notes =
      (chosen.count < gradient.count ? [context.cue(of: chosen)] : [])
      + (showsParts ? [context.text(.panelInUnit, context.unitName)] : [])
    canvas.writeRight(
      notes.joined(separator: ", "), row: 0, end: context.width, style: Style(.dim))
    let scale = gradient.map(abs).filter(\.isFinite).max() ?? 0
    for (line, k) in chosen.enumerated() {
      let row = line + 1
      canvas.writeRight(context.indexed("z", k), row: row, end: 3, style: Style(.scores))
      if showsParts {
        canvas.writeRight(
          context.number(context.quantities.probabilities[k]), row: row, end: 4 + number + 1,
          style: Style(.probabilities))
        canvas.writeRight(
          context.number(context.example.target[k]), row: row, end: partEnd - 1,
          style: Style(.target))
      }
      canvas.writeRight(
        context.number(gradient[k], plus: true), row: row, end: valueEnd, style: Style(.gradient))
      canvas.writeRight(
        context.number(numeric[k], plus: true), row: row, end: numericEnd, style: Style(.dim))
      let share = scale > 0 && gradient[k].isFinite ? gradient[k] / scale : 0
      canvas.write(
        Bar.signed(share, half: half, tier: context.tier), row: row, column: numericEnd + 2,
        style: Style(.gradient))
    }
    let row = chosen.count + 1
    let column = canvas.write(
      context.text(.panelSumIs, context.number(context.quantities.gradientSum, plus: true)),
      row: row, column: 0, style: Style(.dim))
    let apart = context.text(
      .panelLargest, scientific(context.quantities.largestGradientDifference, tier: context.tier))
    if column + 2 + cellWidth(of: apart) <= context.width {
      canvas.writeRight(apart, row: row, end: context.width, style: Style(.dim))
    }
    return canvas
  }
}

extension Model.Focus {
  /// The class whose number is chosen in the editor.
  var chosenClass: Int? {
    switch self {
    case .editor(.logit(let index)), .editor(.target(let index)), .editor(.reference(let index)):
      return index
    default: return nil
    }
  }
}
