import TextGrid

/// Where the regions of the screen are, from its size alone.
///
/// The first row is the title, the last the keys; above the keys stands the strip of the learner's
/// numbers. What is between belongs to the lesson, and from `sideBySideFrom` columns to the panels
/// beside it.
struct Frame {
  /// Drawn for this and more; below it, what fits.
  static let smallest = Size(columns: 60, rows: 18)
  static let sideBySideFrom = 108
  /// A formula of the course has its reasons beside it in so many columns, and a longer line is
  /// harder to read.
  static let lessonColumns = 60...76
  /// From so many rows the strip has a row for the names of its columns, and the lines of a
  /// derivation stand apart.
  static let roomyFrom = 20

  var title: Region
  var lesson: Region
  /// The panels beside the lesson; nothing where they stand in it.
  var panels: Region
  /// The column between the two.
  var divider: Region
  var strip: Region
  var keys: Region

  var isSideBySide: Bool { panels.columns > 0 }

  /// All between title and keys: what a screen above the lesson fills.
  var body: Region {
    Region(
      row: title.rows, column: 0, columns: title.columns, rows: max(0, keys.row - title.rows))
  }

  init(size: Size) {
    let (columns, rows) = (size.columns, size.rows)
    let titleRows = rows >= 4 ? 1 : 0
    let keyRows = rows >= 2 ? 1 : 0
    let body = max(0, rows - titleRows - keyRows)
    // The strip keeps all its numbers as long as the lesson has as much room, then one row.
    let stripRows = rows >= Self.roomyFrom ? 4 : body >= 7 ? 3 : body >= 3 ? 1 : 0
    let lessonRows = body - stripRows
    let bottom = titleRows + lessonRows
    title = Region(row: 0, column: 0, columns: columns, rows: titleRows)
    strip = Region(row: bottom, column: 0, columns: columns, rows: stripRows)
    keys = Region(row: bottom + stripRows, column: 0, columns: columns, rows: keyRows)
    let top = titleRows
    if columns >= Self.sideBySideFrom, lessonRows > 0 {
      let half = columns * 13 / 24
      let width = min(max(Self.lessonColumns.lowerBound, half), Self.lessonColumns.upperBound)
      lesson = Region(row: top, column: 1, columns: width, rows: lessonRows)
      divider = Region(row: top, column: width + 2, columns: 1, rows: lessonRows)
      panels = Region(
        row: top, column: width + 4, columns: columns - width - 5, rows: lessonRows)
    } else {
      lesson = Region(row: top, column: 1, columns: max(0, columns - 2), rows: lessonRows)
      divider = Region(row: top, column: columns, columns: 0, rows: 0)
      panels = Region(row: top, column: columns, columns: 0, rows: 0)
    }
  }
}
