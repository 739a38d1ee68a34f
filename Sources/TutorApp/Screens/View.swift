import Lessons
public import TextGrid

/// A screen of the model. Nothing is computed here but where things go.
public func view(_ model: Model) -> Canvas {
  var canvas = Canvas(size: model.size)
  guard model.size.columns > 0, model.size.rows > 0 else { return canvas }
  let frame = model.frame
  model.screen.draw(model, frame, &canvas)
  model.drawTitle(frame.title, &canvas)
  model.drawLastRows(frame, &canvas)
  return canvas
}

extension Model {
  func plain(_ text: String) -> String { tier == .ascii ? asciiText(text) : text }

  /// Rows of a screen that fills the body.
  var overlayRoom: Int { max(1, frame.body.rows) }

  var frame: Frame { Frame(size: size) }

  /// Rows of the lesson pane that nothing covers.
  var lessonRoom: Int {
    guard let message = screen.message(in: self) else { return frame.lesson.rows }
    return max(0, frame.lesson.rows - messageLines(message).count)
  }

  private func messageLines(_ message: String) -> [String] {
    wrapped(plain(message), width: size.columns - 4)
  }

  fileprivate func drawTitle(_ region: Region, _ canvas: inout Canvas) {
    guard region.rows > 0 else { return }
    // A rule under the row; the heading of the step stands out more than the lesson's name.
    let rule = Style(.title)
    canvas.write(
      String(repeating: " ", count: region.columns), row: region.row, column: region.column,
      style: rule)
    let title = screen.title(in: self)
    let room = region.columns - cellWidth(of: title.right) - 3
    canvas.write(
      " " + truncated(title.left, to: max(0, room), tier: tier), row: region.row, column: 0,
      style: section.kind == .lesson ? rule : Style(.heading, [.bold, .underline]))
    canvas.writeRight(title.right, row: region.row, end: region.columns - 1, style: rule)
  }

  fileprivate func drawLastRows(_ frame: Frame, _ canvas: inout Canvas) {
    if frame.keys.rows > 0 {
      canvas.write(
        plain(keyRow(self, width: size.columns)), row: frame.keys.row, column: 0,
        style: Style(.keys))
    }
    drawNotice(&canvas)
  }

  /// What is to be said, and the first row that it takes: over the first row of the strip, so that
  /// neither the text nor a number is covered as long as one row is enough. What is said of a term
  /// takes rows of the lesson, which then has as many less.
  private var noticeBlock: (top: Int, lines: [String])? {
    let frame = frame
    var row = frame.keys.row
    if section.kind == .lesson { row = frame.strip.row + min(1, max(0, frame.strip.rows - 3)) }
    var message = typing?.refusal ?? notice
    if let told = screen.message(in: self) {
      message = told
      row = frame.strip.row
    }
    guard let message, row > 0, size.columns > 4 else { return nil }
    let lines = messageLines(message)
    return (max(0, row - lines.count), lines.suffix(row))
  }

  /// The notice takes as many rows as it needs, right above the last ones.
  private func drawNotice(_ canvas: inout Canvas) {
    guard let (top, lines) = noticeBlock else { return }
    // A refusal stands out; what is only said is calm.
    let role: Role = typing?.refusal == nil ? .heading : .warning
    for (index, line) in lines.enumerated() {
      canvas.write(
        String(repeating: " ", count: size.columns), row: top + index, column: 0,
        style: Style(role))
      canvas.write(
        (index == 0 ? plain(" ▸ ") : "   ") + line, row: top + index, column: 0,
        style: Style(role, .bold))
    }
  }
}
