import Lessons
import TextGrid

/// Where the columns of the strip stand, and what is drawn in them.
///
/// ```
/// ── class ────── 1 ──────── 2 ──────── 3 ─────────────── nats · saved ──
///  scores z       2          1          0            T = 1
///  softmax p ▅ 0.6652   ▂ 0.2447   ▁ 0.0900          i = 1 of 3
///  target y       1          0          0            j = 2 of 3
/// ```
///
/// With more classes than columns it shows those around the chosen one, and says which.
struct StripDrawing {
  private let strip: NumberStrip
  private let look: PanelLook
  /// How i and j are tied in this step.
  private let relation: IndexRelation?
  private let labels: [String]
  private let sides: [String]
  /// Columns of a number, and of the bar of a probability after it or its one cell before it.
  private let numberWidth: Int
  private let barWidth: Int
  private let shown: Range<Int>

  private static let gap = 2
  /// So many rows have one for the classes' numbers.
  static let rowsWithHeader = 4
  private static let sidesFrom = 40

  init(_ strip: NumberStrip, _ look: PanelLook, relation: IndexRelation?) {
    (self.strip, self.look, self.relation) = (strip, look, relation)
    labels = Self.labels(strip, look)
    // Where there is room for little, the number in use has it.
    let hasSides = look.width >= Self.sidesFrom || look.focus == .editor(.temperature)
    sides = hasSides ? Self.sides(strip, look, relation) : ["", "", ""]
    let typed = look.typing == nil ? 0 : 8
    numberWidth = min(
      12,
      strip.logits.indices.reduce(typed) { width, k in
        max(
          width, cellWidth(of: look.compact(strip.logits[k])),
          cellWidth(of: look.number(strip.p[k])), cellWidth(of: look.compact(strip.weights[k])))
      })
    let room = Self.classRoom(labels, sides, look.width)
    let bar = look.tier == .ascii ? 0 : 2
    let least = numberWidth + bar + Self.gap
    let fitting = max(1, room / max(1, least))
    shown = window(around: look.chosenClass, count: strip.classCount, room: fitting)
    let spare = room / max(1, shown.count) - numberWidth - Self.gap
    // A bar of fewer cells than these says less than one cell of eight heights.
    barWidth = spare >= 7 ? min(16, spare - 1) : 0
  }

  private static func classRoom(_ labels: [String], _ sides: [String], _ width: Int) -> Int {
    width - labelWidth(labels) - sideWidth(sides) - 3
  }

  private static func labelWidth(_ labels: [String]) -> Int {
    (labels.map { cellWidth(of: $0) }.max() ?? 0) + 3
  }

  private var hasSides: Bool { !sides[0].isEmpty }

  private static func sideWidth(_ sides: [String]) -> Int {
    sides.map { cellWidth(of: $0) }.max() ?? 0
  }

  private static func labels(_ strip: NumberStrip, _ look: PanelLook) -> [String] {
    let isNarrow = look.width < 76
    let p = strip.usesReference ? "Q" : "p"
    let weights = strip.usesReference ? "P" : "y"
    if isNarrow { return ["z", p, weights] }
    return [
      look.text(.stripScores) + " z",
      look.text(strip.isGiven ? .stripGiven : .stripModel) + " " + p,
      look.text(strip.usesReference ? .stripReference : .stripTarget) + " " + weights,
    ]
  }

  private static func sides(
    _ strip: NumberStrip, _ look: PanelLook, _ relation: IndexRelation?
  ) -> [String] {
    let count = String(strip.classCount)
    let (i, j) = (String(look.i + 1), String(look.j + 1))
    let second =
      switch relation {
      case .equal: "j = i"
      case .different: look.plain("j = \(j) ≠ i")
      case nil: look.text(.stripIndex, "j", j, count)
      }
    return [
      "T = " + look.compact(strip.temperature), look.text(.stripIndex, "i", i, count), second,
    ]
  }

  private var columnWidth: Int {
    numberWidth + Self.gap + (barWidth > 0 ? barWidth + 1 : look.tier == .ascii ? 0 : 2)
  }

  /// Where the number of a class ends.
  private func end(ofClass k: Int) -> Int {
    let start = Self.labelWidth(labels) + (k - shown.lowerBound) * columnWidth
    return start + columnWidth - Self.gap - (barWidth > 0 ? barWidth + 1 : 0)
  }

  private var sideStart: Int { look.width - Self.sideWidth(sides) - 1 }

  // MARK: Drawing

  /// - Parameter notes: what the right end of the first row says, as many of them as there is room
  ///   for, from the first.
  func canvas(notes: [String], isEditing: Bool) -> Canvas {
    var canvas = Canvas(size: Size(columns: look.width, rows: look.rows))
    let rows = look.rows
    if rows >= Self.rowsWithHeader { drawHeader(notes, isEditing: isEditing, &canvas) }
    for (line, row) in shownRows.enumerated() {
      drawRow(row, at: (rows >= Self.rowsWithHeader ? 1 : 0) + line, &canvas)
    }
    return canvas
  }

  /// The number that stands at a place of the strip.
  func field(row: Int, column: Int) -> Model.Field? {
    let line = row - (look.rows >= Self.rowsWithHeader ? 1 : 0)
    guard shownRows.indices.contains(line) else { return nil }
    let row = shownRows[line]
    if hasSides, column >= sideStart { return row == 0 ? .temperature : nil }
    for k in shown where (end(ofClass: k) - columnWidth..<end(ofClass: k) + 1).contains(column) {
      switch row {
      case 0: return .logit(k)
      case 2: return strip.usesReference ? .reference(k) : .target(k)
      default: return nil
      }
    }
    return nil
  }

