import Lessons
import Meaning
import Notation
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
