import Lessons
import TextGrid

extension PanelTypes {
  var terms: Drawing {
    { $0.request?.terms == .entropy ? EntropyTermsPanel($0) : DistributionTermsPanel($0) }
  }
}

/// Each class's share of the entropy of p, on the scale of the largest entropy that so many classes
/// can have.
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

  func table(_ look: PanelLook, before: EntropyTermsPanel?) -> Table {
    var table = Table(
      title: look.text(.panelTerms, look.unitName), labels: classLabels,
      columns: [
        look.column("p", .probabilities, p), look.column("−log p", .loss, information, rank: 1),
        look.column("−p log p", .loss, terms),
      ])
    table.footers = [(look.text(.panelSum), [look.number(sum), "", look.number(entropy)])]
    let largest = look.number(bound)
    table.note = look.text(.panelBound, String(classCount), largest)
    // Another unit has another bound: what stood there before is no place on this scale.
    let before = before?.bound == bound ? before : nil
    table.bars = Table.Bars(
      values: BarValue.list(terms, before: before?.terms), scale: BarScale(top: bound), role: .loss,
      sum: BarValue(entropy, before: before?.entropy),
      scaleText: look.text(.panelScaleLog, String(classCount), largest), topText: largest)
    return table
  }
}
