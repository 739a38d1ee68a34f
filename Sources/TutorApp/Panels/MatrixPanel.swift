import Lessons
import TextGrid

/// The Jacobian, or a formula for every i and j, as a heat map with signed numbers; the cell (i, j)
/// is the chosen one.
///
/// Colour runs from blue (negative) to orange (positive); the sign is always written. Cells are
/// three rows high where there is room. What does not fit scrolls with the chosen cell.
struct MatrixPanel {
  let context: PanelContext
  private let shown: FormulaMatrix?
  private let labelColumns = 5
  private static let leastWithFooter = 4
  private let matrix: [[Double]]
  private let largest: Double
  /// A column for the mark on either side of the number.
  private let cellColumns: Int

  /// - Parameter shown: a formula's matrix; nil for the Jacobian.
  init(context: PanelContext, shown: FormulaMatrix?) {
    self.context = context
    self.shown = shown
    matrix = shown?.values ?? context.quantities.jacobian
    largest = matrix.joined().filter(\.isFinite).map(abs).max() ?? 0
    let widest =
      matrix.joined().map { cellWidth(of: context.number($0, plus: true)) }.max() ?? 0
    cellColumns = max(7, widest) + 3
  }

  func canvas() -> Canvas {
    let count = matrix.count
    let columns = window(
      around: context.example.j, count: count,
      room: max(1, (context.width - labelColumns) / cellColumns))
    let cellRows = context.rows >= count * 3 + 3 ? 3 : 1
    // Short of rows, the sentence below goes first, then the title. What is not whole says so.
    let isWhole = columns.count == count && context.rows > count
    let hasFooter = context.rows >= count + 3 || !isWhole && context.rows >= Self.leastWithFooter
    let top = context.rows >= count + (hasFooter ? 3 : 2) ? 2 : 1
    let extra = top + (hasFooter ? 1 : 0)
    let rows = window(
      around: context.example.i, count: count, room: max(1, (context.rows - extra) / cellRows))
    var canvas = Canvas(size: Size(columns: context.width, rows: rows.count * cellRows + extra))
    if top == 2 {
      let title =
        shown.map { context.text(.panelFormulaMatrix, $0.title) }
        ?? context.text(.panelMatrix)
      canvas.write(title, row: 0, column: 0, style: Style(.dim))
    }
    for (place, j) in columns.enumerated() {
      let isChosen = j == context.example.j
      canvas.writeRight(
        columnName(j), row: top - 1, end: labelColumns + (place + 1) * cellColumns - 3,
        style: Style(.scores, isChosen ? .bold : []))
    }
    for (line, i) in rows.enumerated() {
      draw(i, top: line * cellRows + top, cellRows: cellRows, columns: columns, &canvas)
    }
    if hasFooter {
      drawFooter(row: canvas.size.rows - 1, rows: rows, columns: columns, &canvas)
    }
    return canvas
  }

  /// Rows and columns of the Jacobian are named by what is differentiated, and by what.
  private func rowName(_ i: Int) -> String {
    shown == nil ? context.indexed("p", i) : String(i + 1)
  }

  private func columnName(_ j: Int) -> String {
    shown == nil ? context.indexed("z", j) : String(j + 1)
  }

  private func draw(
    _ i: Int, top: Int, cellRows: Int, columns: Range<Int>, _ canvas: inout Canvas
  ) {
    let isChosenRow = i == context.example.i
    let line = top + cellRows / 2
    canvas.write(
      isChosenRow ? context.plain("▸") : " ", row: line, column: 0, style: Style(.heading, .bold))
    canvas.write(
      rowName(i), row: line, column: 2,
      style: Style(.probabilities, isChosenRow ? .bold : []))
    for (place, j) in columns.enumerated() {
      let value = matrix[i][j]
      let start = labelColumns + place * cellColumns
      let style = Style(.heat(level(value)))
      canvas.fill(
        Region(row: top, column: start, columns: cellColumns - 1, rows: cellRows), style: style)
      let isChosen = isChosenRow && j == context.example.j
      canvas.writeRight(
        context.number(value, plus: true), row: line, end: start + cellColumns - 2,
        style: Style(style.role, isChosen ? [.bold, .underline] : []))
      guard isChosen else { continue }
      let marks = context.focus == .panel ? ["[", "]"] : [context.plain("▸"), " "]
      canvas.write(marks[0], row: line, column: start, style: Style(style.role, .bold))
      canvas.write(
        marks[1], row: line, column: start + cellColumns - 2, style: Style(style.role, .bold))
    }
  }

  private func drawFooter(
    row: Int, rows: Range<Int>, columns: Range<Int>, _ canvas: inout Canvas
  ) {
    let (i, j) = (context.example.i, context.example.j)
    let value = context.number(matrix[i][j], plus: true)
    let cell =
      shown == nil
      ? context.text(.panelMatrixCell, subscriptDigits(i + 1), subscriptDigits(j + 1), value)
      : context.text(.panelFormulaCell, String(i + 1), String(j + 1), value)
    let column = canvas.write(cell, row: row, column: 0, style: Style(.gradient))
    let note: String
    if min(rows.count, columns.count) < matrix.count {
      note = context.text(
        .panelMatrixPart, context.span(rows), context.span(columns), String(matrix.count))
    } else if shown == nil {
      note = context.text(
        .panelRowSum, scientific(context.quantities.largestJacobianRowSum, tier: context.tier))
    } else {
      note = ""
    }
    if column + 2 + cellWidth(of: note) <= context.width {
      canvas.writeRight(note, row: row, end: context.width, style: Style(.dim))
    }
  }

  /// −3 … 3 against the largest entry; only an exact 0 is level 0.
  private func level(_ value: Double) -> Int {
    guard value.isFinite, largest > 0, value != 0 else { return 0 }
    let scaled = Int((value / largest * 3).rounded())
    return value > 0 ? max(1, scaled) : min(-1, scaled)
  }
}

/// The run of `room` indices of `0..<count` that has `index` in it, near the middle.
func window(around index: Int, count: Int, room: Int) -> Range<Int> {
  guard room < count else { return 0..<count }
  let start = min(max(0, index - room / 2), count - room)
  return start..<start + room
}
