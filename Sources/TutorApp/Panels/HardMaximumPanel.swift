import Lessons
import TextGrid

extension PanelTypes { var hardmax: Drawing { HardMaximumPanel.init } }

/// One-hot argmax beside softmax.
struct HardMaximumPanel: TablePanel {
  private let scores: [Double]
  private let hard: [Double]
  private let soft: [Double]

  init(_ source: PanelSource) {
    scores = source.quantities.effectiveLogits
    hard = source.quantities.hardMaximum
    soft = source.quantities.probabilities
  }

  var classCount: Int { scores.count }

  func table(_ look: PanelLook, before: HardMaximumPanel?) -> Table {
    var table = Table(
      title: look.text(.panelHardmax), labels: classLabels,
      columns: [
        look.column("z", .scores, scores, rank: 1),
        look.column(look.text(.panelHard), .probabilities, hard),
        look.column(look.text(.panelSoft), .probabilities, soft),
      ])
    table.bars = Table.Bars(
      values: BarValue.list(soft, before: before?.soft), scale: .probability, role: .probabilities,
      scaleText: look.text(.panelScaleOf, look.text(.panelSoft), "1"))
    return table
  }
}
