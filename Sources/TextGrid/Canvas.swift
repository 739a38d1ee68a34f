/// One character cell: a grapheme, its style, and how many columns it takes.
///
/// A wide character occupies two cells; its right half has an empty `glyph` and width 0.
public struct Cell: Hashable, Sendable {
  public var glyph: String
  public var width: Int
  public var style: Style

  public init(glyph: String, width: Int, style: Style) {
    self.glyph = glyph
    self.width = width
    self.style = style
  }

  public static let blank = Cell(glyph: " ", width: 1, style: .body)
}

/// A grid of cells that views write on. What falls outside is dropped, so no view tests bounds;
/// control characters never enter.
public struct Canvas: Equatable, Sendable {
  public let size: Size
  public internal(set) var cells: [Cell]
  /// Where the hardware cursor belongs, if it is to be shown.
  public var cursor: Position?

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// The columns from the first to the last in which a row differs from that of another canvas of
  /// the same size; nil where it is the same.
  ///
  /// - Parameter columns: how many are looked at, from the left.
  public func difference(from other: Canvas, row: Int, columns: Int) -> ClosedRange<Int>? {
    precondition(size == other.size && columns <= size.columns)
    let start = row * size.columns
    // In place: a key that turns a page compares some thousand cells, and copies none.
    return cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        func differs(_ column: Int) -> Bool { new[start + column] != old[start + column] }
        guard let first = (0..<columns).first(where: differs),
          let last = (0..<columns).last(where: differs)
        else { return nil }
        return first...last
      }
    }
  }
}
