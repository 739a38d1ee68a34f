import Lessons
import TextGrid

extension Model {
  /// The line to type in, and under it every place where the text stands.
  func drawSearch(_ search: Search, _ frame: Frame, _ canvas: inout Canvas) {
    let top = frame.title.rows
    let prompt = plain(words(.searchPrompt))
    let start = canvas.write(" " + prompt, row: top, column: 0, style: Style(.heading, .bold))
    canvas.write(search.line.text, row: top, column: start)
    canvas.cursor = Position(row: top, column: start + cellWidth(of: search.line.beforeCaret))
    let hits = search.hits
    guard !search.line.isEmpty else { return }
    canvas.writeRight(
      plain(words.counted(hits.count, one: .searchHit, many: .searchHits)), row: top,
      end: size.columns - 1,
      style: Style(.dim))
    let shown = window(around: search.selection, count: hits.count, room: max(1, overlayRoom - 2))
    for (offset, index) in shown.enumerated() {
      let (hit, row) = (hits[index], top + 2 + offset)
      let isSelected = index == search.selection
      let style = Style(.body, isSelected ? .reverse : [])
      if isSelected {
        canvas.write(
          plain("▸") + String(repeating: " ", count: max(0, size.columns - 2)), row: row, column: 0,
          style: style)
      }
      let place = "\(hit.lesson + 1).\(hit.step + 1)  "
      let column = canvas.write(place, row: row, column: 2, style: style)
      canvas.write(
        truncated(plain(hit.text), to: max(0, size.columns - column - 1), tier: tier),
        row: row, column: column, style: style)
    }
  }
}
