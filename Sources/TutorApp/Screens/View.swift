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
  var overlayRoom: Int { max(1, frame.status.row - frame.title.rows) }

  var frame: Frame { Frame(size: size, exampleRows: exampleRows, leastLesson: leastLessonRows) }

  /// Rows of the lesson pane that nothing covers.
  var lessonRoom: Int { max(0, frame.lesson.rows - coveredRows) }

  /// What is said of an inspected term stands in the status row; longer than that it takes rows of
  /// the lesson.
  private var coveredRows: Int {
    guard let message = screen.message(in: self) else { return 0 }
    return messageLines(message).count - max(1, frame.status.rows)
  }

  private func messageLines(_ message: String) -> [String] {
    wrapped(plain(message), width: size.columns - 4)
  }

  fileprivate func drawTitle(_ region: Region, _ canvas: inout Canvas) {
    guard region.rows > 0 else { return }
    let bar = String(repeating: " ", count: region.columns)
    canvas.write(bar, row: region.row, column: 0, style: Style(.title))
    let title = screen.title(in: self)
    let right = title.right
    let room = region.columns - cellWidth(of: right) - 3
    canvas.write(
      " " + truncated(title.left, to: max(0, room), tier: tier), row: region.row, column: 0,
      style: Style(.title, .bold))
    canvas.writeRight(
      right, row: region.row, end: region.columns - 1, style: Style(.title))
  }

  fileprivate func drawLastRows(_ frame: Frame, _ canvas: inout Canvas) {
    let columns = size.columns
    if frame.status.rows > 0 {
      let row = frame.status.row
      canvas.write(
        String(repeating: " ", count: columns), row: row, column: 0, style: Style(.status))
      var column = 0
      if focus.isEditor, section.kind == .lesson {
        column = canvas.write(
          " " + words(.statusEdit) + " ", row: row, column: 0,
          style: Style(.body, [.reverse, .bold]))
      }
      canvas.write(
        plain(statusText(width: columns - column)), row: row, column: column,
        style: Style(.status))
    }
    if frame.keys.rows > 0 {
      canvas.write(
        plain(keyRow(self, width: columns)), row: frame.keys.row, column: 0, style: Style(.keys))
    }
    drawNotice(&canvas)
  }

  /// What is to be said, and the first row that it takes.
  var noticeBlock: (top: Int, lines: [String])? {
    var row = frame.status.rows > 0 ? frame.status.row : frame.keys.row
    var message = typing?.refusal ?? notice
    if let told = screen.message(in: self) {
      message = told
      row = frame.keys.row
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
