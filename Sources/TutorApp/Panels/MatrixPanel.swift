import Lessons
import TextGrid

/// The Jacobian as a heat map with signed numbers; the cell (i, j) is the chosen one.
///
/// Colour runs from blue (negative) to orange (positive); the sign is always written. What does not
/// fit scrolls with the chosen cell.
struct MatrixPanel {
  let context: PanelContext

  private var matrix: [[Double]] { context.quantities.jacobian }
  private var cellColumns: Int {
    let widest = matrix.joined().map { cellWidth(of: context.number($0, plus: true)) }.max() ?? 7
    return max(7, widest) + 2
  }

  static func wantedRows(_ example: Example) -> Int { example.classCount + 3 }

  func canvas() -> Canvas {
    let count = matrix.count
    let labelColumns = 5
    let columns = window(
      around: context.example.j, count: count,
      room: max(1, (context.width - labelColumns) / cellColumns))
    let rows = window(around: context.example.i, count: count, room: max(1, context.rows - 3))
    var canvas = Canvas(size: Size(columns: context.width, rows: rows.count + 3))
    canvas.write(context.text(.panelMatrix), row: 0, column: 0, style: Style(.dim))
    for (place, j) in columns.enumerated() {
      let end = labelColumns + (place + 1) * cellColumns - 1
      let isChosen = j == context.example.j
      canvas.writeRight(
        context.indexed("z", j), row: 1, end: end, style: Style(.scores, isChosen ? .bold : []))
    }
    for (line, i) in rows.enumerated() {
      draw(row: i, at: line + 2, columns: columns, labelColumns: labelColumns, &canvas)
    }
    drawFooter(
      row: rows.count + 2, hidden: count - rows.count, hiddenColumns: count - columns.count,
      &canvas)
    return canvas
  }

  private func draw(
    row i: Int, at line: Int, columns: Range<Int>, labelColumns: Int, _ canvas: inout Canvas
  ) {
    let isChosenRow = i == context.example.i
    canvas.write(
      isChosenRow ? context.plain("▸") : " ", row: line, column: 0, style: Style(.heading, .bold))
    canvas.write(
      context.indexed("p", i), row: line, column: 2,
      style: Style(.probabilities, isChosenRow ? .bold : []))
    for (place, j) in columns.enumerated() {
      let value = matrix[i][j]
      let text = context.number(value, plus: true)
      let isChosen = isChosenRow && j == context.example.j
      let emphasis: Emphasis = isChosen ? [.bold, .underline] : []
      let start = labelColumns + place * cellColumns
      canvas.write(
        String(repeating: " ", count: cellColumns - 1), row: line, column: start,
        style: Style(.heat(level(value))))
      canvas.writeRight(
        text, row: line, end: start + cellColumns - 1 - 1,
        style: Style(.heat(level(value)), emphasis))
      if isChosen {
        let isFocused = context.focus == .panel
        canvas.write(
          isFocused ? "[" : context.plain("▸"), row: line, column: start,
          style: Style(.heat(level(value)), .bold))
        if isFocused {
          canvas.write(
            "]", row: line, column: start + cellColumns - 2,
            style: Style(.heat(level(value)), .bold))
        }
      }
    }
  }

  private func drawFooter(row: Int, hidden: Int, hiddenColumns: Int, _ canvas: inout Canvas) {
    let (i, j) = (context.example.i, context.example.j)
    let column = canvas.write(
      context.text(
        .panelMatrixCell, context.plain(subscriptDigits(i + 1)), context.plain(subscriptDigits(j + 1)),
        context.number(matrix[i][j], plus: true)),
      row: row, column: 0, style: Style(.gradient))
    let sum = context.quantities.largestJacobianRowSum
    var note = context.text(.panelRowSum, context.number(sum))
    if max(hidden, hiddenColumns) > 0 {
      note = context.text(.moreClasses, String(max(hidden, hiddenColumns)))
    }
    if column + 2 + cellWidth(of: note) <= context.width {
      canvas.writeRight(note, row: row, end: context.width, style: Style(.dim))
    }
  }

  /// −3 … 3 against the largest possible entry, which is 1/(4T).
  private func level(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    let largest = matrix.joined().map(abs).max() ?? 0
    guard largest > 0 else { return 0 }
    let scaled = value / largest * 3
    return scaled > 0 ? max(1, Int(scaled.rounded())) : scaled < 0 ? min(-1, Int(scaled.rounded())) : 0
  }
}

/// The run of `room` indices of `0..<count` that has `index` in it, near the middle.
func window(around index: Int, count: Int, room: Int) -> Range<Int> {
  guard room < count else { return 0..<count }
  let start = min(max(0, index - room / 2), count - room)
  return start..<start + room
}
