import Testing
import TextGrid

@Suite("Cell widths")
struct CellWidthTests {
  // The expected widths are wcwidth 0.7.0's (Python, Unicode 17.0.0), asked once for each sample.
  @Test(
    "agrees with wcwidth",
    arguments: [
      ("a", 1), ("é", 1), ("∂", 1), ("─", 1), ("█", 1), ("₁", 1), ("−", 1), ("⎛", 1), ("⣿", 1),
      ("가", 2), ("한", 2), ("误", 2), ("。", 2), ("？", 2), ("Ａ", 2), ("ｱ", 1), ("\u{3000}", 2),
      ("😀", 2), ("ℝ", 1), ("ㅂ", 2), ("₩", 1), ("𠀀", 2), ("ŷ", 1),
    ] as [(Character, Int)])
  func samples(character: Character, width: Int) {
    #expect(cellWidth(of: character) == width)
  }

  @Test("a combining mark adds nothing to its base")
  func marks() {
    #expect(cellWidth(of: "p\u{302}") == 1)
    #expect(cellWidth(of: "\u{302}") == 0)
    #expect(cellWidth(of: "p\u{302} = 1") == 5)
  }

  @Test(
    "control and format characters take no cell",
    arguments: ["\u{1B}", "\u{200D}", "\u{202E}", "\n"])
  func controls(text: String) {
    #expect(cellWidth(of: text) == 0)
  }
}
