import TextGrid

/// Draws curves in braille dots (2×4 a cell), or one mark a column in ASCII.
///
/// There is one mapping from data to a dot and from a dot to its cell; marks and tick labels use
/// it too, so that they stand where the curve does.
struct DotPlot {
  let columns: Int
  let rows: Int
  let xRange: ClosedRange<Double>
  let yRange: ClosedRange<Double>
  let tier: GlyphTier
  /// What stands for a cell with dots in ASCII.
  let asciiMark: String
  private var dots: [Bool]

  init(
    columns: Int, rows: Int, xRange: ClosedRange<Double>, yRange: ClosedRange<Double>,
    tier: GlyphTier, asciiMark: String = "*"
  ) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.xRange = xRange
    self.yRange = yRange
    self.tier = tier
    self.asciiMark = asciiMark
    dots = Array(repeating: false, count: self.columns * 2 * self.rows * 4)
  }

  private var across: Int { columns * 2 }
  private var down: Int { rows * 4 }

  private func dot(x: Double, y: Double) -> (column: Int, row: Int)? {
    guard x.isFinite, y.isFinite, xRange.contains(x), yRange.contains(y) else { return nil }
    let u = (x - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    let v = (y - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    return (Int((u * Double(across - 1)).rounded()), Int(((1 - v) * Double(down - 1)).rounded()))
  }

  /// The cell in which a point falls; nil outside the ranges.
  func cell(x: Double, y: Double) -> Position? {
    dot(x: x, y: y).map { Position(row: $0.row / 4, column: $0.column / 2) }
  }

  /// Plots `y = f(x)` over the whole range, joined vertically so that steep parts have no holes;
  /// where it leaves the range it goes to the edge.
  mutating func plot(_ f: (Double) -> Double) {
    var previousRow: Int?
    for column in 0..<across {
      let x =
        xRange.lowerBound
        + (xRange.upperBound - xRange.lowerBound) * Double(column) / Double(max(1, across - 1))
      let y = f(x)
      guard !y.isNaN else {
        previousRow = nil
        continue
      }
      // A row above the first and one below the last stand for what lies outside.
      let place = dot(x: x, y: y)?.row ?? (y > yRange.upperBound ? -1 : down)
      let from = previousRow ?? place
      for row in min(from, place)...max(from, place)
      where (0..<down).contains(row) && (row != from || from == place) {
        dots[row * across + column] = true
      }
      previousRow = place
    }
  }

  /// A dot at a point, if it is inside.
  mutating func mark(x: Double, y: Double) {
    guard let point = dot(x: x, y: y) else { return }
    dots[point.row * across + point.column] = true
  }

  /// The glyphs, row by row.
  var lines: [String] {
    (0..<rows).map { row in
      (0..<columns).map { column in glyph(row: row, column: column) }.joined()
    }
  }

  private func glyph(row: Int, column: Int) -> String {
    // Braille numbers its dots down the left column, then the right; the bottom pair comes last.
    let bits = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    var pattern: UInt32 = 0
    for (bit, (dx, dy)) in bits.enumerated()
    where dots[(row * 4 + dy) * across + column * 2 + dx] { pattern |= 1 << bit }
    guard pattern != 0, let scalar = Unicode.Scalar(0x2800 + pattern) else { return " " }
    return tier == .ascii ? asciiMark : String(Character(scalar))
  }
}
