import Lessons
import Meaning
import TextGrid

/// The ledger of a step: every equals sign with both sides' values, here and at random.
struct LedgerScreen: ListScreen {
  /// How many random examples a sign is put to, and the seed they are drawn with.
  static let exampleCount = 200
  static let seed: UInt64 = 2026

  var signs: [LedgerSign]
  /// `i = j`, as the step's condition reads.
  var condition = ""
  var selection = 0

  static let sections = [KeySection(title: .helpLedgerMode)]

  static let bindings =
    [
      Binding(44, LessonScreen.anywhere, ["="], .helpLedger, word: .check) { $0.openLedger() }
        .inMenu(11).offered { !$0.snapshot.readings.claims.isEmpty }
    ] + listBindings

  func count(in model: Model) -> Int { signs.count }

  func title(in model: Model) -> ScreenTitle {
    let count = "\(selection + 1)/\(signs.count)"
    return ScreenTitle(
      left: model.plain(
        model.words(
          .ledgerTitle, String(model.place.lesson + 1), count, model.step.title)))
  }
}

extension Model {
  /// Opens the ledger on the sign of the line in focus, else on the first.
  mutating func openLedger() {
    var ledger = maker.ledger(snapshotRequest)
    if let focus = focusRows {
      ledger.selection =
        ledger.signs.lastIndex { sign in
          snapshot.page.cells(of: [sign.line.judgement.node], inBlock: sign.line.block)
            .contains { $0.row < focus.upperBound }
        } ?? 0
    }
    if ledger.signs.isEmpty {
      notice = words(.noSigns)
    } else {
      screens.open(ledger)
    }
  }
}
