import Lessons
import TextGrid

/// One-hot argmax beside softmax.
struct HardMaximumPanel: TablePanel {
  private let scores: [Double]
  private let hard: [Double]
  private let soft: [Double]

  init(_ source: PanelSource) {
    scores = source.example.logits
    hard = source.quantities.hardMaximum
    soft = source.quantities.probabilities
  }

  var classCount: Int { scores.count }

  func table(_ look: PanelLook) -> Table {
    Table(
      title: look.text(.panelHardmax), labels: classLabels,
      columns: [
        look.column("z", .scores, scores), look.column(look.text(.panelHard), .target, hard),
        look.column(look.text(.panelSoft), .probabilities, soft),
      ])
  }
}
