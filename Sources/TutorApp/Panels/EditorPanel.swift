import Lessons
import TextGrid

/// The learner's numbers, one class a row: score, exponential, probability with its bar, target.
///
/// The chosen number is in reverse video; while it is typed, its cell shows the text and the
/// cursor. With more classes than rows the table follows the selection and says how many it hides.
struct EditorPanel {
  let context: PanelContext
  private let classWidth = 4
  private let scoreWidth: Int
  private let expWidth: Int
  private let shareWidth: Int
  private let targetWidth: Int
  private let exponentials: [String]

  init(_ context: PanelContext) {
    self.context = context
    let example = context.example
    func widest(_ values: [Double], _ least: Int) -> Int {
      min(14, values.map { cellWidth(of: context.number($0)) }.reduce(least, max))
    }
    scoreWidth = widest(example.logits, 7)
    shareWidth = widest(context.quantities.probabilities, 6)
    targetWidth = widest(Self.column(context), 3)
    let exponentials = context.quantities.scaledLogits.map {
      formattedExponential($0, decimals: context.example.decimals, tier: context.tier)
    }
    self.exponentials = exponentials
    expWidth = context.width >= 66 ? exponentials.map { cellWidth(of: $0) }.reduce(9, max) : 0
  }

  /// What the last column holds: P where the step compares with P, else the target y.
  private static func column(_ context: PanelContext) -> [Double] {
    context.usesReference ? context.example.reference : context.example.target
  }

  private var barWidth: Int {
    let taken =
      classWidth + scoreWidth + 2 + (expWidth > 0 ? expWidth + 1 : 0) + shareWidth + 1
      + targetWidth + 1
    return max(0, context.width - taken)
  }

  /// Header, one row a class, and the line of T, S and the sum.
  static func wantedRows(_ example: Example) -> Int { example.classCount + 2 }

  func canvas() -> Canvas {
    let classes = visibleClasses
    let hides = classes.count < context.example.classCount
    var canvas = Canvas(
      size: Size(columns: context.width, rows: classes.count + (hasFooter ? 2 : 1)))
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
    guard column >= context.width - targetWidth else { return nil }
    return context.usesReference ? .reference(index) : .target(index)
  }

  /// The classes that fit, around the selected one.
  private var visibleClasses: Range<Int> {
    window(
      around: selectedClass, count: context.example.classCount,
      room: max(1, context.rows - (hasFooter ? 2 : 1)))
  }

  /// One row short, the last line goes before a class does, unless it is the one in use.
  private var hasFooter: Bool {
    context.rows != context.example.classCount + 1 || isTemperature
  }

  private var selectedClass: Int {
    switch context.focus {
    case .editor(.logit(let index)), .editor(.target(let index)), .editor(.reference(let index)):
      return index
    default: return 0
    }
  }

  private func drawHeader(_ canvas: inout Canvas) {
    var end = classWidth
    canvas.write(context.text(.panelClass), row: 0, column: 0, style: Style(.dim))
    end += scoreWidth + 2
    canvas.writeRight(context.text(.panelScore), row: 0, end: end, style: Style(.scores))
    if expWidth > 0 {
      end += expWidth + 1
      canvas.writeRight(
        context.text(context.example.temperature == 1 ? .panelExp : .panelExpT), row: 0, end: end,
        style: Style(.sum))
    }
    end += 1
    let title = context.text(context.width >= 50 ? .panelProbability : .panelP)
    let model = context.usesReference ? context.text(.panelModel) + " = " : ""
    canvas.write(
      model + title, row: 0, column: end + max(0, shareWidth - 1 - cellWidth(of: model)),
      style: Style(.probabilities))
    canvas.writeRight(
      context.usesReference ? context.text(.panelReference) : context.text(.panelTarget), row: 0,
      end: context.width, style: Style(.target))
  }

  private func drawClass(_ index: Int, row: Int, _ canvas: inout Canvas) {
    let quantities = context.quantities
    let isSelected = context.focus.isEditor && index == selectedClass && !isTemperature
    canvas.write(
      isSelected ? context.plain("▸") : " ", row: row, column: 0, style: Style(.heading, .bold))
    canvas.writeRight(String(index + 1), row: row, end: 3, style: Style(.body))

    var end = classWidth + scoreWidth + 2
    let isGiven = context.example.givenProbabilities != nil
    drawNumber(
      context.example.logits[index], field: .logit(index), row: row, end: end, width: scoreWidth,
      role: isGiven ? .dim : .scores, &canvas)
    if expWidth > 0 {
      end += expWidth + 1
      let text = isGiven ? context.plain("—") : exponentials[index]
      canvas.writeRight(text, row: row, end: end, style: Style(isGiven ? .dim : .sum))
    }
    end += 1 + shareWidth
    let share = quantities.probabilities[index]
    canvas.writeRight(context.number(share), row: row, end: end, style: Style(.probabilities))
    canvas.write(
      Bar.filled(share, width: barWidth - 1, tier: context.tier), row: row, column: end + 1,
      style: Style(.probabilities))
    drawNumber(
      Self.column(context)[index],
      field: context.usesReference ? .reference(index) : .target(index),
      row: row, end: context.width, width: targetWidth, role: .target, &canvas)
  }

  private var isTemperature: Bool { context.focus == .editor(.temperature) }

  /// A number that can be chosen: reverse when it is, its text and the cursor while it is typed.
  private func drawNumber(
    _ value: Double, field: Model.Field, row: Int, end: Int, width: Int, role: Role,
    _ canvas: inout Canvas
  ) {
    let isChosen = context.focus == .editor(field)
    guard isChosen, let typing = context.typing else {
      canvas.writeRight(
        shortened(context.number(value), width), row: row, end: end,
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
    cellWidth(of: text) <= width ? text : String(text.prefix(width - 1)) + context.plain("…")
  }

  private func drawFooter(_ canvas: inout Canvas, row: Int, cut shown: Range<Int>?) {
    var column = 1
    if let shown {
      column =
        canvas.write(context.cue(of: shown), row: row, column: column, style: Style(.dim)) + 2
    }
    column = canvas.write("T ", row: row, column: column, style: Style(.dim))
    let width = max(4, cellWidth(of: context.number(context.example.temperature)))
    let typed = context.focus == .editor(.temperature) && context.typing != nil
    let end = column + (typed ? max(width, 8) : width)
    drawNumber(
      context.example.temperature, field: .temperature, row: row, end: end, width: width,
      role: .body, &canvas)
    let sums = sumText
    if end + 2 + cellWidth(of: sums) <= context.width {
      canvas.writeRight(sums, row: row, end: context.width, style: Style(.dim))
    }
  }

  /// Rounded numbers do not add up: the sum of what is shown beside the exact sum.
  private var sumText: String {
    let shown = context.quantities.shownSum(decimals: context.example.decimals)
    let exact = context.quantities.probabilitySum
    let (shownText, exactText) = (context.number(shown), context.number(exact))
    guard shownText != exactText else { return context.text(.panelSumIs, exactText) }
    return context.text(.panelSumRounded, shownText, exactText)
  }
}

extension Model.Focus {
  var isEditor: Bool {
    if case .editor = self { return true }
    return false
  }
}
