import CNCurses
import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

extension RealNcurses {
  /// Real ncurses on /dev/null: what was painted is read back from its own screen.
  @Suite("Painting into ncurses")
  struct PaintingTests {
    private func withScreen(_ size: Size, _ body: () throws -> Void) throws {
      setlocale(LC_ALL, "C.UTF-8")
      setenv("LINES", String(size.rows), 1)
      setenv("COLUMNS", String(size.columns), 1)
      let null = try #require(fopen("/dev/null", "r+"))
      let screen = try #require(newterm("xterm-256color", null, null))
      start_color()
      use_default_colors()
      defer {
        endwin()
        delscreen(screen)
        fclose(null)
      }
      try body()
    }

    private func readBack(_ size: Size) -> [String] {
      (0..<size.rows).map { row in
        var line = ""
        var column = 0
        while column < size.columns {
          var text = [wchar_t](repeating: 0, count: 8)
          var attributes = attr_t(0)
          _ = cn_cell(Int32(row), Int32(column), &text, &attributes)
          let glyph = String(
            String.UnicodeScalarView(
              text.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32($0)) }))
          line += glyph
          column += max(1, glyph.first.map(cellWidth) ?? 1)
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
      }
    }

    @Test("every cell of a canvas arrives: formulas, Hangul, Han, combining marks, the last cell")
    func everyCell() throws {
      let size = Size(columns: 24, rows: 5)
      var canvas = Canvas(size: size)
      canvas.write("∂pᵢ/∂zᵢ = pᵢ(1 − pᵢ)", row: 0, column: 0)
      canvas.write("소프트맥스 交叉熵", row: 1, column: 3, style: Style(.scores))
      canvas.write("p\u{302} x\u{304} ⎛⎜⎝ █▏⣿", row: 2, column: 1, style: Style(.loss, .bold))
      canvas.write("误", row: 3, column: 22)
      canvas.write("#", row: 4, column: 23, style: Style(.heat(3)))
      try withScreen(size) {
        Painter(theme: Theme(depth: .colors256, isLight: false)).paint(canvas)
        #expect(readBack(size) == canvas.lines)
      }
    }

    @Test("a repaint leaves exactly the new canvas, over wide characters too")
    func repaint() throws {
      let size = Size(columns: 12, rows: 2)
      var first = Canvas(size: size)
      first.write("가나다라마바", row: 0, column: 0)
      var second = Canvas(size: size)
      second.write("x가y", row: 0, column: 3)
      second.write("ab", row: 1, column: 10)
      try withScreen(size) {
        let painter = Painter(theme: Theme(depth: .colors256, isLight: false))
        for canvas in [first, second, first, second] {
          painter.paint(canvas)
          #expect(readBack(size) == canvas.lines)
        }
      }
    }
  }
}
