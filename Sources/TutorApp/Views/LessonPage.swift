import Formulas
import Lessons
import TextGrid

/// All that a lesson page is drawn from.
struct LessonPageKey: Hashable, Sendable {
  var place: Model.Place
  var width: Int
  var tier: GlyphTier
  var example: Example
  var showsNumbers: Bool
  var sideways: Int
  var inspection: Inspection?
}

/// A whole step as one canvas of its natural height; the screen shows a window of it.
struct LessonPage: Sendable {
  var canvas: Canvas
  /// How many columns the widest formula has too many.
  var excess: Int
}

/// All that a formula's picture is drawn from.
struct PictureKey: Hashable, Sendable {
  var formula: Formula
  var width: Int
  var tier: GlyphTier
}

extension Model {
  func lessonPage(width: Int) -> Canvas { rememberedPage(width: width).canvas }

  private func rememberedPage(width: Int) -> LessonPage {
    var key = LessonPageKey(
      place: place, width: width, tier: tier, example: effectiveExample, showsNumbers: substitutes,
      sideways: sideways)
    if case .inspection(let inspection) = overlay { key.inspection = inspection }
    return pages.value(for: key) { drawnPage(width: width) }
  }

  private func drawnPage(width: Int) -> LessonPage {
    let layout = LessonLayout(model: self, width: width)
    let parts = layout.parts(of: step)
    var canvas = Canvas(
      size: Size(columns: width, rows: parts.reduce(0) { $0 + $1.size.rows }))
    var row = 0
    for part in parts {
      canvas.draw(part, rows: 0..<part.size.rows, row: row, column: 0)
      row += part.size.rows
    }
    return LessonPage(canvas: canvas, excess: layout.excess(of: step))
  }

  /// The rows of the page that a block takes.
  func lessonRows(ofBlock block: Int) -> Range<Int> {
    let layout = LessonLayout(model: self, width: frame.lesson.columns)
    return layout.rows(ofBlock: block, in: step)
  }

  /// The rows of the page on which cells of these nodes of a formula stand.
  func lessonRows(ofBlock block: Int, nodes: Set<Notation.NodeID>) -> Range<Int> {
    let layout = LessonLayout(model: self, width: frame.lesson.columns)
    let rows = layout.rows(ofBlock: block, in: step)
    let cells = layout.cells(of: nodes, inBlock: block, of: step).map(\.row)
    guard let first = cells.min(), let last = cells.max() else { return rows }
    return rows.lowerBound + first..<rows.lowerBound + last + 1
  }

  /// The piece of a formula that stands at a place of its block.
  func lessonNode(inBlock block: Int, row: Int, column: Int) -> Notation.NodeID? {
    LessonLayout(model: self, width: frame.lesson.columns)
      .node(inBlock: block, of: step, row: row, column: column)
  }

  /// How many columns the widest formula has too many.
  var lessonExcess: Int { rememberedPage(width: frame.lesson.columns).excess }

  var lessonHeight: Int { lessonPage(width: frame.lesson.columns).size.rows }
}

/// Lays the blocks of a step out, each as a canvas, with a blank row between them.
struct LessonLayout {
  /// Columns of a piece of code that is never broken.
  private static let longestWholeCode = 20

  let model: Model
  let width: Int
  private let lines: [LineVerdict]

  init(model: Model, width: Int) {
    self.model = model
    self.width = width
    lines = model.readings.judged(here: model.effectiveExample)
  }

  func parts(of step: Step) -> [Canvas] {
    var parts = [text([StyledRun(step.title, style: Style(.heading, .bold))])]
    for (index, block) in step.blocks.enumerated() {
      guard let part = canvas(of: block, at: index) else { continue }
      parts.append(Canvas(size: Size(columns: width, rows: 1)))
      parts.append(part)
    }
    return parts
  }

  /// The rows of one block, counted from the top of the page.
  func rows(ofBlock block: Int, in step: Step) -> Range<Int> {
    var before = step
    before.blocks = Array(step.blocks.prefix(block))
    let top = parts(of: before).reduce(0) { $0 + $1.size.rows } + 1
    let height = canvas(of: step.blocks[block], at: block)?.size.rows ?? 0
    return top..<top + height
  }

  /// nil for blocks that are shown elsewhere: panels stand in the example region.
  private func canvas(of block: Block, at index: Int) -> Canvas? {
    switch block {
    case .paragraph(let inlines): return text(runs(inlines))
    case .subheading(let inlines): return text(runs(inlines, Style(.heading, .bold)))
    case .quote(let inlines):
      return text(runs(inlines, Style(.body, .italic)), prefix: model.plain("│ "), indent: 2)
    case .list(let isOrdered, let items): return list(items, isOrdered: isOrdered)
    case .code(let source):
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      return stack(
        lines.map { [StyledRun(model.plain(String($0)), style: Style(.code))] }, indent: 2)
    case .formula(let display): return picture(display.formula, block: index)
    case .exercise(let exercise): return text(runs(exercise.ask, Style(.heading)))
    case .live: return nil
    }
  }

  private func list(_ items: [[Inline]], isOrdered: Bool) -> Canvas {
    let parts = items.enumerated().map { index, item in
      text(
        runs(item), prefix: isOrdered ? "\(index + 1). " : model.plain("• "),
        indent: isOrdered ? 3 : 2)
    }
    var canvas = Canvas(
      size: Size(columns: width, rows: parts.reduce(0) { $0 + $1.size.rows }))
    var row = 0
    for part in parts {
      canvas.draw(part, rows: 0..<part.size.rows, row: row, column: 0)
      row += part.size.rows
    }
    return canvas
  }

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
  private func picture(_ formula: Formula, block: Int) -> Canvas {
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

  private func text(_ runs: [StyledRun], prefix: String = "", indent: Int = 0) -> Canvas {
    var canvas = stack(wrap(runs, width: max(1, width - indent)), indent: indent)
    canvas.write(prefix, row: 0, column: 0, style: Style(.dim))
    return canvas
  }

  private func stack(_ lines: [[StyledRun]], indent: Int) -> Canvas {
    var canvas = Canvas(size: Size(columns: width, rows: max(1, lines.count)))
    for (row, line) in lines.enumerated() {
      var column = indent
      for run in line {
        column = canvas.write(run.text, row: row, column: column, style: run.style)
      }
    }
    return canvas
  }

  private func runs(_ inlines: [Inline], _ style: Style = .body) -> [StyledRun] {
    inlines.flatMap { inline -> [StyledRun] in
      var inner = style
      switch inline {
      case .text(let text): return [StyledRun(model.plain(text), style: style)]
      case .emphasis(let parts):
        inner.emphasis.insert(.italic)
        return runs(parts, inner)
      case .strong(let parts):
        inner.emphasis.insert(.bold)
        return runs(parts, inner)
      case .code(let text):
        let code = model.plain(text)
        // A short list such as [2, 1, 0] stays on one line.
        let isShort = cellWidth(of: code) <= Self.longestWholeCode
        return [StyledRun(code, style: Style(.code), isUnbreakable: isShort)]
      case .link(let parts, let destination):
        return runs(parts, Style(.link, .underline))
          + [StyledRun(" (\(destination))", style: Style(.dim))]
      case .formula(let formula): return model.inlineRuns(formula.value, style)
      case .value(let formula): return [model.liveValue(formula.value)]
      }
    }
  }
}
