import Lessons
import TextGrid

/// Each class's share of the entropy of p.
struct EntropyTermsPanel: TablePanel {
  private let p: [Double]
  private let information: [Double]
  private let terms: [Double]
  private let sum: Double
  private let entropy: Double
  private let bound: Double

  init(_ source: PanelSource) {
    let quantities = source.quantities
    p = quantities.probabilities
    information = quantities.information
    terms = quantities.entropyTerms
    sum = quantities.probabilitySum
    entropy = quantities.entropy
    bound = quantities.entropyBound
  }

  var classCount: Int { p.count }

  /// With the sum and the largest entropy that so many classes can have.
  func rows(for width: Int) -> Int { classCount + 4 }

  func table(_ look: PanelLook) -> Table {
    var table = Table(
      title: look.text(.panelTerms, look.unitName), labels: classLabels,
      columns: [
        look.column("p", .probabilities, p), look.column("−log p", .loss, information),
        look.column("−p log p", .sum, terms),
      ])
    table.footers = [(look.text(.panelSum), [look.number(sum), "", look.number(entropy)])]
    table.note = look.text(.panelBound, String(classCount), look.number(bound))
    let room = min(30, table.barRoom(width: look.width))
    let scale = terms.max() ?? 0
    table.bars = terms.map { Bar.filled(scale > 0 ? $0 / scale : 0, width: room, tier: look.tier) }
    table.barRole = .sum
    return table
  }
}
