import TextGrid

/// Where the regions of the screen are.
///
/// Two last rows hold status and keys, the first the title. From 100 columns the example stands
/// beside the lesson, below that above it; the lesson keeps at least `leastLesson` rows as long as
/// there are any.
struct Frame {
  /// Drawn for this and more; below it, what fits.
  static let smallest = Size(columns: 60, rows: 18)
  static let sideBySideFrom = 100
  static let leastLesson = 6
  /// While numbers are edited their panels come first.
  static let leastLessonInEditor = 4

  var title: Region
  var lesson: Region
  var example: Region
  /// The line between the two: a row when stacked, a column side by side.
  var divider: Region
  var status: Region
  var keys: Region
  var isSideBySide: Bool

  /// Columns of the lesson's pane, which hang on nothing but the screen's size.
  static func lessonColumns(_ size: Size) -> Int {
    Frame(size: size, exampleRows: 0).lesson.columns
  }

  /// - Parameter exampleRows: what the example would like to have, when it stands above.
  init(size: Size, exampleRows: Int, leastLesson: Int = Frame.leastLesson) {
    let (columns, rows) = (size.columns, size.rows)
    let titleRows = rows >= 4 ? 1 : 0
    let keyRows = rows >= 2 ? 1 : 0
    let statusRows = rows >= 3 ? 1 : 0
    let top = titleRows
    let body = max(0, rows - titleRows - keyRows - statusRows)
    title = Region(row: 0, column: 0, columns: columns, rows: titleRows)
    status = Region(row: top + body, column: 0, columns: columns, rows: statusRows)
    keys = Region(row: top + body + statusRows, column: 0, columns: columns, rows: keyRows)
    isSideBySide = columns >= Self.sideBySideFrom && body > 0
    if isSideBySide {
      // The lesson's formulas are laid out for 60 columns; the rest goes to the example.
      let exampleColumns = min(max(44, columns - 66), 64)
      let lessonColumns = columns - exampleColumns - 5
      lesson = Region(row: top, column: 1, columns: lessonColumns, rows: body)
      divider = Region(row: top, column: lessonColumns + 2, columns: 1, rows: body)
      example = Region(row: top, column: lessonColumns + 4, columns: exampleColumns, rows: body)
    } else {
      let room = max(0, body - 1 - leastLesson)
      let above = min(exampleRows, room)
      let used = above > 0 ? above + 1 : 0
      example = Region(row: top, column: 1, columns: columns - 2, rows: above)
      divider = Region(row: top + above, column: 0, columns: columns, rows: above > 0 ? 1 : 0)
      lesson = Region(row: top + used, column: 1, columns: columns - 2, rows: body - used)
    }
  }
}
