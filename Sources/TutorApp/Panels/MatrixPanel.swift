import Lessons
import Notation
import TextGrid
import Typesetting

extension PanelTypes { var matrix: Drawing { MatrixPanel.init } }

/// The Jacobian, or a formula for every i and j, as a heat map with signed numbers; the cell (i, j)
/// is the chosen one.
///
/// Colour runs from blue (negative) to orange (positive); the sign is always written. Cells are
/// three rows high where there is room. What does not fit scrolls with the chosen cell.
struct MatrixPanel: Panel {
  /// The formula on one row; nil for the Jacobian of softmax, which has words of its own.
  private let title: String?
  let matrix: [[Double]]
  /// The value of the strongest colour.
  private let scale: BarScale
  private let largestRowSum: Double
  private let condition: IndexRelation?
  private let labelColumns = 5
  private static let leastWithFooter = 4
  private static let mostToSpare = 8

  init(_ source: PanelSource) {
    // SoftmaxCore knows its own Jacobian with its limits, where the formula divides by T = 0.
    if let formula = source.request?.formula, !formula.isSoftmaxJacobian {
      title = formula.inlineText()
      let classes = source.example.logits.indices
      matrix = classes.map { i in classes.map { j in source.value(formula, i, j) } }
      largestRowSum = .nan
    } else {
      title = nil
      matrix = source.quantities.jacobian
      largestRowSum = source.quantities.largestJacobianRowSum
    }
    // p(1 − p)/T is never above 1/4T; of a formula nothing is known.
    let bound = title == nil ? 0.25 / source.quantities.example.temperature : .infinity
    scale =
      bound.isFinite && bound > 0
      ? BarScale(top: bound, isSigned: true)
      : .steps(covering: Array(matrix.joined()), least: 0.1, isSigned: true)
    condition = source.condition
  }

  func rows(for width: Int) -> Int { matrix.count + 3 }

  /// Cells of three rows.
  func fullRows(for width: Int) -> Int { 3 * matrix.count + 3 }

  var cells: PanelCells? {
    PanelCells(rows: matrix.count, columns: matrix.count, condition: condition)
  }

  private func chosen(_ look: PanelLook) -> (i: Int, j: Int) {
    cells?.admitted((look.i, look.j)) ?? (look.i, look.j)
  }

  /// A column for the mark on either side of the number; more where all columns have more.
  private func cellColumns(_ look: PanelLook) -> Int {
    let widest = matrix.joined().map { cellWidth(of: look.number($0, plus: true)) }.max() ?? 0
    let least = max(7, widest) + 3
    let room = (look.width - labelColumns) / max(1, matrix.count)
    return min(max(least, room), least + Self.mostToSpare)
  }

  func sentences(_ look: PanelLook) -> [String] {
    let rows = matrix.indices.map { i in
      rowName(i, look) + ": "
        + matrix[i].indices.map {
          columnName($0, look) + " " + look.number(matrix[i][$0], plus: true)
        }
        .joined(separator: ", ")
    }
    let sums = title == nil ? [rowSumText(look)] : []
    return [titleText(look)] + rows + [cellText(look)] + sums
  }

  func drawn(_ look: PanelLook) -> Canvas {
    var look = look
    (look.i, look.j) = chosen(look)
    let count = matrix.count
    let cellColumns = cellColumns(look)
    let columns = window(
      around: look.j, count: count,
      room: max(1, (look.width - labelColumns) / cellColumns))
    let cellRows = look.rows >= count * 3 + 3 ? 3 : 1
    // Short of rows, the sentence below goes first, then the title. What is not whole says so.
    let isWhole = columns.count == count && look.rows > count
    let hasFooter = look.rows >= count + 3 || !isWhole && look.rows >= Self.leastWithFooter
    let top = look.rows >= count + (hasFooter ? 3 : 2) ? 2 : 1
    let extra = top + (hasFooter ? 1 : 0)
    let rows = window(
      around: look.i, count: count, room: max(1, (look.rows - extra) / cellRows))
    var canvas = Canvas(size: Size(columns: look.width, rows: rows.count * cellRows + extra))
    if top == 2 {
      let end = canvas.write(titleText(look), row: 0, column: 0, style: Style(.dim))
      let colour = look.text(.panelColour, shortest(scale.top))
      if end + 2 + cellWidth(of: colour) <= look.width {
        canvas.writeRight(colour, row: 0, end: look.width, style: Style(.dim))
      }
    }
    for (place, j) in columns.enumerated() {
      let isChosen = j == look.j
      canvas.writeRight(
        columnName(j, look), row: top - 1, end: labelColumns + (place + 1) * cellColumns - 3,
        style: Style(.scores, isChosen ? .bold : []))
    }
    for (line, i) in rows.enumerated() {
      draw(i, top: line * cellRows + top, cellRows: cellRows, columns: columns, look, &canvas)
    }
    if hasFooter {
      drawFooter(row: canvas.size.rows - 1, rows: rows, columns: columns, look, &canvas)
    }
    return canvas
  }

