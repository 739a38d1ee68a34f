import CNCurses
import TextGrid

/// Puts canvases on the screen of ncurses, sending only what changed.
final class Painter {
  private let theme: Theme
  private let isPlain: Bool
  private var shown: Canvas?
  private var pairs: [Pair: Int32] = [:]
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]

  private struct Pair: Hashable {
    var foreground: Int
    var background: Int
  }

  init(theme: Theme) {
    self.theme = theme
    isPlain = theme.depth == .monochrome
  }

  /// After a resize or a stop the whole screen is drawn again.
  func forget() {
    shown = nil
    clearok(cn_screen(), true)
  }

  func paint(_ canvas: Canvas) {
    if shown?.size != canvas.size { shown = nil }
    for row in 0..<canvas.size.rows { paint(row, of: canvas) }
    shown = canvas
    if let cursor = canvas.cursor, cursor.row < canvas.size.rows,
      cursor.column < canvas.size.columns
    {
      move(Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    refresh()
  }

  /// Writes each run of changed cells that share a style. ncurses itself skips cells that are equal
  /// to what it drew, so a run may start at the first change and go on to the last.
  private func paint(_ row: Int, of canvas: Canvas) {
    let columns = canvas.size.columns
    func differs(_ column: Int) -> Bool {
      shown.map { $0[row, column] != canvas[row, column] } ?? true
    }
    guard var column = (0..<columns).first(where: differs),
      let last = (0..<columns).last(where: differs)
    else { return }
    // Start at a whole character, not at the right half of one.
    while column > 0, canvas[row, column].width == 0 { column -= 1 }
    while column <= last {
      let style = canvas[row, column].style
      var text: [wchar_t] = []
      let start = column
      while column < columns, canvas[row, column].style == style, column <= last {
        text += canvas[row, column].glyph.unicodeScalars.map { wchar_t($0.value) }
        column += 1
      }
      let look = look(of: style)
      _ = cn_put(
        Int32(row), Int32(start), text, Int32(text.count), look.attributes, look.pair)
    }
  }

  private func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    if let known = looks[style] { return known }
    let look = theme.look(of: style)
    let table: [(Emphasis, attr_t)] = [
      (.bold, cn_bold), (.underline, cn_underline), (.reverse, cn_reverse), (.dim, cn_dim),
      (.italic, cn_italic),
    ]
    let attributes = table.reduce(attr_t(0)) {
      look.emphasis.contains($1.0) ? $0 | $1.1 : $0
    }
    let result = (attributes, pair(look.foreground, look.background))
    looks[style] = result
    return result
  }

  /// The pair of two colours, made when first needed: 63 are enough for every role.
  private func pair(_ foreground: Int, _ background: Int) -> Int32 {
    if isPlain || (foreground < 0 && background < 0) { return 0 }
    let key = Pair(foreground: foreground, background: background)
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    guard number < 64,
      init_extended_pair(number, Int32(foreground), Int32(background)) == OK
    else { return 0 }
    pairs[key] = number
    return number
  }
}
