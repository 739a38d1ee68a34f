import Notation
import TextGrid

/// A rectangle of cells with a baseline: the row that sits on the line of text.
///
/// Every row is `width` cells wide, and `0 <= baseline < height`. The maths axis is the baseline: a
/// fraction's bar stands on it.
struct Box {
  private(set) var rows: [[Picture.Glyph]]
  private(set) var baseline: Int
  /// The widest fraction bar inside: the bar around it must be wider to be told apart.
  var bar = 0
  /// Holds a fraction, a matrix, a brace or a tall radical, so that plain fences grow around it.
  var isTall = false
  /// The rows of each line of a derivation inside.
  var lines: [Range<Int>] = []
  /// The rows beside which scripts go; nil for all. A fence that did not grow has its baseline only.
  var scriptRows: Range<Int>?

  var width: Int { rows.first?.count ?? 0 }
  var height: Int { rows.count }
  var descent: Int { rows.count - 1 - baseline }

  init(_ glyphs: [Picture.Glyph] = []) {
    rows = [glyphs]
    baseline = 0
  }

  init(rows: [[Picture.Glyph]], baseline: Int) {
    let width = rows.map(\.count).max() ?? 0
    self.rows =
      rows.isEmpty
      ? [[]] : rows.map { $0 + Array(repeating: .blank, count: width - $0.count) }
    self.baseline = min(max(0, baseline), max(0, rows.count - 1))
  }

  static func blank(columns: Int, node: Notation.NodeID? = nil) -> Box {
    var glyph = Picture.Glyph.blank
    glyph.node = node
    return Box(Array(repeating: glyph, count: max(0, columns)))
  }

  /// Boxes side by side on one baseline.
  static func beside(_ boxes: [Box]) -> Box {
    if boxes.count == 1 { return boxes[0] }
    let ascent = boxes.map(\.baseline).max() ?? 0
    let height = ascent + 1 + (boxes.map(\.descent).max() ?? 0)
    var rows = Array(repeating: [Picture.Glyph](), count: height)
    for box in boxes {
      let above = ascent - box.baseline
      let padding = Array(repeating: Picture.Glyph.blank, count: box.width)
      for row in 0..<height {
        let inner = row - above
        rows[row] += box.rows.indices.contains(inner) ? box.rows[inner] : padding
      }
    }
    var result = Box(rows: rows, baseline: ascent)
    result.inherit(boxes)
    return result
  }

  /// Boxes under one another; `baselineOf` names the one whose baseline is the result's.
  static func stacked(
    _ boxes: [Box], aligned alignment: ColumnAlignment = .center, baselineOf index: Int = 0,
    gap: Int = 0
  ) -> Box {
    let width = boxes.map(\.width).max() ?? 0
    var rows: [[Picture.Glyph]] = []
    var baseline = 0
    for (number, box) in boxes.enumerated() {
      if number > 0 {
        rows += Array(repeating: Array(repeating: .blank, count: width), count: gap)
      }
      if number == index { baseline = rows.count + box.baseline }
      rows += box.padded(to: width, alignment).rows
    }
    var result = Box(rows: rows, baseline: baseline)
    result.inherit(boxes)
    return result
  }

  /// The box widened; an odd column goes to the right.
  func padded(to width: Int, _ alignment: ColumnAlignment) -> Box {
    let missing = width - self.width
    guard missing > 0 else { return self }
    let left =
      switch alignment {
      case .left: 0
      case .center: missing / 2
      case .right: missing
      }
    return padded(left: left, right: missing - left)
  }

  func padded(left: Int = 0, right: Int = 0) -> Box {
    let before = Array(repeating: Picture.Glyph.blank, count: left)
    let after = Array(repeating: Picture.Glyph.blank, count: right)
    var box = self
    box.rows = rows.map { before + $0 + after }
    return box
  }

  /// Blank rows above and below, so that the box reaches that far from its baseline.
  func extended(ascent: Int, descent: Int) -> Box {
    let blank = Array(repeating: Picture.Glyph.blank, count: width)
    let above = Array(repeating: blank, count: max(0, ascent - baseline))
    let below = Array(repeating: blank, count: max(0, descent - self.descent))
    var box = self
    box.rows = above + rows + below
    box.baseline += above.count
    box.lines = lines.map { $0.lowerBound + above.count..<$0.upperBound + above.count }
    box.scriptRows = scriptRows.map {
      $0.lowerBound + above.count..<$0.upperBound + above.count
    }
    return box
  }

  func onBaseline(_ row: Int) -> Box {
    var box = self
    box.baseline = min(max(0, row), height - 1)
    return box
  }

  func mapGlyphs(_ transform: (Picture.Glyph) -> Picture.Glyph) -> Box {
    var box = self
    box.rows = rows.map { $0.map(transform) }
    return box
  }

  private mutating func inherit(_ boxes: [Box]) {
    bar = boxes.map(\.bar).max() ?? 0
    isTall = boxes.contains(where: \.isTall)
  }
}
