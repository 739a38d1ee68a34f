import Lessons
import TextGrid

/// Bars of eighth blocks, or of `#` in ASCII.
enum Bar {
  private static let eighths = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of `fraction` (clamped to 0…1) of `width` cells, from the left; shorter than `width`
  /// by the blank rest. Anything above 0 shows at least the thinnest line.
  static func filled(_ fraction: Double, width: Int, tier: GlyphTier) -> String {
    guard width > 0, fraction > 0 else { return "" }
    let share = min(fraction, 1)
    if tier == .ascii {
      return String(repeating: "#", count: max(1, Int((share * Double(width)).rounded())))
    }
    let steps = max(1, Int((share * Double(width) * 8).rounded()))
    let partial = steps % 8
    return String(repeating: "█", count: steps / 8) + (partial == 0 ? "" : eighths[partial])
  }

  /// One cell of eight heights for a fraction of 1; blank for 0.
  static func level(_ fraction: Double) -> String {
    guard fraction > 0 else { return " " }
    let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return heights[min(7, Int(min(fraction, 1) * 8))]
  }

  /// The cell of the end of a bar, counted from 1, as it is drawn; 0 of no bar. Left of an axis
  /// it moves in halves, elsewhere in eighths.
  static func lastCell(_ share: Double, width: Int, tier: GlyphTier) -> Int {
    let size = min(abs(share), 1)
    guard size > 0, width > 0 else { return 0 }
    let parts = tier == .ascii ? 1 : share < 0 ? 2 : 8
    let count = max(1, Int((size * Double(width * parts)).rounded()))
    return (count + parts - 1) / parts
  }

  /// A bar around an axis in the middle: negative to the left, positive to the right.
  ///
  /// The result is `2 * half + 1` cells wide. Fonts have no right-aligned eighths, so the left side
  /// moves in halves. In ASCII the sides differ by glyph too: `--|` and `|++`.
  static func signed(_ fraction: Double, half: Int, tier: GlyphTier) -> String {
    guard half > 0 else { return "" }
    let share = min(abs(fraction), 1)
    let axis = tier == .ascii ? "|" : "│"
    let blank = String(repeating: " ", count: half)
    guard share > 0 else { return blank + axis + blank }
    if tier == .ascii {
      let count = max(1, Int((share * Double(half)).rounded()))
      let rest = String(repeating: " ", count: half - count)
      return fraction < 0
        ? rest + String(repeating: "-", count: count) + axis + blank
        : blank + axis + String(repeating: "+", count: count) + rest
    }
    if fraction > 0 {
      let bar = filled(share, width: half, tier: tier)
      return blank + axis + bar + String(repeating: " ", count: half - cellWidth(of: bar))
    }
    let halves = max(1, Int((share * Double(half) * 2).rounded()))
    let bar = (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
    return String(repeating: " ", count: half - cellWidth(of: bar)) + bar + axis + blank
  }
}

extension Canvas {
  /// A bar that fills a region's height, and the mark where it ended before.
  ///
  /// A bar that is longer than its scale, as one of ∞ is, ends in an arrow.
  mutating func draw(
    _ bar: BarValue, on scale: BarScale, in region: Region, role: Role, tier: GlyphTier
  ) {
    guard region.columns > 0 else { return }
    let share = scale.share(of: bar.value)
    let half = (region.columns - 1) / 2
    let text =
      scale.isSigned
      ? Bar.signed(share, half: half, tier: tier)
      : Bar.filled(share, width: region.columns, tier: tier)
    for row in region.row..<region.row + region.rows {
      write(text, row: row, column: region.column, style: Style(role))
    }
    if scale.isSigned { drawAxis(region, half: half, tier) }
    if bar.value.isInfinite, share != 0 {
      let column = region.column + (share < 0 ? 0 : scale.isSigned ? 2 * half : region.columns - 1)
      let arrow = share < 0 ? (tier == .ascii ? "<" : "◂") : (tier == .ascii ? ">" : "▸")
      for row in region.row..<region.row + region.rows {
        write(arrow, row: row, column: column, style: Style(role, .reverse))
      }
    }
    guard let before = bar.before, !before.isNaN else { return }
    drawMark(at: scale.share(of: before), share, scale, half, region, role, tier)
  }

  private mutating func drawAxis(_ region: Region, half: Int, _ tier: GlyphTier) {
    for row in region.row..<region.row + region.rows {
      write(
        tier == .ascii ? "|" : "│", row: row, column: region.column + half, style: Style(.frame))
    }
  }

  /// Dim on blanks, cut out of the bar where that has grown past it.
  private mutating func drawMark(
    at old: Double, _ share: Double, _ scale: BarScale, _ half: Int, _ region: Region, _ role: Role,
    _ tier: GlyphTier
  ) {
    let width = scale.isSigned ? half : region.columns
    func cell(of share: Double) -> Int {
      let last = Bar.lastCell(share, width: width, tier: tier)
      return scale.isSigned ? half + (share < 0 ? -last : last) : max(0, last - 1)
    }
    let column = cell(of: old)
    guard column != cell(of: share) || (old == 0) != (share == 0) else { return }
    for row in region.row..<region.row + region.rows {
      let isInside = self[row, region.column + column].glyph != " "
      write(
        tier == .ascii ? ":" : "┊", row: row, column: region.column + column,
        style: isInside ? Style(role, .reverse) : Style(.dim))
    }
  }

  /// The numbers of a scale above its bars: its ends, and the middle where there is room.
  ///
  /// - Parameter top: the upper end, where it is no round number.
  mutating func drawScale(
    _ scale: BarScale, top roundedTop: String? = nil, row: Int, column: Int, width: Int,
    _ look: PanelLook
  ) {
    let top = roundedTop ?? shortest(scale.top)
    let half = (width - 1) / 2
    let style = Style(.dim)
    if scale.isSigned {
      guard half >= 2 * top.count + 3 else { return }
      write(look.plain("−") + top, row: row, column: column, style: style)
      write("0", row: row, column: column + half, style: style)
      writeRight("+" + top, row: row, end: column + 2 * half + 1, style: style)
      return
    }
    guard width >= top.count + 3 else { return }
    write("0", row: row, column: column, style: style)
    writeRight(top, row: row, end: column + width, style: style)
    let middle = shortest(scale.top / 2)
    guard roundedTop == nil, !middle.contains("e"), half >= 2 * (middle.count + top.count) + 2
    else { return }
    write(
      middle, row: row, column: column + width / 2 - middle.count / 2, style: style)
  }
}
