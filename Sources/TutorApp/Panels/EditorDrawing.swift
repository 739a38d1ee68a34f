import Lessons
import TextGrid

/// Where the editor's columns stand, and what is drawn in them.
struct EditorDrawing {
  private let editor: EditorPanel
  private let look: PanelLook
  private let classWidth = 4
  private let scoreWidth: Int
  private let expWidth: Int
  private let shareWidth: Int
  private let targetWidth: Int
  private let exponentials: [String]

  init(_ editor: EditorPanel, _ look: PanelLook) {
    (self.editor, self.look) = (editor, look)
    func widest(_ values: [Double], _ least: Int) -> Int {
      min(14, values.map { cellWidth(of: look.number($0)) }.reduce(least, max))
    }
    scoreWidth = widest(editor.logits, 7)
    shareWidth = widest(editor.p, 6)
    targetWidth = widest(editor.weights, 3)
    exponentials = editor.exponentials.map {
      formatted($0, decimals: look.decimals, tier: look.tier)
    }
    expWidth = look.width >= 66 ? exponentials.map { cellWidth(of: $0) }.reduce(9, max) : 0
  }

  private var barWidth: Int {
    let taken =
      classWidth + scoreWidth + 2 + (expWidth > 0 ? expWidth + 1 : 0) + shareWidth + 1
      + targetWidth + 1
    return max(0, look.width - taken)
  }

  func canvas() -> Canvas {
    let classes = visibleClasses
    let hides = classes.count < editor.classCount
    var canvas = Canvas(
      size: Size(columns: look.width, rows: classes.count + (hasFooter ? 2 : 1)))
    drawHeader(&canvas)
    for (line, index) in classes.enumerated() { drawClass(index, row: line + 1, &canvas) }
    if hasFooter { drawFooter(&canvas, row: classes.count + 1, cut: hides ? classes : nil) }
    return canvas
  }

  /// The number that stands at a place of the panel.
  func field(row: Int, column: Int) -> Model.Field? {
    let classes = visibleClasses
    if row == classes.count + 1, hasFooter {
      return column < classWidth + scoreWidth ? .temperature : nil
    }
    guard row >= 1, row <= classes.count else { return nil }
    let index = classes.lowerBound + row - 1
    if column < classWidth + scoreWidth + 2 { return .logit(index) }
    guard column >= look.width - targetWidth else { return nil }
    return editor.usesReference ? .reference(index) : .target(index)
  }

  /// The classes that fit, around the selected one.
  private var visibleClasses: Range<Int> {
    window(
      around: look.chosenClass, count: editor.classCount,
      room: max(1, look.rows - (hasFooter ? 2 : 1)))
  }

  /// One row short, the last line goes before a class does, unless it is the one in use.
  private var hasFooter: Bool {
    look.rows != editor.classCount + 1 || isTemperature
  }

  private func drawHeader(_ canvas: inout Canvas) {
    var end = classWidth
    canvas.write(look.text(.panelClass), row: 0, column: 0, style: Style(.dim))
    end += scoreWidth + 2
    canvas.writeRight(look.text(.panelScore), row: 0, end: end, style: Style(.scores))
    if expWidth > 0 {
      end += expWidth + 1
      canvas.writeRight(
        look.text(editor.temperature == 1 ? .panelExp : .panelExpT), row: 0, end: end,
        style: Style(.sum))
    }
    end += 1
    let title = look.text(look.width >= 50 ? .panelProbability : .panelP)
    let model = editor.usesReference ? look.text(.panelModel) + " = " : ""
    canvas.write(
      model + title, row: 0, column: end + max(0, shareWidth - 1 - cellWidth(of: model)),
      style: Style(.probabilities))
    canvas.writeRight(
      editor.usesReference ? look.text(.panelReference) : look.text(.panelTarget), row: 0,
      end: look.width, style: Style(.target))
  }

