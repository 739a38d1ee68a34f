import Lessons
import TextGrid

/// The numbers of a plot's points, class by class, beside it.
struct ClassList {
  struct Column {
    var heading: String
    var role: Role
    var values: [Double]

    init(_ heading: String, _ role: Role, _ values: [Double]) {
      (self.heading, self.role, self.values) = (heading, role, values)
    }
  }

  private let columns: [Column]
  private let entries: [[String]]
  private let widths: [Int]
  private let count: Int

  init(_ columns: [Column], _ look: PanelLook) {
    self.columns = columns
    entries = columns.map { $0.values.map { look.number($0) } }
    widths = zip(columns, entries).map { column, texts in
      (texts + [look.plain(column.heading)]).map { cellWidth(of: $0) }.max() ?? 0
    }
    count = columns.first?.values.count ?? 0
  }

  /// The class's number and two blanks before each column.
  var width: Int { 2 + widths.reduce(0) { $0 + $1 + 2 } }

  /// Draws it right-aligned; of many classes those around the chosen one.
  func draw(row: Int, end: Int, rows: Int, _ look: PanelLook, _ canvas: inout Canvas) {
    let isWhole = count + 1 <= rows
    let shown = window(
      around: look.chosenClass, count: count, room: max(1, rows - (isWhole ? 1 : 2)))
    let start = end - width
    for (line, index) in shown.enumerated() {
      canvas.writeRight(
        String(index + 1), row: row + line + 1, end: start + 2, style: Style(.probabilities, .bold))
    }
    var columnEnd = start + 2
    for (place, column) in columns.enumerated() {
      columnEnd += widths[place] + 2
      canvas.writeRight(
        look.plain(column.heading), row: row, end: columnEnd, style: Style(column.role))
      for (line, index) in shown.enumerated() {
        canvas.writeRight(
          entries[place][index], row: row + line + 1, end: columnEnd, style: Style(column.role))
      }
    }
    if !isWhole, rows >= 3 {
      canvas.writeRight(
        look.cue(of: shown, outOf: count), row: row + shown.count + 1, end: end, style: Style(.dim))
    }
  }
}
