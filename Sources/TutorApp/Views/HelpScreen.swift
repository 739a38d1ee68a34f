import TextGrid

extension Model {
  func drawHelp(_ top: Int, _ frame: Frame, _ canvas: inout Canvas) {
    let lines = helpLines(columns: size.columns - 2)
    let shown = lines.dropFirst(top).prefix(overlayRoom)
    for (offset, line) in shown.enumerated() {
      let row = frame.title.rows + offset
      canvas.write(line.left, row: row, column: 1, style: line.style)
      canvas.write(line.right, row: row, column: line.indent)
    }
    let hidden = lines.count - top - overlayRoom
    if hidden > 0 {
      let row = frame.title.rows + overlayRoom - 1
      canvas.write(String(repeating: " ", count: size.columns), row: row, column: 0)
      canvas.writeRight(
        plain(words(.moreBelow, String(hidden + 1))), row: row, end: size.columns - 1,
        style: Style(.dim))
    }
  }

  var helpHeight: Int { helpLines(columns: size.columns - 2).count }

  private struct HelpLine {
    var left = ""
    var right = ""
    var indent = 0
    var style = Style(.code, .bold)
  }

  private func helpLines(columns: Int) -> [HelpLine] {
    let indent = min(26, columns / 3) + 1
    var lines: [HelpLine] = []
    for row in helpRows {
      switch row {
      case .heading(let title):
        lines.append(HelpLine(left: plain(title), style: Style(.heading, .bold)))
      case .binding(let keys, let text):
        let meaning = wrapped(plain(text), width: max(8, columns - indent))
        let names = wrapped(keys, width: max(4, indent - 2))
        for index in 0..<max(meaning.count, names.count) {
          lines.append(
            HelpLine(
              left: names.indices.contains(index) ? names[index] : "",
              right: meaning.indices.contains(index) ? meaning[index] : "", indent: indent))
        }
      case .text(let text):
        for line in wrapped(plain(text), width: columns) {
          lines.append(HelpLine(left: line, style: Style(.dim)))
        }
      case .blank:
        lines.append(HelpLine())
      }
    }
    return lines
  }
}
