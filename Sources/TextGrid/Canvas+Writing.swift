extension Canvas {
  /// Writes one line of text and returns the column after it, whether or not it was inside.
  ///
  /// What falls outside is dropped; half a wide character at an edge becomes a blank. Control
  /// characters, line breaks and bidirectional controls are dropped: text from files and from the
  /// command line never reaches the terminal as commands.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .body
  ) -> Int {
    var column = column
    for character in text {
      let width = cellWidth(of: character)
      if width == 0 {
        appendMark(character, row: row, column: column - 1)
        continue
      }
      let drawable = Self.withoutControls(character)
      put(Cell(glyph: drawable, width: width, style: style), row: row, column: column)
      column += width
    }
    return column
  }

  /// Blanks a region.
  public mutating func fill(_ region: Region, style: Style = .body) {
    let line = String(repeating: " ", count: region.columns)
    for row in region.row..<region.row + region.rows {
      write(line, row: row, column: region.column, style: style)
    }
  }

  /// Copies `rows` of another canvas so that its upper left corner is at (row, column).
  public mutating func draw(_ other: Canvas, rows: Range<Int>, row: Int, column: Int) {
    for source in rows.clamped(to: 0..<other.size.rows) {
      for across in 0..<other.size.columns {
        let cell = other[source, across]
        guard cell.width > 0 else { continue }
        put(cell, row: row + source - rows.lowerBound, column: column + across)
      }
    }
  }

  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard (0..<size.rows).contains(row) else { return }
    let start = row * size.columns
    for offset in 0..<cell.width where (0..<size.columns).contains(column + offset) {
      separate(start + column + offset, rowStart: start)
    }
    let isWhole = column >= 0 && column + cell.width <= size.columns
    for offset in 0..<cell.width where (0..<size.columns).contains(column + offset) {
      let isFirst = offset == 0
      cells[start + column + offset] =
        isWhole
        ? Cell(glyph: isFirst ? cell.glyph : "", width: isFirst ? cell.width : 0, style: cell.style)
        : Cell(glyph: " ", width: 1, style: cell.style)
    }
  }

  /// Before a cell is overwritten, a wide character of which it is one half loses the other too.
  private mutating func separate(_ index: Int, rowStart: Int) {
    if cells[index].width == 2 {
      cells[index + 1] = Cell(glyph: " ", width: 1, style: cells[index].style)
    } else if cells[index].width == 0, index > rowStart {
      cells[index - 1] = Cell(glyph: " ", width: 1, style: cells[index].style)
    }
  }

  /// A combining mark that starts a run joins the cell before it.
  private mutating func appendMark(_ mark: Character, row: Int, column: Int) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    let marks = mark.unicodeScalars.filter {
      $0.properties.generalCategory == .nonspacingMark
    }
    guard !marks.isEmpty else { return }
    let index = row * size.columns + column
    let base = cells[index].width == 0 && column > 0 ? index - 1 : index
    cells[base].glyph.unicodeScalars.append(contentsOf: marks)
  }

  /// The grapheme without control and format scalars; joiners between emoji go too, which
  /// terminals draw apart anyway.
  private static func withoutControls(_ character: Character) -> String {
    if character.isASCII { return String(character) }
    var kept = String.UnicodeScalarView()
    for scalar in character.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
