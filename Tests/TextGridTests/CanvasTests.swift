import Testing
import TextGrid

@Suite("Canvas")
struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int = 1, _ text: String = "") -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    canvas.write(text, row: 0, column: 0)
    return canvas
  }

  @Test("write returns the column after the last cell, inside or outside")
  func endColumn() {
    var canvas = canvas(4)
    #expect(canvas.write("한a", row: 0, column: 1) == 4)
    #expect(canvas.write("abc", row: 0, column: 3) == 6)
    #expect(canvas.write("abc", row: 9, column: -2) == 1)
  }

  @Test("what falls outside is dropped on all four sides")
  func clipping() {
    var canvas = canvas(3, 2)
    canvas.write("above", row: -1, column: 0)
    canvas.write("below", row: 2, column: 0)
    canvas.write("12345", row: 0, column: -1)
    canvas.write("ab", row: 1, column: 2)
    #expect(canvas.lines == ["234", "  a"])
  }

  @Test("half a wide character at an edge is a blank in its style")
  func halfAtEdges() {
    var canvas = canvas(3, 1, "abc")
    canvas.write("한국", row: 0, column: -1, style: Style(.link))
    #expect(canvas.lines == [" 국"])
    canvas.write("中", row: 0, column: 2, style: Style(.code))
    #expect(canvas[0, 2] == Cell(glyph: " ", width: 1, style: Style(.code)))
    #expect(canvas.lines == [""])
  }

  @Test("overwriting half of a wide character erases its other half")
  func halves() {
    #expect(
      {
        var c = canvas(4, 1, "한국"); c.write("x", row: 0, column: 0); return c.lines
      }() == ["x 국"])
    #expect(
      {
        var c = canvas(4, 1, "한국"); c.write("x", row: 0, column: 1); return c.lines
      }() == [" x국"])
    #expect(
      {
        var c = canvas(4, 1, "한국"); c.write("中", row: 0, column: 1); return c.lines
      }() == [" 中"])
  }

  @Test("combining marks join their base, also when they come in a write of their own")
  func marks() {
    var canvas = canvas(4, 1, "p\u{302}q")
    #expect(canvas[0, 0].glyph == "p\u{302}")
    canvas.write("\u{304}x", row: 0, column: 2)
    #expect(canvas.lines == ["p\u{302}q\u{304}x"])
  }

  @Test("a cell holds no more marks than ncurses keeps, and a wide character none")
  func tooManyMarks() {
    let stack = String(repeating: "\u{302}", count: 9)
    let canvas = canvas(4, 1, "p" + stack + "中\u{302}")
    #expect(canvas[0, 0].glyph.unicodeScalars.count == 5)
    #expect(canvas[0, 1].glyph == "中")
  }

  @Test("control characters never enter")
  func controls() {
    let evil = "a\u{1B}]52;c;eA==\u{7}b\u{9B}31mc\u{202E}d\u{2028}e\u{0}f\u{85}g\r\nh\ti"
    #expect(canvas(40, 1, evil).lines == ["a]52;c;eA==b31mcdefgh i"])
  }

  @Test(
    "what terminals draw differently is taken apart",
    arguments: [
      ("👩\u{200D}🔬", ["👩", ""]), ("🇰🇷", ["K", "R"]), ("☁\u{FE0F}", ["☁", " "]),
      ("👍🏽", ["👍", ""]), ("\u{1112}\u{1161}\u{11AB}", ["한", ""]), ("\u{A0}", [" "]),
    ])
  func takenApart(text: String, cells: [String]) {
    let canvas = canvas(8, 1, text)
    #expect(cells.indices.map { canvas[0, $0].glyph } == cells)
  }

  @Test("fill blanks a region and cuts wide characters at its edges")
  func fill() {
    var canvas = canvas(6, 1, "한국어")
    canvas.fill(Region(row: -3, column: 1, columns: 4, rows: 9), style: Style(.title))
    #expect(canvas.lines == [""])
    #expect(canvas.roleLines == ["0:1-4 title"])
  }

  @Test("draw copies cells with their styles, clipped")
  func draw() {
    var source = Canvas(size: Size(columns: 4, rows: 3))
    for (row, text) in ["1234", "가나", "5678"].enumerated() {
      source.write(text, row: row, column: 0, style: Style(.code))
    }
    var canvas = canvas(3, 2)
    canvas.draw(source, rows: 1..<3, row: 0, column: -1)
    #expect(canvas.lines == [" 나", "678"])
    #expect(canvas.roleLines == ["0:0-2 code", "1:0-2 code"])
    var whole = Canvas(size: source.size)
    whole.draw(source, row: 0, column: 0)
    #expect(whole == source)
  }

  @Test("restyle changes emphasis and keeps roles, a wide character whole")
  func restyle() {
    var canvas = canvas(6)
    canvas.write("한국어", row: 0, column: 0, style: Style(.scores))
    canvas.restyle(Region(row: 0, column: 1, columns: 2, rows: 5)) { $0.emphasis.insert(.reverse) }
    #expect(canvas.roleLines == ["0:0-3 scores reverse", "0:4-5 scores"])
  }

  @Test("role lines name the runs that are not plain")
  func roleLines() {
    var canvas = canvas(8, 2)
    canvas.write("ab", row: 0, column: 1, style: Style(.probabilities, [.bold, .underline]))
    canvas.write("c", row: 1, column: 7, style: Style(.heat(-2)))
    #expect(canvas.roleLines == ["0:1-2 probabilities bold underline", "1:7-7 heat(-2)"])
  }

  @Test("an empty or negative size is an empty canvas", arguments: [0, -1])
  func empty(side: Int) {
    var canvas = Canvas(size: Size(columns: side, rows: side))
    canvas.write("한a", row: 0, column: 0)
    canvas.fill(Region(row: 0, column: 0, columns: 2, rows: 2))
    canvas.restyle(Region(row: 0, column: 0, columns: 2, rows: 2)) { $0.role = .dim }
    #expect(canvas.lines.isEmpty)
  }

  @Test("after any writes every row is whole", arguments: UInt64(0)..<200)
  func invariant(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var canvas = Canvas(size: Size(columns: 9, rows: 3))
    for _ in 0..<12 {
      canvas.write(
        awkwardText(6, using: &generator), row: .random(in: -1...3, using: &generator),
        column: .random(in: -5...10, using: &generator))
    }
    for row in 0..<3 {
      var column = 0
      while column < 9 {
        let cell = canvas[row, column]
        #expect(cell.width == 1 || cell.width == 2, "row \(row), column \(column), seed \(seed)")
        if cell.width == 2 {
          #expect(column + 1 < 9 && canvas[row, column + 1].width == 0, "seed \(seed)")
        }
        #expect(!cell.glyph.isEmpty)
        #expect(cellWidth(of: cell.glyph) == cell.width, "seed \(seed)")
        let controls: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator]
        #expect(
          cell.glyph.unicodeScalars.allSatisfy { !controls.contains($0.properties.generalCategory) }
        )
        column += max(1, cell.width)
      }
    }
  }
}
