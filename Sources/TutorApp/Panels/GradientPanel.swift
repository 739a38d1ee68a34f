import Lessons
import TextGrid

extension PanelTypes { var gradient: Drawing { GradientPanel.init } }

/// The gradient of the loss as signed bars, beside central differences of the loss itself.
struct GradientPanel: TablePanel {
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

  var classCount: Int { gradient.count }

  /// With the sum and the largest difference.
  func rows(for width: Int) -> Int { classCount + 4 }

  func table(_ look: PanelLook, before: GradientPanel?) -> Table {
    var table = Table(
      title: look.text(.panelGradient, look.unitName),
      labels: gradient.indices.map { look.indexed("z", $0) },
      columns: [
        look.column(look.text(.panelP), .probabilities, p, rank: 1),
        look.column(look.text(.panelTarget), .target, target, rank: 1),
        look.column(look.text(.panelSlope), .gradient, gradient, plus: true),
        look.column(look.text(.panelNumeric), .dim, numeric, plus: true, rank: 2),
      ])
    table.footers = [(look.text(.panelSum), ["", "", look.number(sum, plus: true), ""])]
    // In nats at T = 1 no slope is beyond ±1.
    let scale = BarScale.steps(
      covering: gradient + (before?.gradient ?? []), least: 1, isSigned: true)
    table.bars = Table.Bars(
      values: BarValue.list(gradient, before: before?.gradient), scale: scale, role: .gradient)
    table.note = note(look)
    return table
  }

  /// How far the two columns are apart, and why some of it has no number.
  private func note(_ look: PanelLook) -> String {
    if gradient.contains(where: \.isNaN) { return look.text(.panelNoSlope) }
    let apart =
      largestDifference.isNaN
      ? [] : [look.text(.panelLargest, scientific(largestDifference, tier: look.tier))]
    let masked = numeric.contains(where: \.isNaN) ? [look.text(.panelNoDifference)] : []
    return (apart + masked).joined(separator: "; ")
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
