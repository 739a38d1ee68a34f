import Formulas
import Lessons
import TextGrid

/// The ledger of a step: every equals sign with both sides' values, here and at random.
public struct Ledger: Hashable, Sendable {
  /// How many random examples a sign is put to, and the seed they are drawn with.
  static let exampleCount = 200
  static let seed: UInt64 = 2026

  var signs: [SignJudgement]
  public var selection = 0

  init(signs: [SignJudgement]) { self.signs = signs }
}

extension Model {
  /// Opens the ledger on the first sign that is on screen.
  mutating func openLedger() {
    let isOneHot = step.target.map { $0 == .oneHot }
    let signs = readings.judged(here: bindings) { reading in
      RandomExamples.examples(
        for: reading, count: Ledger.exampleCount, seed: Ledger.seed, isOneHot: isOneHot)
    }.filter(\.claimsSomething)
    guard !signs.isEmpty else {
      notice = words(.noSigns)
      return
    }
    overlay = .ledger(Ledger(signs: signs))
  }

  func text(of value: Value, decimals: Int) -> String {
    func number(_ entry: TrackedNumber) -> String {
      formatted(entry.value, decimals: decimals, tier: tier)
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
