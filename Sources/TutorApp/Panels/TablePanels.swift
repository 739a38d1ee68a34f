import Lessons
import SoftmaxCore
import TextGrid

/// The panels that are tables.
extension PanelContext {
  private var classLabels: [String] { example.logits.indices.map { String($0 + 1) } }
  private var chosen: Int { focus.chosenClass ?? 0 }
  private func column(_ heading: String, _ role: Role, _ values: [Double], plus: Bool = false)
    -> Table.Column
  {
    Table.Column(
      heading: plain(heading), role: role, entries: values.map { number($0, plus: plus) })
  }

  private func drawn(_ table: Table) -> Canvas {
    table.canvas(width: width, rows: rows, around: chosen, cue: cue)
  }

  func terms(of sum: PanelRequest.Terms) -> Canvas {
    switch sum {
    case .entropy: entropyTerms()
    case .divergence: distributionTerms(with: divergenceBars)
    case .crossEntropy: distributionTerms(with: crossEntropyBars)
    }
  }

  /// Each class's share of the entropy of p.
  private func entropyTerms() -> Canvas {
    let weighted = quantities.entropyTerms
    var table = Table(
      title: text(.panelTerms, unitName), labels: classLabels,
      columns: [
        column("p", .probabilities, quantities.probabilities),
        column("−log p", .loss, quantities.information),
        column("−p log p", .sum, weighted),
      ])
    table.footers = [
      (
        text(.panelSum),
        [number(quantities.probabilitySum), "", number(quantities.entropy)]
      )
    ]
    table.note = text(.panelBound, String(example.classCount), number(quantities.entropyBound))
    let room = min(30, table.barRoom(width: width))
    let scale = weighted.max() ?? 0
    table.bars = weighted.map { Bar.filled(scale > 0 ? $0 / scale : 0, width: room, tier: tier) }
    table.barRole = .sum
    return drawn(table)
  }

  /// Every term of H(P,Q) = H(P) + D(P‖Q).
  private func distributionTerms(with bars: (inout Table) -> Void) -> Canvas {
    var table = Table(
      title: text(.panelTerms, unitName), labels: classLabels,
      columns: [
        column("P", .target, quantities.reference),
        column("Q", .probabilities, quantities.probabilities),
        column("P log P/Q", .gradient, quantities.divergenceTerms, plus: true),
        column("−P log Q", .loss, quantities.crossEntropyTerms),
        column("−P log P", .sum, quantities.referenceEntropyTerms),
      ])
    table.footers = [
      (
        text(.panelSum),
        [
          number(quantities.referenceSum),
          number(quantities.probabilitySum),
          number(quantities.divergence, plus: true),
          number(quantities.crossEntropyOfReference), number(quantities.referenceEntropy),
        ]
      )
    ]
    table.note = text(.panelReverse, number(quantities.reverseDivergence))
    bars(&table)
    return drawn(table)
  }

  private func divergenceBars(_ table: inout Table) {
    let terms = quantities.divergenceTerms
    let half = min(12, (table.barRoom(width: width) - 1) / 2)
    let scale = terms.filter(\.isFinite).map(abs).max() ?? 0
    guard half >= 3 else { return }
    table.bars = terms.map {
      Bar.signed($0.isFinite && scale > 0 ? $0 / scale : 0, half: half, tier: tier)
    }
    table.barRole = .gradient
  }

  private func crossEntropyBars(_ table: inout Table) {
    let terms = quantities.crossEntropyTerms
    let room = min(25, table.barRoom(width: width))
    let scale = terms.filter(\.isFinite).max() ?? 0
    guard room >= 6 else { return }
    table.bars = terms.map {
      Bar.filled($0.isFinite && scale > 0 ? $0 / scale : 1, width: room, tier: tier)
    }
    table.barRole = .loss
  }

  /// p as the temperature goes from 0 (one-hot) to ∞ (uniform).
  func temperatures() -> Canvas {
    let variants = quantities.temperatureVariants
    let table = Table(
      title: text(.panelTemperature), labels: classLabels,
      columns: variants.map { variant in
        let isOwn = variant.temperature == example.temperature
        let name = variant.temperature.isInfinite ? "∞" : shortest(variant.temperature)
        return column(
          "T = " + name, isOwn ? .probabilities : .body, variant.probabilities)
      })
    return drawn(table)
  }

  /// One sigmoid a score beside softmax: sigmoids do not compete, so they do not add up to 1.
  func sigmoids() -> Canvas {
    let alone = quantities.sigmoids
    var table = Table(
      title: text(.panelSigmoid), labels: classLabels,
      columns: [
        column("z", .scores, example.logits), column("σ(z)", .sum, alone),
        column("softmax", .probabilities, quantities.probabilities),
      ])
    table.footers = [
      (
        text(.panelSum),
        ["", number(quantities.sigmoidSum), number(quantities.probabilitySum)]
      )
    ]
    if example.classCount == 2 { table.note = text(.panelSigmoidTwo) }
    return drawn(table)
  }

  /// The same information in nats, bits and hartleys.
  func units() -> Canvas {
    let table = Table(
      title: text(.panelUnits), labels: classLabels,
      columns: [column("p", .probabilities, quantities.probabilities)]
        + InformationUnit.allCases.map { unit in
          column(
            unit.rawValue, unit == example.unit ? .loss : .body,
            quantities.information(in: unit))
        })
    return drawn(table)
  }

  /// One-hot argmax beside softmax.
  func hardMaximum() -> Canvas {
    let table = Table(
      title: text(.panelHardmax), labels: classLabels,
      columns: [
        column("z", .scores, example.logits), column("hard", .target, quantities.hardMaximum),
        column("soft", .probabilities, quantities.probabilities),
      ])
    return drawn(table)
  }
}
