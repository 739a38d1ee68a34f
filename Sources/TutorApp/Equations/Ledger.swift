import Lessons
import Meaning
import TextGrid

/// The ledger of a step: every equals sign with both sides' values, here and at random.
public struct Ledger: Hashable, Sendable {
  /// How many random examples a sign is put to, and the seed they are drawn with.
  static let exampleCount = 200
  static let seed: UInt64 = 2026

  var signs: [LedgerSign]
  public var selection = 0

  init(signs: [LedgerSign]) { self.signs = signs }
}

/// One equals sign and its two sides.
struct LedgerSign: Hashable, Sendable {
  struct Side: Hashable, Sendable {
    var latex: String
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
  var left: Side
  var right: Side
}

extension Model {
  /// Opens the ledger on the first sign.
  mutating func openLedger() {
    let isOneHot = step.target.map { $0 == .oneHot }
    let lines = readings.judged(here: effectiveExample) { reading in
      RandomExamples.examples(
        for: reading, count: Ledger.exampleCount, seed: Ledger.seed, isOneHot: isOneHot)
    }
    guard !lines.isEmpty else {
      notice = words(.noSigns)
      return
    }
    let signs = lines.map {
      LedgerSign(line: $0, left: side(0, of: $0), right: side(1, of: $0))
    }
    overlay = .ledger(Ledger(signs: signs))
  }

  private func side(_ side: Int, of line: LineVerdict) -> LedgerSign.Side {
    var found = LedgerSign.Side(latex: readings.source(of: line, side: side))
    if let value = side == 0 ? line.left : line.right,
      let (numeric, step) = readings.centralDifference(of: line, side: side, bindings: bindings),
      numeric.numbers.count == value.numbers.count
    {
      let gaps = zip(numeric.numbers, value.numbers).map { ($0.value - $1.value).magnitude }
      found.witness = LedgerSign.Witness(
        value: numeric, step: step,
        gap: gaps.first { $0.isNaN } ?? gaps.reduce(.zero) { $0 < $1 ? $1 : $0 })
    }
    return found
  }

  func text(of value: Value, decimals: Int) -> String {
    func number(_ entry: TrackedNumber) -> String {
      formatted(entry.settled, decimals: decimals, tier: tier)
    }
    switch value {
    case .scalar(let entry): return number(entry)
    case .vector(let entries), .row(let entries):
      return "[" + entries.map(number).joined(separator: ", ") + "]"
    case .matrix(let rows):
      return rows.map { "[" + $0.map(number).joined(separator: ", ") + "]" }
        .joined(separator: " ")
    case .truth(let truth): return words(truth ? .valueTrue : .valueFalse)
    }
  }
}
