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
