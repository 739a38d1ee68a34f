import Lessons
import TextGrid

/// One sigmoid a score beside softmax: sigmoids do not compete, so they do not add up to 1.
struct SigmoidPanel: TablePanel {
  private let scores: [Double]
  private let alone: [Double]
  private let together: [Double]
  private let sumAlone: Double
  private let sumTogether: Double

  init(_ source: PanelSource) {
    let quantities = source.quantities
    scores = source.example.logits
    alone = quantities.sigmoids
    together = quantities.probabilities
    sumAlone = quantities.sigmoidSum
    sumTogether = quantities.probabilitySum
  }

  var classCount: Int { scores.count }

  /// With the sums.
  func rows(for width: Int) -> Int { classCount + 3 }

  func table(_ look: PanelLook) -> Table {
    var table = Table(
      title: look.text(.panelSigmoid), labels: classLabels,
      columns: [
        look.column("z", .scores, scores), look.column("σ(z)", .sum, alone),
        look.column("softmax", .probabilities, together),
      ])
    table.footers = [
      (look.text(.panelSum), ["", look.number(sumAlone), look.number(sumTogether)])
    ]
    if classCount == 2 { table.note = look.text(.panelSigmoidTwo) }
    return table
  }
}
