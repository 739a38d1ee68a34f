import TextGrid

extension HelpScreen {
  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    let lines = lines(model, columns: model.size.columns - 2)
    let shown = lines.dropFirst(scroll).prefix(model.overlayRoom)
    for (offset, line) in shown.enumerated() {
      let row = frame.title.rows + offset
      canvas.write(line.left, row: row, column: 1, style: line.style)
      canvas.write(line.right, row: row, column: line.indent)
    }
    let hidden = lines.count - scroll - model.overlayRoom
    if hidden > 0 {
      let row = frame.title.rows + model.overlayRoom - 1
      canvas.write(String(repeating: " ", count: model.size.columns), row: row, column: 0)
      canvas.writeRight(
        model.plain(model.words(.moreBelow, String(hidden + 1))), row: row,
        end: model.size.columns - 1,
        style: Style(.dim))
    }
  }

  func height(_ model: Model) -> Int { lines(model, columns: model.size.columns - 2).count }

  private struct HelpLine {
    var left = ""
    var right = ""
    var indent = 0
    var style = Style(.code, .bold)
  }

  private func lines(_ model: Model, columns: Int) -> [HelpLine] {
    let indent = min(26, columns / 3) + 1
    var lines: [HelpLine] = []
    for row in rows(in: model) {
      switch row {
      case .heading(let title):
        lines.append(HelpLine(left: model.plain(title), style: Style(.heading, .bold)))
      case .binding(let keys, let text):
        let meaning = model.wrapped(model.plain(text), width: max(8, columns - indent))
        let names = model.wrapped(keys, width: max(4, indent - 2))
        for index in 0..<max(meaning.count, names.count) {
          lines.append(
            HelpLine(
              left: names.indices.contains(index) ? names[index] : "",
              right: meaning.indices.contains(index) ? meaning[index] : "", indent: indent))
        }
      case .text(let text):
        for line in model.wrapped(model.plain(text), width: columns) {
          lines.append(HelpLine(left: line, style: Style(.dim)))
        }
      case .blank:
        lines.append(HelpLine())
      }
    }
    return lines
  }
}
