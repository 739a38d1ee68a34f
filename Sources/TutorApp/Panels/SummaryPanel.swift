import Lessons
import SoftmaxCore
import TextGrid

/// The single numbers of the example: what fills the room that editor and panels leave.
struct SummaryPanel: Panel {
  private let sum: Exponential
  private let logSum: Double
  private let entropy: Double
  private let loss: Double
  private let ofReference: (entropy: Double, divergence: Double, crossEntropy: Double)?
  /// With p given there is no S.
  private let hasSum: Bool

  init(_ source: PanelSource) {
    let quantities = source.quantities
    sum = Exponential(of: quantities.logSumInNats)
    logSum = quantities.logSum
    entropy = quantities.entropy
    loss = quantities.loss
    ofReference =
      source.comparesDistributions
      ? (
        quantities.referenceEntropy, quantities.divergence, quantities.crossEntropyOfReference
      ) : nil
    hasSum = source.example.givenProbabilities == nil
  }

  func rows(for width: Int) -> Int { 1 + (hasSum ? 2 : 0) + 1 + (ofReference == nil ? 1 : 3) }

  func sentences(_ look: PanelLook) -> [String] {
    [look.text(.panelSummary, look.unitName)]
      + lines(look).map { look.plain($0.label) + " " + $0.value }
  }

  func drawn(_ look: PanelLook) -> Canvas {
    let lines = lines(look)
    var canvas = Canvas(size: Size(columns: look.width, rows: lines.count + 1))
    canvas.write(look.text(.panelSummary, look.unitName), row: 0, column: 0, style: Style(.dim))
    let label = lines.map { cellWidth(of: look.plain($0.label)) }.max() ?? 0
    for (row, line) in lines.enumerated() {
      canvas.write(look.plain(line.label), row: row + 1, column: 0, style: Style(line.role))
      canvas.writeRight(
        line.value, row: row + 1, end: label + 4 + max(10, look.decimals + 6),
        style: Style(line.role))
    }
    return canvas
  }

  private func lines(_ look: PanelLook) -> [(label: String, value: String, role: Role)] {
    var lines: [(label: String, value: String, role: Role)] = []
    if hasSum {
      let sum = formatted(sum, decimals: look.decimals, tier: look.tier)
      lines = [("S = Σ exp z", sum, .sum), ("log S", look.number(logSum), .sum)]
    }
    lines.append(("H(p)", look.number(entropy), .loss))
    if let (entropy, divergence, crossEntropy) = ofReference {
      lines += [
        ("H(P)", look.number(entropy), .loss), ("D(P‖Q)", look.number(divergence), .loss),
        ("H(P,Q)", look.number(crossEntropy), .loss),
      ]
    } else {
      lines.append(("L = −Σ y log p", look.number(loss), .loss))
    }
    return lines
  }
}
