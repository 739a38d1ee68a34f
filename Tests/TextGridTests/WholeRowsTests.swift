import Testing
import TextGrid

@Suite("Texts and rows that are taken whole")
struct WholeRowsTests {
  @Test(
    "a text is as wide as its characters together, where marks and joiners are too",
    arguments: ["a", "Σ", "→", "\u{301}", "\u{200D}", "\u{FE0F}"])
  func width(first: String) {
    for scalar in UInt32(0x20)...0x2C00 {
      guard let second = Unicode.Scalar(scalar) else { continue }
      for text in [first + String(second), String(second) + first, "\(second)\(second)"] {
        let characters = text.reduce(0) { $0 + cellWidth(of: $1) }
        #expect(cellWidth(of: text) == characters, "U+\(String(scalar, radix: 16)) in \(first)")
      }
    }
  }

  @Test("a row is cut at both edges, with or without a wide character in it", arguments: -7...7)
  func draw(column: Int) {
    for text in ["abcde", "ab信e"] {
      var source = Canvas(size: Size(columns: 5, rows: 1))
      source.write(text, row: 0, column: 0)
      var canvas = Canvas(size: Size(columns: 6, rows: 1))
      canvas.write("......", row: 0, column: 0)
      let before = canvas.lines
      canvas.draw(source, row: 0, column: column)
      var wanted = Canvas(size: Size(columns: 6, rows: 1))
      wanted.write("......", row: 0, column: 0)
      wanted.write(text, row: 0, column: column)
      #expect(canvas == wanted)
      #expect((canvas.lines == before) == (column >= 6 || column <= -5))
    }
  }

  @Test("a wide character that a narrow row covers half leaves a blank")
  func half() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("信信", row: 0, column: 0)
    var source = Canvas(size: Size(columns: 2, rows: 1))
    source.write("ab", row: 0, column: 0)
    canvas.draw(source, row: 0, column: 1)
    #expect(canvas.lines == [" ab"])
  }

  @Test("two rows differ from the first changed column to the last")
  func difference() {
    let size = Size(columns: 6, rows: 2)
    let before = Canvas(size: size)
    var canvas = before
    #expect(canvas.difference(from: before, row: 1, columns: 6) == nil)
    canvas.write("x", row: 1, column: 2)
    canvas.write(" ", row: 1, column: 4, style: Style(.code))
    #expect(canvas.difference(from: before, row: 1, columns: 6) == 2...4)
    #expect(canvas.difference(from: before, row: 1, columns: 3) == 2...2)
    #expect(canvas.difference(from: before, row: 0, columns: 6) == nil)
  }

  @Test("words that only a change of style parts stay one word")
  func styles() {
    let runs = [StyledRun("ab c"), StyledRun("d e", style: Style(.code)), StyledRun(" f")]
    let lines = wrap(runs, width: 4).map { $0.map(\.text).joined() }
    #expect(lines == ["ab", "cd e", "f"])
  }
}
