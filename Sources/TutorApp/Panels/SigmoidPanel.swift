import Lessons
import TextGrid

extension PanelTypes { var sigmoid: Drawing { SigmoidPanel.init } }

/// One sigmoid a score beside softmax: sigmoids do not compete, so they do not add up to 1.
struct SigmoidPanel: TablePanel {
  private let scores: [Double]
  private let alone: [Double]
  private let together: [Double]
  private let sumAlone: Double
  private let sumTogether: Double
  private let dividesByTemperature: Bool

  init(_ source: PanelSource) {
    let quantities = source.quantities
    scores = quantities.effectiveLogits
    dividesByTemperature = quantities.effectiveTemperature != 1
    alone = quantities.sigmoids
    together = quantities.probabilities
    sumAlone = quantities.sigmoidSum
    sumTogether = quantities.probabilitySum
  }

  var classCount: Int { scores.count }

  /// With the sums.
  func rows(for width: Int) -> Int { classCount + 3 + (classCount == 2 ? 1 : 0) }

  func table(_ look: PanelLook, before: SigmoidPanel?) -> Table {
    var table = Table(
      title: look.text(.panelSigmoid), labels: classLabels,
      columns: [
        look.column("z", .scores, scores, rank: 1), look.column("σ(z)", .probabilities, alone),
        look.column("softmax", .probabilities, together),
      ])
    table.footers = [
      (look.text(.panelSum), ["", look.number(sumAlone), look.number(sumTogether)])
    ]
    table.bars = Table.Bars(
      values: BarValue.list(together, before: before?.together), scale: .probability,
      role: .probabilities, scaleText: look.text(.panelScaleOf, "softmax", "1"))
    if classCount == 2 {
      table.note = look.text(dividesByTemperature ? .panelSigmoidTwoT : .panelSigmoidTwo)
    }
    return table
  }
}
