extension Canvas {
  /// The screen as an SVG picture.
  ///
  /// Each run of cells of one style is a `<text>` at its own place that is stretched to its cells
  /// (`textLength`), so any font that the reader has keeps the columns. Blocks of bars are
  /// rectangles: fonts leave gaps between them. Texts are escaped; nothing is loaded from elsewhere.
  ///
  /// - Parameter title: what a screen reader calls the picture.
  public func svg(title: String, colours: some SVGColours) -> String {
    SVGWriter(self, title: title, colours: colours).document()
  }
}

private struct SVGWriter<Colours: SVGColours> {
  let canvas: Canvas
  let title: String
  let colours: Colours

  /// Of a cell, in units of the picture; the baseline is counted from its top.
  private let cellWidth = 9
  private let cellHeight = 19
  private let baseline = 15
  private let fontSize = 15
  private let margin = 8

  init(_ canvas: Canvas, title: String, colours: Colours) {
    (self.canvas, self.title, self.colours) = (canvas, title, colours)
  }

  func document() -> String {
    let width = canvas.size.columns * cellWidth + 2 * margin
    let height = canvas.size.rows * cellHeight + 2 * margin
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" role=\"img\">",
      "<title>\(escaped(title))</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" rx=\"6\" fill=\"\(colours.page)\"/>",
      "<g transform=\"translate(\(margin) \(margin))\" xml:space=\"preserve\" "
        + "font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace\" "
        + "font-size=\"\(fontSize)\" fill=\"\(colours.ink)\">",
    ]
    for row in 0..<canvas.size.rows { lines += elements(ofRow: row) }
    lines += ["</g>", "</svg>"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func elements(ofRow row: Int) -> [String] {
    var elements: [String] = []
    var column = 0
    while column < canvas.size.columns {
      let style = canvas[row, column].style
      var end = column + 1
      while end < canvas.size.columns, canvas[row, end].style == style { end += 1 }
      elements += run(row: row, columns: column..<end, paint(style))
      column = end
    }
    return elements
  }

  /// Reverse video is ink and ground exchanged.
  private func paint(_ style: Style) -> SVGPaint {
    var paint = colours.paint(style)
    if paint.emphasis.contains(.reverse) {
      (paint.ink, paint.ground) = (paint.ground ?? colours.page, paint.ink)
    }
    return paint
  }

  private func run(row: Int, columns: Range<Int>, _ paint: SVGPaint) -> [String] {
    var elements: [String] = []
    if let ground = paint.ground {
      elements.append(
        rectangle(
          x: "\(columns.lowerBound * cellWidth)", row: row,
          width: "\(columns.count * cellWidth)", fill: "fill=\"\(ground)\""))
    }
    var column = columns.lowerBound
    while column < columns.upperBound {
      let glyph = canvas[row, column].glyph
      if let block = Block(glyph) {
        var end = column + 1
        while block.joins, end < columns.upperBound, canvas[row, end].glyph == glyph { end += 1 }
        elements.append(self.block(block, row: row, columns: column..<end, paint))
        column = end
        continue
      }
      let end = textEnd(row: row, from: column, in: columns)
      if glyph != " ", !glyph.isEmpty {
        elements.append(text(row: row, columns: column..<end, paint))
      }
      column = end
    }
    return elements
  }

  /// A text ends before a block and before two blanks; blanks and right halves stand for nothing.
  private func textEnd(row: Int, from start: Int, in columns: Range<Int>) -> Int {
    if [" ", ""].contains(canvas[row, start].glyph) { return start + 1 }
    var end = start + 1
    while end < columns.upperBound, Block(canvas[row, end].glyph) == nil {
      if canvas[row, end].glyph == " " {
        let next = end + 1
        guard next < columns.upperBound, canvas[row, next].glyph != " ",
          Block(canvas[row, next].glyph) == nil
        else { break }
      }
      end += 1
    }
    return end
  }

  private func text(row: Int, columns: Range<Int>, _ paint: SVGPaint) -> String {
    let content = columns.map { canvas[row, $0].glyph }.joined()
    var attributes =
      "x=\"\(columns.lowerBound * cellWidth)\" y=\"\(row * cellHeight + baseline)\" "
      + "textLength=\"\(columns.count * cellWidth)\" lengthAdjust=\"spacingAndGlyphs\""
    if paint.ink != colours.ink { attributes += " fill=\"\(paint.ink)\"" }
    if paint.emphasis.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if paint.emphasis.contains(.italic) { attributes += " font-style=\"italic\"" }
    if paint.emphasis.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    if paint.emphasis.contains(.dim) { attributes += " opacity=\"0.6\"" }
    return "<text \(attributes)>\(escaped(content))</text>"
  }

  private func block(
    _ block: Block, row: Int, columns: Range<Int>, _ paint: SVGPaint
  ) -> String {
    let width = Double(cellWidth * columns.count) * block.width
    let offset = Double(cellWidth) * block.start
    func text(_ number: Double) -> String {
      number == number.rounded() ? String(Int(number)) : String(number)
    }
    return rectangle(
      x: text(Double(columns.lowerBound * cellWidth) + offset), row: row, width: text(width),
      fill: "fill=\"\(paint.ink)\"" + (block.isShade ? " opacity=\"0.5\"" : ""))
  }

  private func rectangle(x: String, row: Int, width: String, fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(row * cellHeight)\" width=\"\(width)\" height=\"\(cellHeight)\" "
      + fill + "/>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

/// A glyph that bars and upright lines are made of, as a part of its cell.
private struct Block {
  /// Of the cell's width.
  var width = 1.0
  var start = 0.0
  var isShade = false

  init?(_ glyph: String) {
    switch glyph {
    case "█": break
    case "▒": isShade = true
    case "▐": (width, start) = (0.5, 0.5)
    case "│": (width, start) = (0.125, 0.4375)
    default:
      guard let eighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"].firstIndex(of: glyph) else {
        return nil
      }
      width = Double(eighths + 1) / 8
    }
  }

  /// Whether a run of it is one rectangle.
  var joins: Bool { width == 1 }
}
