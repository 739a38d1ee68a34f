import Lessons
import TextGrid

extension Model {
  /// Rows the example would like when it stands above the lesson: more while it has the focus.
  var exampleRows: Int {
    let body = max(0, size.rows - 3)
    if focus == .lesson { return min(wantedRows(all: false), body * 9 / 20) }
    return min(wantedRows(all: true), body - 1 - leastLessonRows)
  }

  var leastLessonRows: Int { focus == .lesson ? Frame.leastLesson : Frame.leastLessonInEditor }

  private func wantedRows(all: Bool) -> Int {
    let width = max(0, size.columns - 2)
    let editor = snapshot.editor?.rows(for: width) ?? 0
    let panels = snapshot.panels.map { $0.rows(for: width) }
    if all { return editor + panels.reduce(0) { $0 + $1 } }
    return panels.first ?? editor
  }

  func drawExample(_ frame: Frame, _ canvas: inout Canvas) {
    let region = frame.example
    guard region.rows > 0, region.columns > 0 else { return }
    var parts: [Canvas] = []
    let gap = frame.isSideBySide ? 1 : 0
    var room = region.rows
    let panels = snapshot.panels
    if let (editor, look) = shownEditor(frame) {
      parts.append(editor.drawn(look))
      room -= parts[0].size.rows + gap
    }
    for (index, panel) in panels.enumerated() where room >= 3 {
      let waiting = panels.count - index - 1
      let rows = frame.isSideBySide && waiting > 0 ? max(3, room - waiting * 6) : room
      let drawn = panel.drawn(look(width: region.columns, rows: rows))
      parts.append(drawn)
      room -= drawn.size.rows + gap
    }
    if frame.isSideBySide, let panel = snapshot.summary {
      let summary = panel.drawn(look(width: region.columns, rows: room))
      if summary.size.rows <= room { parts.append(summary) }
    }
    var row = region.row
    for part in parts {
      let rows = min(part.size.rows, region.row + region.rows - row)
      guard rows > 0 else { break }
      canvas.draw(part, rows: 0..<rows, row: row, column: region.column)
      if let cursor = part.cursor, cursor.row < rows {
        canvas.cursor = Position(row: row + cursor.row, column: region.column + cursor.column)
      }
      row += part.size.rows + gap
    }
  }

  /// The editor, which stands on top of the example's region; nil where a panel has its room.
  private func shownEditor(_ frame: Frame) -> (EditorPanel, PanelLook)? {
    let panels = snapshot.panels
    guard let editor = snapshot.editor, frame.isSideBySide || focus != .lesson || panels.isEmpty
    else { return nil }
    let region = frame.example
    let least = panels.isEmpty ? 0 : min(example.classCount + 2, region.rows / 2)
    let rows = min(editor.rows(for: region.columns), max(3, region.rows - least))
    return (editor, look(width: region.columns, rows: rows))
  }

  /// The number of the example that stands at a place of the screen.
  func field(at position: Position) -> Field? {
    let frame = frame
    let region = frame.example
    guard region.contains(position) else { return nil }
    guard let (editor, look) = shownEditor(frame) else { return nil }
    return editor.field(
      row: position.row - region.row, column: position.column - region.column, look)
  }

  private func look(width: Int, rows: Int) -> PanelLook {
    PanelLook(
      words: words, tier: tier, width: width, rows: rows, decimals: example.decimals,
      unit: effectiveExample.unit, i: example.i, j: example.j, focus: focus, typing: typing)
  }
}
