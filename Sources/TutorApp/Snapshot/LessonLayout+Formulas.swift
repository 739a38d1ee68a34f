import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// Display formulas, with the marks of their equals signs and the term under inspection.
extension LessonLayout {
  /// The margin holds a mark: one cell, or `ok` in ASCII.
  private var margin: Int { tier == .ascii ? 3 : 2 }

  /// A display formula with the marks of its equals signs in the margin; wider than the pane it
  /// says so under itself.
  mutating func formula(_ formula: Formula, block: Int, _ page: inout LessonPage) -> Canvas {
    let room = width - margin
    let source = substitutions[block].map(Pictures.Source.notation) ?? .formula(formula)
    let picture = pictures.picture(of: source, width: max(1, room), tier, &work)
    let excess = max(0, picture.width - room)
    let hidden = min(request.sideways, excess)
    page.formulas[block] = LessonPage.PlacedPicture(
      picture: picture, margin: margin, hidden: hidden)
    page.excess = max(page.excess, excess)
    var notes = limits(block: block).flatMap {
      wrap([StyledRun("! " + $0, style: Style(.warning))], width: width)
    }
    if excess > 0 {
      let marks = (hidden > 0 ? "◂ " : "") + (hidden < excess ? "▸ " : "")
      notes.append([StyledRun(marks + words(.wide), style: Style(.dim))])
    }
    var canvas = Canvas(size: Size(columns: width, rows: picture.height + notes.count))
    for (row, glyphs) in picture.rows.enumerated() {
      for (column, glyph) in glyphs.dropFirst(hidden).enumerated() where !glyph.text.isEmpty {
        canvas.write(glyph.text, row: row, column: margin + column, style: glyph.style)
      }
    }
    drawMarks(block: block, beside: picture, &canvas)
    for (row, note) in notes.enumerated() {
      var column = 0
      for run in note {
        column = canvas.write(
          plain(run.text), row: picture.height + row, column: column, style: run.style)
      }
    }
    return canvas
  }

  /// `i = 1 of 3, j = 2`: for which of its open indices a display formula is judged and shown in
  /// numbers here; empty for a formula without any.
  mutating func indexText(block: Int) -> String {
    guard let claim = readings.claims.first(where: { $0.blocks.contains(block) }) else {
      return ""
    }
    let open = claim.reading.freeIndices
    let example = request.effectiveExample
    let named = [("i", example.i), ("j", example.j)].filter { open.contains($0.0) }
    guard let first = named.first else { return "" }
    var text = words(
      .stripIndex, first.0, String(first.1 + 1), String(example.classCount))
    if named.count > 1 { text += ", j = \(example.j + 1)" }
    if let condition = readings.condition {
      text += " · " + pictures.picture(of: .formula(condition), tier, &work).lines[0]
    }
    return plain(text)
  }

  /// One mark a row; the graver one where two signs share it. Where numbers stand in place of the
  /// symbols, the signs have other nodes: there the line's own sign is looked for.
  private func drawMarks(block: Int, beside picture: Picture, _ canvas: inout Canvas) {
    var rows: [Int: LineVerdict] = [:]
    for line in lines where line.block == block {
      guard
        let row = row(
          of: line.judgement, in: picture, isSubstituted: substitutions[block] != nil)
      else { continue }
      if let other = rows[row], other.gravity >= line.gravity { continue }
      rows[row] = line
    }
    for (row, line) in rows {
      let mark = SignMark(line, tier)
      canvas.write(mark.glyph, row: row, column: 0, style: Style(mark.role))
    }
  }

  /// Why lines of this formula do not hold here, each reason once.
  private mutating func limits(block: Int) -> [String] {
    var texts: [String] = []
    let condition = readings.condition.map {
      pictures.picture(of: .formula($0), tier, &work).lines[0]
    }
    let explanation = LimitText(
      example: request.example, condition: condition ?? "", words: words, tier: tier)
    for line in lines where line.block == block {
      guard let limit = line.limit else { continue }
      let text = explanation.text(of: limit, in: line)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  private func row(
    of link: LinkJudgement, in picture: Picture, isSubstituted: Bool
  ) -> Int? {
    guard isSubstituted else { return picture.cells(of: [link.node]).first?.row }
    guard picture.lineRows.indices.contains(link.row) else { return picture.baseline }
    // The relations of a derivation stand under one another, left of any inside a line.
    let signs = picture.lineRows[link.row].compactMap { row in
      picture.rows[row].firstIndex { $0.text == link.relation.rawValue }.map { ($0, row) }
    }
    return signs.min { $0.0 < $1.0 }?.1 ?? picture.lineRows[link.row].first
  }
}
