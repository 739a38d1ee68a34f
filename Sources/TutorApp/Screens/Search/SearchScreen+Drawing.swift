import Lessons
import TextGrid

extension SearchScreen {
  /// The line to type in, and under it every place where the text stands.
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    let top = frame.title.rows
    let prompt = model.plain(model.words(.searchPrompt))
    let start = canvas.write(" " + prompt, row: top, column: 0, style: Style(.heading, .bold))
    canvas.write(line.text, row: top, column: start)
    canvas.cursor = Position(row: top, column: start + cellWidth(of: line.beforeCaret))
    guard !line.isEmpty else { return }
    canvas.writeRight(
      model.plain(model.words.counted(hits.count, one: .searchHit, many: .searchHits)), row: top,
      end: model.size.columns - 1,
      style: Style(.dim))
    let shown = window(around: selection, count: hits.count, room: max(1, model.overlayRoom - 2))
    for (offset, index) in shown.enumerated() {
      let (hit, row) = (hits[index], top + 2 + offset)
      let isSelected = index == selection
      let style = Style(.body, isSelected ? .reverse : [])
      if isSelected {
        canvas.write(
          model.plain("▸") + String(repeating: " ", count: max(0, model.size.columns - 2)),
          row: row, column: 0,
          style: style)
      }
      let place = "\(hit.lesson + 1).\(hit.step + 1)  "
      let column = canvas.write(place, row: row, column: 2, style: style)
      canvas.write(
        truncated(
          model.plain(hit.text), to: max(0, model.size.columns - column - 1), tier: model.tier),
        row: row, column: column, style: style)
    }
  }
}