  /// z, p and the weights; with one row to draw, the row that is chosen.
  private var shownRows: [Int] {
    if look.rows >= 3 { return [0, 1, 2] }
    guard look.rows > 0 else { return [] }
    switch look.focus {
    case .editor(.target), .editor(.reference): return [2]
    default: return [0]
    }
  }

  private func drawHeader(_ notes: [String], isEditing: Bool, _ canvas: inout Canvas) {
    canvas.write(
      look.plain(String(repeating: "─", count: look.width)), row: 0, column: 0,
      style: Style(.frame))
    if isEditing {
      canvas.write(
        " " + look.text(.statusEdit) + " ", row: 0, column: 1,
        style: Style(.body, [.reverse, .bold]))
    } else {
      canvas.write(" " + look.text(.panelClass) + " ", row: 0, column: 1, style: Style(.dim))
    }
    for k in shown {
      canvas.writeRight(
        " \(k + 1) ", row: 0, end: end(ofClass: k) + 1, style: Style(.body, .bold))
    }
    let cut = shown.count < strip.classCount ? [look.cue(of: shown, outOf: strip.classCount)] : []
    let start = shown.last.map { end(ofClass: $0) + 2 } ?? 0
    var text = ""
    for note in cut + notes {
      let longer = text.isEmpty ? note : text + look.separator + note
      if start + cellWidth(of: longer) + 4 <= look.width { text = longer }
    }
    if text.isEmpty { return }
    canvas.writeRight(" \(text) ", row: 0, end: look.width - 1, style: Style(.dim))
  }

  private func drawRow(_ row: Int, at line: Int, _ canvas: inout Canvas) {
    let role: Role = [.scores, .probabilities, .target][row]
    canvas.write(labels[row], row: line, column: 1, style: Style(role))
    for k in shown {
      switch row {
      case 0:
        drawNumber(
          strip.logits[k], .logit(k), row: line, end: end(ofClass: k),
          role: strip.isGiven ? .dim : role, &canvas)
      case 1: drawProbability(k, row: line, &canvas)
      default:
        drawNumber(
          strip.weights[k], strip.usesReference ? .reference(k) : .target(k), row: line,
          end: end(ofClass: k), role: role, &canvas)
      }
    }
    guard hasSides else { return }
    guard row > 0 else {
      let column = canvas.write("T = ", row: line, column: sideStart, style: Style(.dim))
      let width = cellWidth(of: look.compact(strip.temperature))
      drawNumber(
        strip.temperature, .temperature, row: line, end: min(look.width, column + width),
        role: .body, &canvas)
      return
    }
    canvas.write(sides[row], row: line, column: sideStart, style: Style(.dim))
  }

  private func drawProbability(_ k: Int, row: Int, _ canvas: inout Canvas) {
    let p = strip.p[k]
    let end = end(ofClass: k)
    canvas.writeRight(
      shortened(look.number(p)), row: row, end: end, style: Style(.probabilities))
    if barWidth > 0 {
      canvas.write(
        Bar.filled(p, width: barWidth, tier: look.tier), row: row, column: end + 1,
        style: Style(.probabilities))
    } else if look.tier != .ascii {
      canvas.write(
        Bar.level(p), row: row, column: end - numberWidth - 2, style: Style(.probabilities))
    }
  }

  /// A number that can be chosen: reverse when it is, its text and the cursor while it is typed.
  private func drawNumber(
    _ value: Double, _ field: Model.Field, row: Int, end: Int, role: Role, _ canvas: inout Canvas
  ) {
    let isChosen = look.focus == .editor(field)
    if isChosen, let typing = look.typing {
      let end = field == .temperature ? look.width : end
      return canvas.drawTyping(typing.line, row: row, end: end, width: max(numberWidth, 8))
    }
    let text = shortened(look.compact(value))
    let start = end - cellWidth(of: text)
    canvas.write(
      text, row: row, column: start, style: Style(role, isChosen ? [.reverse, .bold] : []))
    // Braille displays follow the cursor.
    if isChosen { canvas.cursor = Position(row: row, column: max(0, start)) }
  }

  private func shortened(_ text: String) -> String {
    cellWidth(of: text) <= numberWidth
      ? text : String(text.prefix(max(0, numberWidth - 1))) + look.plain("…")
  }
}

extension Canvas {
  /// The tail of a text up to its caret, in a field of fixed width, so that nothing moves.
  fileprivate mutating func drawTyping(_ line: TextLine, row: Int, end: Int, width: Int) {
    let start = max(0, end - width)
    let style = Style(.body, .reverse)
    write(String(repeating: " ", count: width), row: row, column: start, style: style)
    var before = line.beforeCaret
    while cellWidth(of: before) > width - 1 { before.removeFirst() }
    let caret = write(before, row: row, column: start, style: style)
    var column = caret
    for character in line.text.dropFirst(line.beforeCaret.count) {
      guard column + cellWidth(of: String(character)) <= end else { break }
      column = write(String(character), row: row, column: column, style: style)
    }
    cursor = Position(row: row, column: caret)
  }
}

extension PanelLook {
  /// The number without the noughts at its end, where they say that there is nothing more: `2`,
  /// `0.25`, but `2.0000` for what is only rounded to it.
  func compact(_ value: Double) -> String {
    let text = number(value)
    guard text.contains("."), !text.contains("e") else { return text }
    var kept = Substring(text)
    while kept.hasSuffix("0") { kept.removeLast() }
    if kept.hasSuffix(".") { kept.removeLast() }
    return Double(kept.replacing("−", with: "-")) == value ? String(kept) : text
  }

  var separator: String { tier == .ascii ? " | " : " · " }
}
