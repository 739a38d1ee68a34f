import Testing

@testable import TextGrid

@Suite("Cell width")
struct CellWidthTests {
  @Test("a scalar alone is as wide as wcwidth says", arguments: RecordedWidths.scalars)
  func scalarWidth(scalar: UInt32, width: Int) throws {
    let character = Character(try #require(Unicode.Scalar(scalar)))
    #expect(cellWidth(of: character) == width, "U+\(String(scalar, radix: 16))")
  }

  @Test("a text is as wide as wcswidth says", arguments: RecordedWidths.texts)
  func textWidth(text: String, width: Int) {
    #expect(cellWidth(of: text) == width, "\(text)")
  }

  @Test("both spellings of an accented letter or a Hangul syllable are as wide")
  func canonicalEquivalents() {
    #expect(cellWidth(of: "ŷ") == cellWidth(of: "y\u{302}"))
    #expect(cellWidth(of: "각") == cellWidth(of: "\u{1100}\u{1161}\u{11A8}"))
  }

  @Test("control and format characters take no cell; a tab is one blank")
  func controls() {
    for scalar in Array(UInt32(0)...0x1F) + Array(0x7F...0x9F) where scalar != 9 {
      #expect(Unicode.Scalar(scalar).map { cellWidth(of: Character($0)) } == 0)
    }
    for text in ["\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{2028}", "\u{AD}", "\r\n"] {
      #expect(cellWidth(of: text) == 0)
    }
    #expect(cellWidth(of: "a\tb") == 3)
  }

  @Test("the ranges of wide scalars rise and don't touch, so that they can be searched by halves")
  func rangesRise() {
    let ranges = WideScalars.ranges
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
  }

  @Test("a text is drawn in as many cells as it was measured", arguments: UInt64(0)..<100)
  func measuredIsDrawn(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = "x" + awkwardText(20, using: &generator)
    var canvas = Canvas(size: Size(columns: 100, rows: 1))
    let end = canvas.write(text, row: 0, column: 0, style: Style(.code))
    #expect(end == cellWidth(of: text))
    let drawn = (0..<100).filter { canvas[0, $0].style.role == .code }
    #expect(drawn == Array(0..<end))
  }
}
