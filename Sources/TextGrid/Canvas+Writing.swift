extension Canvas {
  /// Writes one line of text and returns the column after it, whether or not it was inside.
  ///
  /// What falls outside is dropped; half a wide character at an edge becomes a blank. Control
  /// characters, line breaks and bidirectional controls are dropped, a tab is one blank: text from
  /// files and from the command line never reaches the terminal as commands.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .body
  ) -> Int {
    var column = column
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      guard (0..<size.rows).contains(row) else { return column + text.utf8.count }
      for byte in text.utf8 {
        let cell = Cell(glyph: Self.ascii[Int(byte - 0x20)], width: 1, style: style)
        put(cell, row: row, column: column)
        column += 1
      }
      return column
    }
    for character in text {
      if let ascii = character.asciiValue, (0x20..<0x7F).contains(ascii) {
        put(Cell(glyph: String(character), width: 1, style: style), row: row, column: column)
        column += 1
        continue
      }
      let parts = glyphs(of: character)
      if parts.isEmpty { appendMarks(of: character, row: row, column: column - 1) }
      for part in parts {
        put(Cell(glyph: part.text, width: part.width, style: style), row: row, column: column)
        column += part.width
      }
    }
    return column
  }

  /// Made once: most cells are one of these.
  private static let ascii = (UInt8(0x20)..<0x7F).map { String(Unicode.Scalar($0)) }

  /// Blanks a region.
  public mutating func fill(_ region: Region, style: Style = .body) {
    let rows = (region.row..<region.row + region.rows).clamped(to: 0..<size.rows)
    let columns = (region.column..<region.column + region.columns).clamped(to: 0..<size.columns)
    for row in rows {
      for column in columns {
        put(Cell(glyph: " ", width: 1, style: style), row: row, column: column)
      }
    }
  }

  /// Copies a canvas, or some of its rows, so that the first of them starts at (row, column).
  public mutating func draw(_ other: Canvas, rows: Range<Int>? = nil, row: Int, column: Int) {
    let rows = rows ?? 0..<other.size.rows
    for source in rows.clamped(to: 0..<other.size.rows) {
      let row = row + source - rows.lowerBound
      guard (0..<size.rows).contains(row) else { continue }
      if copyNarrow(source, of: other, row: row, column: column) { continue }
      for across in 0..<other.size.columns {
        let cell = other[source, across]
        guard cell.width > 0 else { continue }
        put(cell, row: row, column: column + across)
      }
    }
  }

  /// Copies a row in one go where no wide character is in the way: nearly every row.
  ///
  /// - Returns: false, with nothing done, where one is.
  private mutating func copyNarrow(_ source: Int, of other: Canvas, row: Int, column: Int) -> Bool {
    let target = (column..<column + other.size.columns).clamped(to: 0..<size.columns)
    guard !target.isEmpty else { return true }
    let first = row * size.columns + target.lowerBound
    let start = source * other.size.columns + target.lowerBound - column
    let copied = other.cells[start..<start + target.count]
    let isNarrow =
      copied.allSatisfy { $0.width == 1 }
      && cells[first..<first + target.count].allSatisfy { $0.width == 1 }
    if isNarrow { cells.replaceSubrange(first..<first + target.count, with: copied) }
    return isNarrow
  }

  /// Changes the style of what stands in a region; a wide character half inside changes whole.
  ///
  /// - Parameter change: gets each style, so that a role can stay and only the emphasis change.
  public mutating func restyle(_ region: Region, _ change: (inout Style) -> Void) {
    let rows = (region.row..<region.row + region.rows).clamped(to: 0..<size.rows)
    let columns = (region.column..<region.column + region.columns).clamped(to: 0..<size.columns)
    guard let first = columns.first, let last = columns.last else { return }
    for row in rows {
      let start = row * size.columns
      let from = cells[start + first].width == 0 && first > 0 ? first - 1 : first
      let to = cells[start + last].width == 2 ? last + 1 : last
      for column in from...to { change(&cells[start + column].style) }
    }
  }

  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard (0..<size.rows).contains(row) else { return }
    let start = row * size.columns
    if cell.width == 1, (0..<size.columns).contains(column), cells[start + column].width == 1 {
      cells[start + column] = cell
      return
    }
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

  /// Marks that start a text join the cell before it. A wide character takes none: ncurses loses
  /// them there.
  private mutating func appendMarks(of character: Character, row: Int, column: Int) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    let index = row * size.columns + column
    guard cells[index].width == 1 else { return }
    let room = Glyph.mostMarks + 1 - cells[index].glyph.unicodeScalars.count
    let marks = character.unicodeScalars.filter(isDrawnMark).prefix(max(0, room))
    cells[index].glyph.unicodeScalars.append(contentsOf: marks)
  }
}
