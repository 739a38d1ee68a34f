import Lessons
import Testing

@Suite("the blocks of a step")
struct BlockTests {
  static let readings: [(String, [String])] = [
    ("one\n\ntwo", ["p: one", "p: two"]),
    ("- a\n- b *c*\n  goes on\n\n- d", ["ul: a | b <em c> goes on | d"]),
    ("1. a\n2. b\n   goes on", ["ol: a | b goes on"]),
    ("words\n- a", ["p: words", "ul: a"]),
    ("In\n1948. Shannon", ["p: In 1948. Shannon"]),
    ("> a\n> b\n>\n> c", ["quote: a b", "quote: c"]),
    ("> [!NOTE]\n> A *b*.\n> c\n> d\n>\n> e", ["note: A <em b>. | c d | e"]),
    ("> q\n\n> [!NOTE]\n> Alone {p_1}.\n\nt", ["quote: q", "note: Alone <value p_1>.", "p: t"]),
    ("### A $z$ heading\n\ntext", ["h: A <formula z> heading", "p: text"]),
    ("```\ncode  *x*\n\n  more\n```", ["code: code  *x*\n\n  more"]),
    ("```math\na\n+ b\n```", ["math line \(Draft.linesAboveStep + 2): a\n+ b"]),
    ("```math notation\nx\n```", ["notation line \(Draft.linesAboveStep + 2): x"]),
    (
      "words\n```math\nx\n```\nmore",
      ["p: words", "math line \(Draft.linesAboveStep + 3): x", "p: more"]
    ),
    (
      "```live\nbars:\nmatrix: \\frac{\\partial p_i}{\\partial z_j}\nterms: kl\n```",
      ["live bars: ", "live matrix: \\frac{\\partial p_i}{\\partial z_j}", "live terms: kl"]
    ),
    ("one  \n\ntwo\n", ["p: one", "p: two"]),
  ]

  @Test("are read", arguments: readings)
  func reads(body: String, expected: [String]) {
    let (blocks, diagnostics) = Draft.blocks(body)
    #expect(blocks == expected)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
  }

  @Test("line ends of Windows and a byte order mark change nothing")
  func windows() {
    let text = Draft.step("one\n\n- a\n- b\n\n```math\nx\n```\n")
    let (plain, _) = Draft.parse(text)
    let (windows, found) = Draft.parse(
      "\u{FEFF}"
        + text.split(
          separator: "\n", omittingEmptySubsequences: false
        ).joined(separator: "\r\n"))
    #expect(windows?.steps == plain?.steps)
    #expect(found.isEmpty)
  }

  static let complaints: [(String, Int, String)] = [
    ("# Title", 1, "front matter"),
    ("#### Deep", 1, "###"),
    ("##Close", 1, "a space comes between"),
    ("* a", 1, "begins with -"),
    ("+ a", 1, "begins with -"),
    ("1) a", 1, "ends with a point"),
    ("1. a\n3. b", 2, "item 2"),
    ("- a\n  - b", 2, "do not nest"),
    ("- a\nlazy", 2, "indent by two spaces"),
    ("- a\n\n  second paragraph", 3, "one paragraph"),
    ("- [ ] task", 1, "boxes to tick"),
    ("> a\nlazy", 2, "begin the line with >"),
    ("> [!NOTE]", 1, "the note is empty"),
    ("> [!TIP]\n> A.", 1, "the only alert"),
    ("> [!NOTE] more\n> A.", 1, "alone on its line"),
    ("> [!NOTE]\n> goes on\n> here.", 2, "a whole sentence"),
    ("> [!NOTE]\n> A.\n> - b", 3, "paragraphs only"),
    ("> [!NOTE]\n> A.\nlazy", 3, "go on with the note"),
    ("> - a", 1, "paragraphs only"),
    ("    code", 1, "indentation"),
    ("text\n---", 2, "rules and underlined"),
    ("***", 1, "rules and underlined"),
    ("| a | b |", 1, "tables"),
    ("a | b\n--|--", 2, "tables"),
    ("<!-- note -->", 1, "directive"),
    ("<!-- a\nlong note -->", 1, "directive"),
    ("one  \ntwo", 1, "two spaces at the end"),
    ("one\\\ntwo", 1, "backslash"),
    ("```python\nx\n```", 1, "there is no fence python"),
    ("~~~\nx\n~~~", 1, "three backticks"),
    ("```math\nx", 1, "opens and never closes"),
    ("```math\n\n```", 1, "empty"),
    ("```math\nx\n\n```live\nbars:\n```", 1, "still open where the next begins, on line"),
    ("```\ncode\n\n```math\nx\n```", 1, "still open where the next begins, on line"),
    ("````math\nx\n````", 1, "three backticks"),
    ("```math\nx +\n\\sofmax\n```", 3, "sofmax"),
    ("```live\nbarz:\n```", 2, "no key barz"),
    ("```live\nbars: x\n```", 2, "takes no formula"),
    ("```live\nmatrix:\n```", 2, "needs the formula"),
    ("```live\nterms: kll\n```", 2, "shows the terms of"),
    ("```live\nbars\n```", 1, "key: value"),
  ]

  @Test("what is outside the subset is said at its line", arguments: complaints)
  func complains(body: String, line: Int, words: String) {
    let (_, diagnostics) = Draft.blocks(body)
    #expect(
      diagnostics.contains {
        $0.line == Draft.linesAboveStep + line && $0.message.contains(words)
      }, "\(diagnostics)")
  }

  @Test("a misspelt fence or panel is met with the nearest name")
  func suggestions() {
    #expect(Draft.blocks("```maths\nx\n```").diagnostics.first?.suggestion == "math")
    #expect(
      Draft.blocks("text\n\n```live\nmatrx: x\n```").diagnostics.first?.suggestion == "matrix")
  }

  @Test(
    "control characters are said and never kept",
    arguments: ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}", "\u{FFFD}", "\t", "\u{7F}"])
  func controls(character: String) throws {
    let (lesson, diagnostics) = Draft.parse(Draft.step("before\(character)after `a\(character)b`"))
    #expect(diagnostics.count == 2)
    #expect(diagnostics.first?.column == "before".count + 1)
    for diagnostic in diagnostics {
      #expect(!diagnostic.sourceLine.contains(character))
    }
    let words = try #require(lesson).steps.flatMap(\.plainText).joined()
    #expect(!words.unicodeScalars.contains { $0 == character.unicodeScalars.first })
    #expect(words.contains("before after"))
  }
}
