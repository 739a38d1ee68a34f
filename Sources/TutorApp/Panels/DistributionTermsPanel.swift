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
  /// The least scale is the same in all units, so that a divergence near 0 has no bar to speak of.
  private static let leastScale = 1.0
  private static let leastSignedScale = 0.5

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

  func table(_ look: PanelLook, before: DistributionTermsPanel?) -> Table {
    let isDivergence = asked == .divergence
    var table = Table(
      title: look.text(.panelTerms, look.unitName), labels: classLabels,
      columns: [
        look.column("P", .target, reference), look.column("Q", .probabilities, p),
        look.column("P log P/Q", .loss, divergenceTerms, plus: true, rank: isDivergence ? 0 : 3),
        look.column("−P log Q", .loss, crossEntropyTerms, rank: isDivergence ? 3 : 0),
        look.column("−P log P", .loss, entropyTerms, rank: 3),
      ])
    table.footers = [
      (
        look.text(.panelSum),
        sums.enumerated().map { look.number($0.element, plus: $0.offset == 2) }
      )
    ]
    table.note = look.text(.panelReverse, look.number(reverseDivergence))
    let place = isDivergence ? 2 : 3
    let terms = isDivergence ? divergenceTerms : crossEntropyTerms
    let termsBefore = isDivergence ? before?.divergenceTerms : before?.crossEntropyTerms
    let scale = BarScale.steps(
      covering: terms + [sums[place]] + (termsBefore ?? [])
        + (before.map { [$0.sums[place]] } ?? []),
      least: isDivergence ? Self.leastSignedScale : Self.leastScale, isSigned: isDivergence)
    table.bars = Table.Bars(
      values: BarValue.list(terms, before: termsBefore), scale: scale, role: .loss,
      sum: BarValue(sums[place], before: before?.sums[place]),
      scaleText: look.text(
        isDivergence ? .panelScaleOfSigned : .panelScaleOf,
        look.plain(isDivergence ? "P log P/Q" : "−P log Q"), shortest(scale.top)))
    return table
  }
}
