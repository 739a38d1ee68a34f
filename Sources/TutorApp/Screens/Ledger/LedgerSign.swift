import Lessons
import Meaning
import TextGrid
import Typesetting

/// One equals sign and its two sides.
struct LedgerSign: Hashable, Sendable {
  struct Side: Hashable, Sendable {
    /// On one row.
    var written: String
    /// Where a ∂ stands in it: the same side without any rule of differentiation.
    var witness: Witness?
  }

  /// A side by central differences.
  struct Witness: Hashable, Sendable {
    var value: Value
    /// How far the scores are moved to each side.
    var step: Double
    /// How far it is from the value by derivative rules; the largest over the entries.
    var gap: WideNumber
  }

  var line: LineVerdict
  /// What it would not hold without.
  var needs: [Assumption]
  var left: Side
  var right: Side
}

extension SnapshotMaker {
  /// Every sign of the step with both sides, for these numbers and at random.
  mutating func ledger(_ request: SnapshotRequest) -> LedgerScreen {
    let readings = readings(of: request)
    let isOneHot = request.step.target.map { $0 == .oneHot }
    let lines = readings.judged(here: request.numbers) { reading in
      RandomExamples.examples(
        for: reading, count: LedgerScreen.exampleCount, seed: LedgerScreen.seed, isOneHot: isOneHot)
    }
    work.count(.evaluated, lines.count * (LedgerScreen.exampleCount + 1))
    var ledger = LedgerScreen(signs: [])
    let conditions = LineConditions(request.step)
    let needs = readings.claims.map { $0.reading.assumptions(under: conditions) }
    for line in lines {
      let (left, right) = (
        side(0, of: line, request, readings), side(1, of: line, request, readings)
      )
      let judgement = line.judgement
      ledger.signs.append(
        LedgerSign(
          line: line, needs: needs[line.claim][judgement.chain][judgement.link], left: left,
          right: right))
    }
    if let condition = readings.condition {
      ledger.condition = pictures.picture(of: .formula(condition), request.tier, &work).lines[0]
    }
    return ledger
  }

  private mutating func side(
    _ side: Int, of line: LineVerdict, _ request: SnapshotRequest, _ readings: StepReadings
  ) -> LedgerSign.Side {
    let written = readings.notation(of: line, side: side)
    var found = LedgerSign.Side(
      written: pictures.picture(of: .notation(written), request.tier, &work).lines[0])
    if let value = side == 0 ? line.left : line.right,
      let (numeric, step) = readings.centralDifference(
        of: line, side: side, bindings: request.numbers.bindings),
      numeric.numbers.count == value.numbers.count
    {
      let gaps = zip(numeric.numbers, value.numbers).map { ($0.value - $1.value).magnitude }
      found.witness = LedgerSign.Witness(
        value: numeric, step: step,
        gap: gaps.first { $0.isNaN } ?? gaps.reduce(.zero) { $0 < $1 ? $1 : $0 })
    }
    return found
  }
}
