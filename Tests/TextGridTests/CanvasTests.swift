import Testing
import TextGrid

@Suite("Canvas")
struct CanvasTests {
  func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows))
  }

  @Test("what falls outside is dropped on every side, and the end column is told all the same")
  func clips() {
    var grid = canvas(4, 2)
    #expect(grid.write("abcdefg", row: 0, column: -2) == 5)
    #expect(grid.write("xyz", row: 1, column: 3) == 6)
    grid.write("no", row: 2, column: 0)
    grid.write("no", row: -1, column: 0)
    #expect(grid.lines == ["cdef", "   x"])
  }

  @Test("half a wide character at an edge is a blank", arguments: [-1, 3])
  func halfAtEdge(column: Int) {
    var grid = canvas(4)
    grid.write("....", row: 0, column: 0)
    grid.write("가", row: 0, column: column)
    #expect(grid.lines == [column < 0 ? " ..." : "..."])
  }

  @Test("overwriting half of a wide character blanks the other half", arguments: [0, 1])
  func overwriteHalf(column: Int) {
    var grid = canvas(4)
    grid.write("가b", row: 0, column: 0)
    grid.write("x", row: 0, column: column)
    #expect(grid.lines == [column == 0 ? "x b" : " xb"])
  }

  @Test("every row covers its columns exactly, whatever is written over what", arguments: 0..<200)
  func rowsStayWhole(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var grid = canvas(9, 2)
    for _ in 0..<30 {
      let text = ["a", "가", "p\u{302}", "ab가c", "误误", "\u{1B}[3m", "👩‍🔬"][next(7)]
      grid.write(text, row: next(3) - 1, column: next(13) - 2)
    }
    for row in 0..<2 {
      let widths = (0..<9).map { grid[row, $0].width }
      #expect(widths.reduce(0, +) == 9, "seed \(seed): \(grid.lines)")
    }
  }

  @Test("control characters never get in")
  func controls() {
    var grid = canvas(12)
    grid.write("a\u{1B}[31mb\u{7}c\u{202E}d\u{9B}e", row: 0, column: 0)
    #expect(grid.lines == ["a[31mbcde"])
  }

  @Test("a canvas drawn on another keeps its cells")
  func draw() {
    var inner = canvas(3, 3)
    inner.write("1가", row: 1, column: 0, style: Style(.scores))
    var outer = canvas(6, 2)
    outer.draw(inner, rows: 1..<3, row: 0, column: 2)
    #expect(outer.lines == ["  1가", ""])
    #expect(outer[0, 2].style == Style(.scores))
  }

  @Test("sizes of 0 and less are empty", arguments: [(0, 0), (-1, 5), (5, -1)])
  func empty(columns: Int, rows: Int) {
    var grid = canvas(columns, rows)
    grid.write("x", row: 0, column: 0)
    #expect(grid.lines.joined().isEmpty)
  }
}
