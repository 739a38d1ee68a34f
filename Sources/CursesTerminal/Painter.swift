import CNCurses
import TextGrid

/// Puts canvases on the screen of ncurses, sending only what changed.
final class Painter {
  /// ASCII is the last net for a character that slipped into a canvas of that tier.
  var tier: GlyphTier {
    didSet { drawables = [:] }
  }
  private let theme: Theme
  private var shown: Canvas?
  private var pairs: [Pair: Int16] = [:]
  private var looks: [Style: (attributes: attr_t, pair: Int16)] = [:]
  /// Of cells that are no ASCII, which take longest.
  private var drawables: [Cell: [cchar_t]] = [:]

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
    var before = shown ?? Canvas(size: canvas.size)
    if shown?.size != canvas.size {
      werase(cn_screen())
      // What is blank needs no drawing then.
      before = Canvas(size: canvas.size)
    }
    let rows = min(canvas.size.rows, Int(cn_rows()))
    let columns = min(canvas.size.columns, Int(cn_columns()))
    for row in 0..<rows {
      // A change never begins at the right half of a character: its left half differs too.
      guard let changed = canvas.difference(from: before, row: row, columns: columns) else {
        continue
      }
      paint(row, of: canvas, changed, columns: columns)
    }
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

  /// Puts the cells from the first change to the last. ncurses itself skips those that are equal to
  /// what it drew.
  private func paint(_ row: Int, of canvas: Canvas, _ changed: ClosedRange<Int>, columns: Int) {
    var cells: [cchar_t] = []
    cells.reserveCapacity(changed.count)
    var style = canvas[row, changed.lowerBound].style
    var look = look(of: style)
    for column in changed {
      let cell = canvas[row, column]
      if cell.style != style {
        style = cell.style
        look = self.look(of: style)
      }
      if let byte = cell.ascii {
        cells.append(cn_letter(wchar_t(byte), look.attributes, look.pair))
        continue
      }
      // Only half of a wide character would be inside.
      let isWhole = column + cell.width <= columns
      cells += drawn(isWhole ? cell : Cell(glyph: " ", width: 1, style: style), look)
    }
    _ = cn_put(Int32(row), Int32(changed.lowerBound), cells, Int32(cells.count))
  }

  /// The cell as ncurses takes it, found once for each glyph and style.
  private func drawn(_ cell: Cell, _ look: (attributes: attr_t, pair: Int16)) -> [cchar_t] {
    if cell.width == 0 { return [] }
    if let known = drawables[cell] { return known }
    let drawn = measured(cell).map { cn_styled($0 + [0], look.attributes, look.pair) }
    drawables[cell] = drawn
    return drawn
  }

  /// The characters of a cell, exactly as wide as the C library measures them, or `?`.
  private func measured(_ cell: Cell) -> [[wchar_t]] {
    let text = tier == .ascii ? asciiText(cell.glyph) : cell.glyph
    var parts: [[wchar_t]] = []
    var width = 0
    for scalar in text.unicodeScalars.map({ wchar_t($0.value) }) {
      let columns = Int(wcwidth(scalar))
      if columns == 0, let base = parts.indices.last {
        parts[base].append(scalar)
      } else {
        parts.append([scalar])
      }
      width = columns < 0 ? .max : min(width, .max - columns) + columns
    }
    if width > cell.width || parts.isEmpty { (parts, width) = ([[0x3F]], 1) }
    return parts + Array(repeating: [0x20], count: cell.width - width)
  }

  private func look(of style: Style) -> (attributes: attr_t, pair: Int16) {
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
  /// enough for every role, and need no extended pairs; `alloc_pair` would crash on a terminal
  /// without colours.
  private func pair(_ foreground: Int, _ background: Int) -> Int16 {
    if theme.depth == .monochrome || (foreground < 0 && background < 0) { return 0 }
    let key = Pair(foreground: foreground, background: background)
    if let known = pairs[key] { return known }
    let number = Int16(pairs.count + 1)
    guard number <= Self.mostPairs,
      init_pair(number, Int16(foreground), Int16(background)) == OK
    else { return 0 }
    pairs[key] = number
    return number
  }

  static let mostPairs = 63
}

extension Cell {
  /// The one letter of ASCII that stands in it.
  fileprivate var ascii: UInt8? {
    guard glyph.utf8.count == 1, let byte = glyph.utf8.first, (0x20..<0x7F).contains(byte) else {
      return nil
    }
    return byte
  }
}