  private func drawClass(_ index: Int, row: Int, _ canvas: inout Canvas) {
    let isSelected = look.focus.isEditor && index == look.chosenClass && !isTemperature
    canvas.write(
      isSelected ? look.plain("▸") : " ", row: row, column: 0, style: Style(.heading, .bold))
    canvas.writeRight(String(index + 1), row: row, end: 3, style: Style(.body))

    var end = classWidth + scoreWidth + 2
    let isGiven = editor.isGiven
    drawNumber(
      editor.logits[index], field: .logit(index), row: row, end: end, width: scoreWidth,
      role: isGiven ? .dim : .scores, &canvas)
    if expWidth > 0 {
      end += expWidth + 1
      let text = isGiven ? look.plain("—") : exponentials[index]
      canvas.writeRight(text, row: row, end: end, style: Style(isGiven ? .dim : .sum))
    }
    end += 1 + shareWidth
    let share = editor.p[index]
    canvas.writeRight(look.number(share), row: row, end: end, style: Style(.probabilities))
    canvas.write(
      Bar.filled(share, width: barWidth - 1, tier: look.tier), row: row, column: end + 1,
      style: Style(.probabilities))
    drawNumber(
      editor.weights[index],
      field: editor.usesReference ? .reference(index) : .target(index),
      row: row, end: look.width, width: targetWidth, role: .target, &canvas)
  }

  private var isTemperature: Bool { look.focus == .editor(.temperature) }

  /// A number that can be chosen: reverse when it is, its text and the cursor while it is typed.
  private func drawNumber(
    _ value: Double, field: Model.Field, row: Int, end: Int, width: Int, role: Role,
    _ canvas: inout Canvas
  ) {
    let isChosen = look.focus == .editor(field)
    guard isChosen, let typing = look.typing else {
      canvas.writeRight(
        shortened(look.number(value), width), row: row, end: end,
        style: Style(role, isChosen ? [.reverse, .bold] : []))
      return
    }
    drawTyping(typing.line, row: row, end: end, width: max(width, 8), &canvas)
  }

  /// The tail of the text up to the caret, in a cell of fixed width, so that nothing moves.
  private func drawTyping(
    _ line: TextLine, row: Int, end: Int, width: Int, _ canvas: inout Canvas
  ) {
    let blank = String(repeating: " ", count: width)
    canvas.write(blank, row: row, column: end - width, style: Style(.body, .reverse))
    var before = line.beforeCaret
    while cellWidth(of: before) > width - 1 { before.removeFirst() }
    let caret = canvas.write(before, row: row, column: end - width, style: Style(.body, .reverse))
    let after = String(line.text.dropFirst(line.beforeCaret.count))
    var column = caret
    for character in after {
      guard column + cellWidth(of: String(character)) <= end else { break }
      column = canvas.write(
        String(character), row: row, column: column, style: Style(.body, .reverse))
    }
    canvas.cursor = Position(row: row, column: caret)
  }

  private func shortened(_ text: String, _ width: Int) -> String {
    cellWidth(of: text) <= width ? text : String(text.prefix(width - 1)) + look.plain("…")
  }

  private func drawFooter(_ canvas: inout Canvas, row: Int, cut shown: Range<Int>?) {
    var column = 1
    if let shown {
      column =
        canvas.write(
          look.cue(of: shown, outOf: editor.classCount), row: row, column: column,
          style: Style(.dim)) + 2
    }
    column = canvas.write("T ", row: row, column: column, style: Style(.dim))
    let width = max(4, cellWidth(of: look.number(editor.temperature)))
    let typed = look.focus == .editor(.temperature) && look.typing != nil
    let end = column + (typed ? max(width, 8) : width)
    drawNumber(
      editor.temperature, field: .temperature, row: row, end: end, width: width,
      role: .body, &canvas)
    let sums = sumText
    if end + 2 + cellWidth(of: sums) <= look.width {
      canvas.writeRight(sums, row: row, end: look.width, style: Style(.dim))
    }
  }

  /// Rounded numbers do not add up: the sum of what is shown beside the exact sum.
  private var sumText: String {
    let shown = sumAsShown(editor.p, decimals: look.decimals)
    let exact = editor.probabilitySum
    let (shownText, exactText) = (look.number(shown), look.number(exact))
    guard shownText != exactText else { return look.text(.panelSumIs, exactText) }
    return look.text(.panelSumRounded, shownText, exactText)
  }
}
