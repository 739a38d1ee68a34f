import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// Display formulas, with the marks of their equals signs and the term under inspection.
extension LessonLayout {
  /// Where nodes of a display formula stand, from the top left of its block.
  func cells(of nodes: Set<Notation.NodeID>, inBlock block: Int, of step: Step) -> [Position] {
    guard case .formula(let display) = step.blocks[block] else { return [] }
    return picture(of: display.formula, block: block, width: width - margin).cells(of: nodes)
  }

  func node(inBlock block: Int, of step: Step, row: Int, column: Int) -> Notation.NodeID? {
    guard case .formula(let display) = step.blocks[block] else { return nil }
    let picture = picture(of: display.formula, block: block, width: width - margin)
    let hidden = min(model.sideways, max(0, picture.width - (width - margin)))
    let across = column - margin + hidden
    guard picture.rows.indices.contains(row), picture.rows[row].indices.contains(across) else {
      return nil
    }
    return picture.rows[row][across].node
  }

  func excess(of step: Step) -> Int {
    step.blocks.indices.reduce(0) { excess, block in
      guard case .formula(let display) = step.blocks[block] else { return excess }
      let room = width - margin
      return max(
        excess, picture(of: display.formula, block: block, width: room).width - room)
    }
  }

  /// The margin holds a mark: one cell, or `ok` in ASCII.
  private var margin: Int { model.tier == .ascii ? 3 : 2 }

  /// A display formula with the marks of its equals signs in the margin; wider than the pane it
  /// says so under itself.
  func picture(_ formula: Formula, block: Int) -> Canvas {
    let picture = picture(of: formula, block: block, width: width - margin)
    let highlighted = highlightedNodes(block: block)
    let excess = max(0, picture.width - (width - margin))
    let hidden = min(model.sideways, excess)
    var notes = limits(block: block).flatMap {
      wrap([StyledRun("! " + $0, style: Style(.warning))], width: width)
    }
    if excess > 0 {
      let marks = (hidden > 0 ? "◂ " : "") + (hidden < excess ? "▸ " : "")
      notes.append([StyledRun(marks + model.words(.wide), style: Style(.dim))])
    }
    var canvas = Canvas(size: Size(columns: width, rows: picture.height + notes.count))
    for (row, glyphs) in picture.rows.enumerated() {
      for (column, glyph) in glyphs.dropFirst(hidden).enumerated() where !glyph.text.isEmpty {
        var style = glyph.style
        if let node = glyph.node, highlighted.contains(node) { style.emphasis.insert(.reverse) }
        canvas.write(glyph.text, row: row, column: margin + column, style: style)
      }
    }
    drawMarks(block: block, beside: picture, &canvas)
    for (row, note) in notes.enumerated() {
      var column = 0
      for run in note {
        column = canvas.write(
          model.plain(run.text), row: picture.height + row, column: column, style: run.style)
      }
    }
    return canvas
  }

  /// Symbols, or the learner's numbers in their place.
  private func picture(of formula: Formula, block: Int, width: Int) -> Picture {
    let options = model.typesetting(width: width)
    guard model.substitutes,
      let claim = model.readings.claims.first(where: { $0.blocks.contains(block) }),
      let position = claim.blocks.firstIndex(of: block)
    else {
      let key = PictureKey(formula: formula, width: options.width, tier: model.tier)
      return model.pictures.value(for: key) { formula.picture(options) }
    }
    return typeset(
      claim.reading.substituted(
        formula: position, bindings: model.bindings, decimals: model.example.decimals), options)
  }

  /// The cells of the term under inspection.
  private func highlightedNodes(block: Int) -> Set<Notation.NodeID> {
    guard case .inspection(let inspection) = model.overlay else { return [] }
    let walk = model.inspected(inspection)
    guard walk.block == block, walk.tree.terms.indices.contains(inspection.term) else { return [] }
    return walk.tree.nodes(of: inspection.term)
  }

  /// One mark a row; the graver one where two signs share it. Where numbers stand in place of the
  /// symbols, the signs have other nodes: there the line's own sign is looked for.
  private func drawMarks(block: Int, beside picture: Picture, _ canvas: inout Canvas) {
    var rows: [Int: LineVerdict] = [:]
    for line in lines where line.block == block {
      guard let row = row(of: line.judgement, in: picture) else { continue }
      if let other = rows[row], other.gravity >= line.gravity { continue }
      rows[row] = line
    }
    for (row, line) in rows {
      let mark = SignMark(line, model.tier)
      canvas.write(mark.glyph, row: row, column: 0, style: Style(mark.role))
    }
  }

  /// Why lines of this formula do not hold here, each reason once.
  private func limits(block: Int) -> [String] {
    var texts: [String] = []
    for line in lines where line.block == block {
      guard let limit = line.limit else { continue }
      let text = model.text(of: limit, in: line)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  private func row(of link: LinkJudgement, in picture: Picture) -> Int? {
    if !model.substitutes { return picture.cells(of: [link.node]).first?.row }
    guard picture.lineRows.indices.contains(link.row) else { return picture.baseline }
    // The relations of a derivation stand under one another, left of any inside a line.
    let signs = picture.lineRows[link.row].compactMap { row in
      picture.rows[row].firstIndex { $0.text == link.relation.rawValue }.map { ($0, row) }
    }
    return signs.min { $0.0 < $1.0 }?.1 ?? picture.lineRows[link.row].first
  }
}