  private func titleText(_ look: PanelLook) -> String {
    title.map { look.text(.panelFormulaMatrix, $0) } ?? look.text(.panelMatrix)
  }

  private func cellText(_ look: PanelLook) -> String {
    let (i, j) = chosen(look)
    let value = look.number(matrix[i][j], plus: true)
    return title == nil
      ? look.text(.panelMatrixCell, subscriptDigits(i + 1), subscriptDigits(j + 1), value)
      : look.text(.panelFormulaCell, String(i + 1), String(j + 1), value)
  }

  /// What the chosen cell was before the last change; nothing where it is the same.
  private func beforeText(_ look: PanelLook) -> String {
    let (i, j) = chosen(look)
    guard let before = look.before as? MatrixPanel, before.matrix.count == matrix.count,
      before.matrix[i][j] != matrix[i][j]
    else { return "" }
    return "  " + look.text(.panelBefore, look.number(before.matrix[i][j], plus: true))
  }

  private func rowSumText(_ look: PanelLook) -> String {
    largestRowSum.isNaN
      ? look.text(.panelNoSlope)
      : look.text(.panelRowSum, scientific(largestRowSum, tier: look.tier))
  }

  /// Rows and columns of the Jacobian are named by what is differentiated, and by what.
  private func rowName(_ i: Int, _ look: PanelLook) -> String {
    title == nil ? look.indexed("p", i) : String(i + 1)
  }

  private func columnName(_ j: Int, _ look: PanelLook) -> String {
    title == nil ? look.indexed("z", j) : String(j + 1)
  }

  private func draw(
    _ i: Int, top: Int, cellRows: Int, columns: Range<Int>, _ look: PanelLook,
    _ canvas: inout Canvas
  ) {
    let cellColumns = cellColumns(look)
    let isChosenRow = i == look.i
    let line = top + cellRows / 2
    canvas.write(
      isChosenRow ? look.plain("▸") : " ", row: line, column: 0, style: Style(.heading, .bold))
    canvas.write(
      rowName(i, look), row: line, column: 2,
      style: Style(.probabilities, isChosenRow ? .bold : []))
    for (place, j) in columns.enumerated() {
      let value = matrix[i][j]
      let start = labelColumns + place * cellColumns
      let style = Style(.heat(level(value)))
      canvas.fill(
        Region(row: top, column: start, columns: cellColumns - 1, rows: cellRows), style: style)
      let isChosen = isChosenRow && j == look.j
      let number = look.number(value, plus: true)
      let end = start + cellColumns - 2
      canvas.writeRight(
        number, row: line, end: end, style: Style(style.role, isChosen ? [.bold, .underline] : []))
      guard isChosen else { continue }
      let marks = look.focus == .panel ? ["[", "]"] : [look.plain("▸"), " "]
      canvas.write(
        marks[0], row: line, column: end - cellWidth(of: number) - 1,
        style: Style(style.role, .bold))
      canvas.write(marks[1], row: line, column: end, style: Style(style.role, .bold))
    }
  }

  private func drawFooter(
    row: Int, rows: Range<Int>, columns: Range<Int>, _ look: PanelLook, _ canvas: inout Canvas
  ) {
    var column = canvas.write(cellText(look), row: row, column: 0, style: Style(.gradient))
    let before = beforeText(look)
    if column + cellWidth(of: before) <= look.width {
      column = canvas.write(before, row: row, column: column, style: Style(.dim))
    }
    let note: String
    if min(rows.count, columns.count) < matrix.count {
      note = look.text(
        .panelMatrixPart, look.span(rows), look.span(columns), String(matrix.count))
    } else if title == nil {
      note = rowSumText(look)
    } else {
      note = ""
    }
    if column + 2 + cellWidth(of: note) <= look.width {
      canvas.writeRight(note, row: row, end: look.width, style: Style(.dim))
    }
  }

  /// −3 … 3 on the scale; only an exact 0 is level 0.
  private func level(_ value: Double) -> Int {
    guard !value.isNaN, value != 0 else { return 0 }
    let scaled = Int((scale.share(of: value) * 3).rounded())
    return value > 0 ? max(1, scaled) : min(-1, scaled)
  }
}

extension Formula {
  private static let softmaxJacobians: Set = [
    "\\frac{\\partialp_i}{\\partialz_j}", "J_{i,j}", "J_{ij}",
  ]

  /// Whether it is ∂pᵢ/∂zⱼ, as lessons write it.
  fileprivate var isSoftmaxJacobian: Bool {
    Self.softmaxJacobians.contains(source.filter { !$0.isWhitespace })
  }
}
