import Lessons
import TextGrid

/// The gradient of the loss as signed bars, beside central differences of the loss itself.
struct GradientPanel: Panel {
  private let p: [Double]
  private let target: [Double]
  private let gradient: [Double]
  private let numeric: [Double]
  private let sum: Double
  private let largestDifference: Double

  init(_ source: PanelSource) {
    let quantities = source.quantities
    p = quantities.probabilities
    target = quantities.target
    gradient = quantities.gradient
    numeric = quantities.numericGradient
    sum = quantities.gradientSum
    largestDifference = quantities.largestGradientDifference
  }

  func rows(for width: Int) -> Int { gradient.count + 2 }

  func drawn(_ look: PanelLook) -> Canvas {
    let chosen = window(
      around: look.chosenClass, count: gradient.count,
      room: max(1, look.rows - 2))
    var canvas = Canvas(size: Size(columns: look.width, rows: chosen.count + 2))
    let number = max(7, gradient.map { cellWidth(of: look.number($0, plus: true)) }.max() ?? 7)
    let showsParts = look.width >= 60
    let partEnd = 4 + (showsParts ? 2 * (number + 2) : 0)
    let valueEnd = partEnd + number + 1
    let numericEnd = valueEnd + max(number, 11) + 2
    let half = max(0, (look.width - numericEnd - 3) / 2)

    if showsParts {
      canvas.writeRight(
        look.text(.panelP), row: 0, end: 4 + number + 1, style: Style(.probabilities))
      canvas.writeRight(
        look.text(.panelTarget), row: 0, end: partEnd - 1, style: Style(.target))
      canvas.writeRight(look.text(.panelSlope), row: 0, end: valueEnd, style: Style(.gradient))
    } else {
      canvas.write(
        look.text(.panelGradient, look.unitName), row: 0, column: 0, style: Style(.dim))
    }
    canvas.writeRight(
      look.text(.panelNumeric), row: 0, end: numericEnd, style: Style(.dim))
    let notes =
      (chosen.count < gradient.count ? [look.cue(of: chosen, outOf: gradient.count)] : [])
      + (showsParts ? [look.text(.panelInUnit, look.unitName)] : [])
    canvas.writeRight(
      notes.joined(separator: ", "), row: 0, end: look.width, style: Style(.dim))
    let scale = gradient.map(abs).filter(\.isFinite).max() ?? 0
    for (line, k) in chosen.enumerated() {
      let row = line + 1
      canvas.writeRight(look.indexed("z", k), row: row, end: 3, style: Style(.scores))
      if showsParts {
        canvas.writeRight(
          look.number(p[k]), row: row, end: 4 + number + 1,
          style: Style(.probabilities))
        canvas.writeRight(
          look.number(target[k]), row: row, end: partEnd - 1,
          style: Style(.target))
      }
      canvas.writeRight(
        look.number(gradient[k], plus: true), row: row, end: valueEnd, style: Style(.gradient))
      canvas.writeRight(
        look.number(numeric[k], plus: true), row: row, end: numericEnd, style: Style(.dim))
      let share = scale > 0 && gradient[k].isFinite ? gradient[k] / scale : 0
      canvas.write(
        Bar.signed(share, half: half, tier: look.tier), row: row, column: numericEnd + 2,
        style: Style(.gradient))
    }
    let row = chosen.count + 1
    let column = canvas.write(
      look.text(.panelSumIs, look.number(sum, plus: true)),
      row: row, column: 0, style: Style(.dim))
    let apart = look.text(
      .panelLargest, scientific(largestDifference, tier: look.tier))
    if !largestDifference.isNaN, column + 2 + cellWidth(of: apart) <= look.width {
      canvas.writeRight(apart, row: row, end: look.width, style: Style(.dim))
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
