import Lessons
import TextGrid

extension PanelTypes { var bars: Drawing { BarsPanel.init } }

/// The probabilities as long bars from 0 to 1, behind the scores and exponentials they come from.
struct BarsPanel: TablePanel {
  /// nil where p was given, and comes from no scores.
  private let scores: [Double]?
  /// exp z/T.
  private let exponentials: [Exponential]
  /// S.
  private let sum: Exponential
  private let p: [Double]
  private let probabilitySum: Double
  private let dividesByTemperature: Bool

  init(_ source: PanelSource) {
    let (example, quantities) = (source.example, source.quantities)
    let isGiven = example.givenProbabilities != nil
    scores = isGiven ? nil : example.logits
    exponentials = isGiven ? [] : quantities.scaledLogits.map(Exponential.init(of:))
    sum = Exponential(of: quantities.logSumInNats)
    p = quantities.probabilities
    probabilitySum = quantities.probabilitySum
    dividesByTemperature = example.temperature != 1
  }

  var classCount: Int { p.count }

  /// With the sums.
  func rows(for width: Int) -> Int { classCount + 3 }

  func table(_ look: PanelLook, before: BarsPanel?) -> Table {
    func text(_ power: Exponential) -> String {
      formatted(power, decimals: look.decimals, tier: look.tier)
    }
    var columns = [look.column("p", .probabilities, p)]
    var sums = [look.number(probabilitySum)]
    if let scores {
      columns =
        [
          look.column("z", .scores, scores, rank: 1),
          Table.Column(
            heading: look.text(dividesByTemperature ? .panelExpT : .panelExp), role: .body,
            entries: exponentials.map(text), footerRole: .sum, rank: 3),
        ] + columns
      // At T = 0 and without a limit S is no number.
      let isNumber = !sum.exponent.isNaN
      sums = ["", isNumber ? "S = " + text(sum) : ""] + sums
    }
    var table = Table(title: look.text(.panelBars), labels: classLabels, columns: columns)
    table.footers = [(look.text(.panelSum), sums)]
    table.bars = Table.Bars(
      values: BarValue.list(p, before: before?.p), scale: .probability, role: .probabilities)
    return table
  }
}
