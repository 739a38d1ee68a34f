import Formulas
import Lessons
import SoftmaxCore
import TextGrid

extension Model {
  /// Left: the signs of the step with their marks. Below: the chosen one, side by side.
  func drawLedger(_ ledger: Ledger, _ frame: Frame, _ canvas: inout Canvas) {
    let details = ledgerDetails(ledger.signs[ledger.selection], width: size.columns - 4)
    let listRows = max(1, min(ledger.signs.count, overlayRoom - details.count - 2))
    let shown = window(around: ledger.selection, count: ledger.signs.count, room: listRows)
    for (offset, index) in shown.enumerated() {
      drawSign(
        ledger.signs[index], number: index + 1, isSelected: index == ledger.selection,
        row: frame.title.rows + offset, &canvas)
    }
    let top = frame.title.rows + listRows
    canvas.write(
      plain(String(repeating: "─", count: size.columns)), row: top, column: 0, style: Style(.frame))
    for (offset, line) in details.enumerated() where top + 1 + offset < frame.status.row {
      var column = 2
      for run in line {
        column = canvas.write(run.text, row: top + 1 + offset, column: column, style: run.style)
      }
    }
  }

  private func drawSign(
    _ sign: SignJudgement, number: Int, isSelected: Bool, row: Int, _ canvas: inout Canvas
  ) {
    let verdict = sign.link.verdict
    let mark = SignMark(verdict, tier)
    if isSelected {
      canvas.write(
        String(repeating: " ", count: size.columns), row: row, column: 0,
        style: Style(.body, .reverse))
    }
    let emphasis: Emphasis = isSelected ? .reverse : []
    canvas.write(isSelected ? plain("▸") : " ", row: row, column: 0, style: Style(.body, emphasis))
    canvas.write(
      mark.glyph, row: row, column: 1 + (tier == .ascii ? 0 : 1),
      style: Style(mark.role, emphasis.union(.bold)))
    let words = plain(verdict.phrase(self.words))
    let room = size.columns - cellWidth(of: words) - 8
    let claim = inline(sign.left) + " " + relationText(sign) + " " + inline(sign.right)
    canvas.write(
      truncated("\(number)  " + claim, to: max(8, room), tier: tier), row: row, column: 4,
      style: Style(.body, emphasis))
    canvas.writeRight(words, row: row, end: size.columns - 1, style: Style(mark.role, emphasis))
  }

  private func ledgerDetails(_ sign: SignJudgement, width: Int) -> [[StyledRun]] {
    var lines: [[StyledRun]] = []
    func add(_ label: Phrase, _ text: String, _ role: Role = .body) {
      let name = plain(words(label))
      let pad = String(repeating: " ", count: max(1, 16 - cellWidth(of: name)))
      let indent = String(repeating: " ", count: 16)
      for (index, part) in wrapped(plain(text), width: max(10, width - 16)).enumerated() {
        lines.append([
          StyledRun(index == 0 ? name + pad : indent, style: Style(.dim)),
          StyledRun(part, style: Style(role)),
        ])
      }
    }
    if let here = sign.link.here {
      add(.ledgerLeft, inline(sign.left), .body)
      add(.ledgerValue, text(of: here.left, decimals: max(6, example.decimals)), .probabilities)
      add(.ledgerRight, inline(sign.right), .body)
      add(.ledgerValue, text(of: here.right, decimals: max(6, example.decimals)), .probabilities)
      add(.ledgerDifference, scientificText(here.difference))
      add(.ledgerTolerance, scientificText(here.tolerance))
      add(.ledgerHere, here.verdict.phrase(words), SignMark(here.verdict, tier).role)
    }
    if let head = sign.link.hereFromHead, head.verdict != sign.link.here?.verdict {
      add(.ledgerHead, head.verdict.phrase(words), SignMark(head.verdict, tier).role)
    }
    let count = "\(sign.link.count)"
    add(
      .ledgerAlways,
      sign.link.always.phrase(words) + "; "
        + words(.ledgerComparisons, count, String(Ledger.seed)),
      SignMark(sign.link.always, tier).role)
    if let worst = sign.link.worst {
      add(.ledgerWorst, scientificText(worst.comparison.difference) + indexText(worst.indices))
    }
    if isOnlyInNats(sign) { add(.ledgerUnit, words(.ledgerNatsOnly, example.unit.rawValue)) }
    return lines
  }

  /// True in nats and false here: `\log` is in the learner's unit.
  private func isOnlyInNats(_ sign: SignJudgement) -> Bool {
    guard example.unit != .nats,
      sign.link.verdict == .fails || sign.link.hereFromHead?.verdict == .fails
    else { return false }
    return step.unit != nil
  }

  private func indexText(_ indices: [String: Int]) -> String {
    guard !indices.isEmpty else { return "" }
    return "  ("
      + indices.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
      + ")"
  }

  private func inline(_ latex: String) -> String {
    Formula(latex).inlinePicture(typesetting(width: 400)).lines.first ?? latex
  }

  private func relationText(_ sign: SignJudgement) -> String {
    plain(sign.link.relation.rawValue)
  }

  private func scientificText(_ number: WideNumber) -> String {
    let value = number.double
    return value.isFinite
      ? scientific(value, tier: tier) : formatted(number, decimals: 1, tier: tier)
  }
}
