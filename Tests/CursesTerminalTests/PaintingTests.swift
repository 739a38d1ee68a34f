import CNCurses
import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

extension RealNcurses {
  /// What was painted is read back from ncurses' own screen.
  @Suite("Painting into ncurses")
  struct PaintingTests {
    private let theme = Theme(depth: .colors256, isLight: false)

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
        Painter(theme: theme).paint(canvas)
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
        let painter = Painter(theme: theme)
        for canvas in [first, second, first, second] {
          painter.paint(canvas)
          #expect(readBack(size) == canvas.lines)
        }
      }
    }

    @Test("after any canvases the screen is the last one", arguments: UInt64(0)..<40)
    func anyCanvases(seed: UInt64) throws {
      var generator = SplitMix64(seed: seed)
      let size = Size(columns: 14, rows: 3)
      let pieces = [
        "a", " ", "한", "中文", "p\u{302}", "🙂", "☁\u{FE0F}", "👩\u{200D}🔬", "─∂ᵢ", "\u{1B}[2J",
      ]
      let roles: [Role] = [.body, .scores, .heat(-3), .title]
      try withScreen(size) {
        let painter = Painter(theme: theme)
        for _ in 0..<4 {
          var canvas = Canvas(size: size)
          for _ in 0..<9 {
            canvas.write(
              pieces.randomElement(using: &generator) ?? "",
              row: .random(in: 0..<3, using: &generator),
              column: .random(in: -1..<14, using: &generator),
              style: Style(roles.randomElement(using: &generator) ?? .body))
          }
          painter.paint(canvas)
          #expect(readBack(size) == canvas.lines, "seed \(seed)")
        }
      }
    }

    @Test("a canvas larger than the screen is cut, a smaller one leaves nothing of the last")
    func otherSizes() throws {
      let size = Size(columns: 5, rows: 2)
      var large = Canvas(size: Size(columns: 9, rows: 4))
      for row in 0..<4 { large.write("ab한국cd", row: row, column: 0) }
      var small = Canvas(size: Size(columns: 2, rows: 1))
      small.write("z", row: 0, column: 0)
      try withScreen(size) {
        let painter = Painter(theme: theme)
        painter.paint(large)
        #expect(readBack(size) == ["ab한", "ab한"])
        painter.paint(small)
        #expect(readBack(size) == ["z", ""])
      }
    }

    @Test(
      "in the ASCII tier, and in another codeset, a stray character is a question mark or a word")
    func strayCharacters() throws {
      let size = Size(columns: 10, rows: 1)
      var canvas = Canvas(size: size)
      canvas.write("a−b █θ 한", row: 0, column: 0)
      try withScreen(size) {
        Painter(theme: theme, tier: .ascii).paint(canvas)
        #expect(readBack(size) == ["a-b #? ?"])
      }
      try withScreen(size, locale: "C") {
        Painter(theme: theme, tier: .ascii).paint(canvas)
        #expect(readBack(size) == ["a-b #? ?"])
      }
    }

    @Test("a character the C library does not know never shifts what follows")
    func unknownCharacter() throws {
      let size = Size(columns: 6, rows: 1)
      var canvas = Canvas(size: size)
      // A noncharacter, and a trigram that is wide from Unicode 16 on.
      canvas.write("\u{FFFE}a\u{2630}b", row: 0, column: 0)
      try withScreen(size) {
        Painter(theme: theme).paint(canvas)
        let line = readBack(size)[0]
        #expect(line.hasPrefix("?a") && line.hasSuffix("b"))
        #expect(mvinch(0, 4) & 0xFF == 0x62)
      }
    }

    @Test(
      "all roles and emphases need no more than 63 colour pairs",
      arguments: [
        "xterm-256color", "xterm", "vt100",
      ])
    func pairs(term: String) throws {
      let size = Size(columns: 80, rows: 2)
      try withScreen(size, term: term) {
        let colors = has_colors() ? Int(cn_colors()) : 0
        let theme = Theme.choose(options: TerminalOptions(), colors: colors, environment: [:])
        var canvas = Canvas(size: size)
        for (column, role) in Role.all.enumerated() {
          canvas.write("x", row: 0, column: column, style: Style(role))
          canvas.write("x", row: 1, column: column, style: Style(role, [.reverse, .italic]))
        }
        Painter(theme: theme).paint(canvas)
        #expect(readBack(size) == canvas.lines)
        let looks = Role.all.map { theme.look(of: $0) }
        let colored = Set(looks.map { [$0.foreground, $0.background] }).subtracting([[-1, -1]])
        #expect(colored.count <= Painter.mostPairs)
      }
    }

    @Test("sizes of nothing are painted without a fault", arguments: [(0, 0), (1, 1), (80, 0)])
    func noSize(columns: Int, rows: Int) throws {
      try withScreen(Size(columns: 10, rows: 3)) {
        var canvas = Canvas(size: Size(columns: columns, rows: rows))
        canvas.cursor = Position(row: 0, column: 0)
        Painter(theme: theme).paint(canvas)
        #expect(readBack(Size(columns: 10, rows: 3)) == ["", "", ""])
      }
    }
  }
}
