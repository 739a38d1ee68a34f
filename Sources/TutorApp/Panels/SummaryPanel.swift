import Lessons
import SoftmaxCore
import TextGrid

extension PanelContext {
  /// The single numbers of the example: what fills the room that editor and panels leave.
  func summary() -> Canvas {
    var rows: [(label: String, value: String, role: Role)] = []
    if example.givenProbabilities == nil {
      rows = [
        (
          "S = Σ exp z",
          formattedExponential(
            quantities.logSumInNats, decimals: example.decimals, tier: tier), .sum
        ),
        ("log S", number(quantities.logSum), .sum),
      ]
    }
    rows.append(("H(p)", number(quantities.entropy), .loss))
    if comparesDistributions {
      rows += [
        ("H(P)", number(quantities.referenceEntropy), .loss),
        ("D(P‖Q)", number(quantities.divergence), .gradient),
        ("H(P,Q)", number(quantities.crossEntropyOfReference), .loss),
      ]
    } else {
      rows.append(("L = −Σ y log p", number(quantities.loss), .loss))
    }
    var canvas = Canvas(size: Size(columns: width, rows: rows.count + 1))
    canvas.write(text(.panelSummary, unitName), row: 0, column: 0, style: Style(.dim))
    let label = rows.map { cellWidth(of: plain($0.label)) }.max() ?? 0
    for (line, row) in rows.enumerated() {
      canvas.write(plain(row.label), row: line + 1, column: 0, style: Style(row.role))
      canvas.writeRight(
        row.value, row: line + 1, end: label + 4 + max(10, example.decimals + 6),
        style: Style(row.role))
    }
    return canvas
  }
}
