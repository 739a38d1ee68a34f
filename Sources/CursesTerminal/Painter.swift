import CNCurses
import TextGrid

/// Puts canvases on the screen of ncurses, sending only what changed.
final class Painter {
  /// ASCII is the last net for a character that slipped into a canvas of that tier.
  var tier: GlyphTier
  private let theme: Theme
  private var shown: Canvas?
  private var pairs: [Pair: Int32] = [:]
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
  private var drawables: [String: [wchar_t]] = [:]

  private struct Pair: Hashable {
    var foreground: Int
    var background: Int
  }

  init(theme: Theme, tier: GlyphTier = .unicode) {
    self.theme = theme
    self.tier = tier
  }

  /// After a resize or a stop the whole screen is drawn again.
  func forget() {
    shown = nil
    clearok(cn_screen(), true)
  }

  /// What is larger than the screen is cut: a resize may be known here before the canvas knows it.
  func paint(_ canvas: Canvas) {
    if shown?.size != canvas.size {
      shown = nil
      werase(cn_screen())
    }
    let rows = min(canvas.size.rows, Int(cn_rows()))
    let columns = min(canvas.size.columns, Int(cn_columns()))
    for row in 0..<rows { paint(row, of: canvas, columns: columns) }
    shown = canvas
    if let cursor = canvas.cursor, (0..<rows).contains(cursor.row),
      (0..<columns).contains(cursor.column)
    {
      move(Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    refresh()
  }

  /// Writes each run of cells in one style from the first change to the last. ncurses itself skips
  /// cells that are equal to what it drew.
  private func paint(_ row: Int, of canvas: Canvas, columns: Int) {
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
      while column <= last, canvas[row, column].style == style {
        let cell = canvas[row, column]
        // Half of a wide character at the screen's edge would wrap to the next row.
        text += column + cell.width <= columns ? drawable(cell) : [wchar_t(0x20)]
        column += 1
      }
      let look = look(of: style)
      _ = cn_put(Int32(row), Int32(start), text, Int32(text.count), look.attributes, look.pair)
    }
  }

  /// The cell as ncurses takes it: exactly as wide as the C library measures, or `?`.
  private func drawable(_ cell: Cell) -> [wchar_t] {
    if let byte = cell.glyph.utf8.first, byte < 0x80, cell.glyph.utf8.count == 1 {
      return [wchar_t(byte)]
    }
    if cell.width == 0 { return [] }
    if let known = drawables[cell.glyph] { return known }
    var text = cell.glyph
    if tier == .ascii { text = asciiText(text) }
    var wide = text.unicodeScalars.map { wchar_t($0.value) }
    let width = wide.reduce(0) { sum, scalar in
      let one = wcwidth(scalar)
      return one < 0 || sum < 0 ? -1 : sum + Int(one)
    }
    if width < 0 || width > cell.width { wide = [wchar_t(0x3F)] }
    let missing = cell.width - (width < 0 || width > cell.width ? 1 : width)
    wide += Array(repeating: wchar_t(0x20), count: missing)
    drawables[cell.glyph] = wide
    return wide
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

  /// The pair of two colours, made when first needed. 8-colour terminals have 63 of them, which are
  /// enough for every role; `alloc_pair` would crash on a terminal without colours.
  private func pair(_ foreground: Int, _ background: Int) -> Int32 {
    if theme.depth == .monochrome || (foreground < 0 && background < 0) { return 0 }
    let key = Pair(foreground: foreground, background: background)
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    guard number <= Self.mostPairs,
      init_extended_pair(number, Int32(foreground), Int32(background)) == OK
    else { return 0 }
    pairs[key] = number
    return number
  }

  static let mostPairs = 63
}
