import Lessons
import Meaning
import TextGrid

extension LedgerScreen {
  /// Left: the signs of the step with their marks. Below: the chosen one, side by side.
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    let details = details(
      model, signs[selection], width: model.size.columns - 4)
    let listRows = max(1, min(signs.count, model.overlayRoom - details.count - 2))
    let shown = window(around: selection, count: signs.count, room: listRows)
    for (offset, index) in shown.enumerated() {
      drawSign(
        model, signs[index], number: index + 1, isSelected: index == selection,
        row: frame.title.rows + offset, &canvas)
    }
    let top = frame.title.rows + listRows
    canvas.write(
      model.plain(String(repeating: "─", count: model.size.columns)), row: top, column: 0,
      style: Style(.frame))
    let room = max(0, frame.keys.row - top - 1)
    for (offset, line) in details.prefix(room).enumerated() {
      if offset == room - 1, details.count > room {
        canvas.write(
          model.plain(model.words(.moreBelow, String(details.count - room + 1))),
          row: top + 1 + offset,
          column: 2, style: Style(.dim))
        break
      }
      var column = 2
      for run in line {
        column = canvas.write(run.text, row: top + 1 + offset, column: column, style: run.style)
      }
    }
  }

  private func drawSign(
    _ model: Model, _ sign: LedgerSign, number: Int, isSelected: Bool, row: Int,
    _ canvas: inout Canvas
  ) {
    let mark = SignMark(sign.line, model.tier)
    if isSelected {
      canvas.write(
        String(repeating: " ", count: model.size.columns), row: row, column: 0,
        style: Style(.body, .reverse))
    }
    let emphasis: Emphasis = isSelected ? .reverse : []
    canvas.write(
      isSelected ? model.plain("▸") : " ", row: row, column: 0, style: Style(.body, emphasis))
    canvas.write(
      mark.glyph, row: row, column: 1 + (model.tier == .ascii ? 0 : 1),
      style: Style(mark.role, emphasis.union(.bold)))
    let words = model.plain(sign.line.phrase(model.words))
    let room = model.size.columns - cellWidth(of: words) - 8
    let claim =
      sign.left.written + " " + model.plain(sign.line.judgement.relation.rawValue) + " "
      + sign.right.written
    canvas.write(
      truncated("\(number)  " + claim, to: max(8, room), tier: model.tier), row: row, column: 4,
      style: Style(.body, emphasis))
    canvas.writeRight(
      words, row: row, end: model.size.columns - 1, style: Style(mark.role, emphasis))
  }

  private func details(
    _ model: Model, _ sign: LedgerSign, width: Int
  ) -> [[StyledRun]] {
    let judgement = sign.line.judgement
    var lines: [[StyledRun]] = []
    func add(_ label: Phrase, _ text: String, _ role: Role = .body) {
      let name = model.plain(model.words(label))
      let pad = String(repeating: " ", count: max(1, 16 - cellWidth(of: name)))
      let indent = String(repeating: " ", count: 16)
      for (index, part) in model.wrapped(model.plain(text), width: max(10, width - 16)).enumerated()
      {
        lines.append([
          StyledRun(index == 0 ? name + pad : indent, style: Style(.dim)),
          StyledRun(part, style: Style(role)),
        ])
      }
    }
    func add(_ side: LedgerSign.Side, _ label: Phrase, _ value: Value?) {
      add(label, side.written)
      guard let value else { return add(.ledgerValue, model.words(.ledgerNoValue)) }
      add(
        .ledgerValue,
        model.words.text(of: value, decimals: max(6, model.example.decimals), model.tier),
        .probabilities)
      guard let witness = side.witness else { return }
      add(
        .ledgerWitness,
        model.words(
          .ledgerWitnessStep,
          model.words.text(of: witness.value, decimals: max(6, model.example.decimals), model.tier),
          scientific(witness.step, tier: model.tier), scientificText(model, witness.gap)))
    }
    let explanation = LimitText(
      example: model.example, condition: condition, words: model.words, tier: model.tier)
    if let limit = sign.line.limit {
      add(.ledgerWhy, explanation.text(of: limit, in: sign.line), .warning)
    }
    if let here = judgement.here {
      add(sign.left, .ledgerLeft, here.left)
      add(sign.right, .ledgerRight, here.right)
      if !here.difference.isNaN, here.left?.numbers.allSatisfy(\.value.isFinite) ?? false {
        add(.ledgerDifference, gapText(model, here))
      }
      add(.ledgerHere, here.verdict.phrase(model.words), SignMark(here.verdict, model.tier).role)
    }
    if let head = judgement.hereFromHead, head.verdict != judgement.here?.verdict {
      add(.ledgerHead, head.verdict.phrase(model.words), SignMark(head.verdict, model.tier).role)
    }
    let always = judgement.always
    add(
      .ledgerAlways,
      always.phrase(model.words) + "; "
        + model.words(.ledgerComparisons, String(judgement.count), String(Self.seed)),
      SignMark(always, model.tier).role)
    if !sign.needs.isEmpty {
      let needs = sign.needs.map { assumption in
        assumption == .indexCondition ? condition : model.words(assumption.phrase)
      }
      add(.ledgerNeeds, needs.joined(separator: ", "))
    }
    if let worst = judgement.worst {
      // Worst in proportion to what is allowed, not the largest.
      add(.ledgerWorst, gapText(model, worst.comparison) + indexText(worst.indices))
    }
    return lines
  }

  private func gapText(_ model: Model, _ comparison: Comparison) -> String {
    model.words(
      .ledgerGap, scientificText(model, comparison.difference),
      scientificText(model, comparison.tolerance))
  }

  private func indexText(_ indices: [String: Int]) -> String {
    guard !indices.isEmpty else { return "" }
    return "  ("
      + indices.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
      + ")"
  }

  private func scientificText(_ model: Model, _ number: WideNumber) -> String {
    let value = number.double
    return value.isFinite
      ? scientific(value, tier: model.tier) : formatted(number, decimals: 1, tier: model.tier)
  }
}

extension Assumption {
  fileprivate var phrase: Phrase {
    switch self {
    case .targetSumsToOne: .needsSum
    case .oneHotTarget: .needsOneHot
    case .temperatureOne: .needsTemperature
    case .nats: .unitNats
    case .indexCondition: .ledgerNeeds
    }
  }
}
