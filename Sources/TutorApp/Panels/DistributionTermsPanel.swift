import Lessons
import TextGrid

/// Every term of H(P,Q) = H(P) + D(P‖Q), with bars for the sum that the fence asks for.
struct DistributionTermsPanel: TablePanel {
  private let asked: PanelRequest.Terms
  private let reference: [Double]
  private let p: [Double]
  private let divergenceTerms: [Double]
  private let crossEntropyTerms: [Double]
  private let entropyTerms: [Double]
  /// Of each column.
  private let sums: [Double]
  private let reverseDivergence: Double

  init(_ source: PanelSource) {
    let quantities = source.quantities
    asked = source.request?.terms ?? .divergence
    reference = quantities.reference
    p = quantities.probabilities
    divergenceTerms = quantities.divergenceTerms
    crossEntropyTerms = quantities.crossEntropyTerms
    entropyTerms = quantities.referenceEntropyTerms
    sums = [
      quantities.referenceSum, quantities.probabilitySum, quantities.divergence,
      quantities.crossEntropyOfReference, quantities.referenceEntropy,
    ]
    reverseDivergence = quantities.reverseDivergence
  }

  var classCount: Int { p.count }

  /// With the sums and the other direction.
  func rows(for width: Int) -> Int { classCount + 4 }

  func table(_ look: PanelLook) -> Table {
    var table = Table(
      title: look.text(.panelTerms, look.unitName), labels: classLabels,
      columns: [
        look.column("P", .target, reference), look.column("Q", .probabilities, p),
        look.column("P log P/Q", .gradient, divergenceTerms, plus: true),
        look.column("−P log Q", .loss, crossEntropyTerms),
        look.column("−P log P", .sum, entropyTerms),
      ])
    table.footers = [
      (
        look.text(.panelSum),
        sums.enumerated().map { look.number($0.element, plus: $0.offset == 2) }
      )
    ]
    table.note = look.text(.panelReverse, look.number(reverseDivergence))
    switch asked {
    case .divergence: addSignedBars(to: &table, look)
    case .crossEntropy, .entropy: addBars(to: &table, look)
    }
    return table
  }

  private func addSignedBars(to table: inout Table, _ look: PanelLook) {
    let half = min(12, (table.barRoom(width: look.width) - 1) / 2)
    let scale = divergenceTerms.filter(\.isFinite).map(abs).max() ?? 0
    guard half >= 3 else { return }
    table.bars = divergenceTerms.map {
      Bar.signed($0.isFinite && scale > 0 ? $0 / scale : 0, half: half, tier: look.tier)
    }
    table.barRole = .gradient
  }

  private func addBars(to table: inout Table, _ look: PanelLook) {
    let room = min(25, table.barRoom(width: look.width))
    let scale = crossEntropyTerms.filter(\.isFinite).max() ?? 0
    guard room >= 6 else { return }
    table.bars = crossEntropyTerms.map {
      Bar.filled($0.isFinite && scale > 0 ? $0 / scale : 1, width: room, tier: look.tier)
    }
    table.barRole = .loss
  }
}
