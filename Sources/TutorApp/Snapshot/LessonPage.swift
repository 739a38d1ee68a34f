import Notation
import TextGrid
import Typesetting

/// A whole step laid out at its natural height; the screen shows a window of it.
struct LessonPage: Sendable {
  var canvas = Canvas(size: Size(columns: 0, rows: 0))
  /// The rows that each block of the step takes; none for a panel that stands beside the text.
  var rows: [Range<Int>] = []
  /// What one key after another shows, in order; never empty.
  var beats: [Beat] = []
  /// Where panels stand in the text.
  var panels: [PanelRows] = []
  /// The formulas, by block.
  var formulas: [Int: PlacedPicture] = [:]
  /// How many columns the widest formula has too many.
  var excess = 0

  var height: Int { canvas.size.rows }

  /// A formula's picture on the page.
  struct PlacedPicture: Sendable {
    var picture: Picture
    /// The column of its left edge, left of what is moved out.
    var margin: Int
    /// Columns of it that are moved out to the left.
    var hidden: Int
  }

  /// Where the cells of some nodes of a formula stand on the page.
  func cells(of nodes: Set<Notation.NodeID>, inBlock block: Int) -> [Position] {
    guard let placed = formulas[block] else { return [] }
    return placed.picture.cells(of: nodes).compactMap { cell in
      let column = cell.column - placed.hidden
      guard column >= 0 else { return nil }
      return Position(row: rows[block].lowerBound + cell.row, column: placed.margin + column)
    }
  }

  /// The piece of a formula that stands at a place of the page.
  func node(at position: Position) -> (block: Int, node: Notation.NodeID)? {
    for (block, placed) in formulas where rows[block].contains(position.row) {
      let row = position.row - rows[block].lowerBound
      let column = position.column - placed.margin + placed.hidden
      guard placed.picture.rows.indices.contains(row),
        placed.picture.rows[row].indices.contains(column),
        let node = placed.picture.rows[row][column].node
      else { continue }
      return (block, node)
    }
    return nil
  }
}
