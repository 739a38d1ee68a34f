import Lessons
import Testing

@Suite("the inside of a paragraph")
struct InlineTests {
  static let readings: [(String, String)] = [
    ("plain words", "plain words"),
    ("an *idea* and a **rule**", "an <em idea> and a <strong rule>"),
    ("***both***", "<strong <em both>>"),
    ("*a **b** c*", "<em a <strong b> c>"),
    ("**a *b***", "<strong a <em b>>"),
    ("`a * b` and ``a ` b``", "<code a * b> and <code a ` b>"),
    ("`` `a` ``", "<code `a`>"),
    (
      "[the *words*](https://example.org/a_(b))",
      "<link the <em words> to https://example.org/a_(b>)"
    ),
    ("the interval [0, 1] is", "the interval [0, 1] is"),
    ("see [this](a) and [that](b)", "see <link this to a> and <link that to b>"),
    ("$z_i$ and {p_1}", "<formula z_i> and <value p_1>"),
    ("{\\frac{e^{z_1}}{S}} nested", "<value \\frac{e^{z_1}}{S}> nested"),
    ("a set \\{ 1 \\} costs \\$5 \\* \\\\ \\_", "a set { 1 } costs $5 * \\ _"),
    ("$\\$ x$", "<formula \\$ x>"),
    ("{\\{ x}", "<value \\{ x>"),
    ("*the $x*y$ stays*", "<em the <formula x*y> stays>"),
    ("snake_case and a < b & c ~ d!", "snake_case and a < b & c ~ d!"),
    ("확률은 **크다**.", "확률은 <strong 크다>."),
  ]

  @Test("is read", arguments: readings)
  func reads(source: String, expected: String) {
    let (blocks, diagnostics) = Draft.blocks(source)
    #expect(blocks == ["p: " + expected])
    #expect(diagnostics.isEmpty, "\(diagnostics)")
  }

  static let complaints: [(String, Int, String)] = [
    ("an *idea", 4, "opens and never closes"),
    ("an **idea*", 4, "opens and never closes"),
    ("2 * 3", 3, "a star is \\*"),
    ("a `code", 3, "code opens"),
    ("a $z_i", 3, "a formula opens"),
    ("a $$z$$", 3, "```math fence"),
    ("a {p_1", 3, "a value opens"),
    ("a p_1}", 6, "never opened"),
    ("an {} empty", 4, "needs a formula"),
    ("the \\frac{1}{2}", 5, "LaTeX stands between $ and $"),
    ("<b>bold</b>", 1, "HTML"),
    ("see <https://example.org>", 5, "HTML"),
    ("see ![alt](a.png)", 5, "image"),
    ("[a][b]", 1, "by reference"),
    ("[a]: https://example.org", 1, "definition of a link"),
    ("[a](b c)", 5, "no spaces"),
    ("_emphasis_", 1, "*…*"),
    ("~~gone~~", 1, "struck out"),
    ("a &amp; b", 3, "entity"),
    ("an $\\sofmax$", 5, "sofmax"),
    ("a value {\\sofmax}", 10, "sofmax"),
    ("a *later $p + \\sofmax$ term*", 15, "sofmax"),
    ("[words $p + \\sofmax$](a)", 13, "sofmax"),
  ]

  @Test("what is outside the subset is said at its column", arguments: complaints)
  func complains(source: String, column: Int, words: String) throws {
    let (blocks, diagnostics) = Draft.blocks(source)
    let first = try #require(diagnostics.first)
    #expect(first.message.contains(words), "\(first)")
    #expect(first.line == Draft.linesAboveStep + 1)
    #expect(first.column == column, "\(first)")
    #expect(!blocks.isEmpty, "the words are kept")
  }

  @Test("a paragraph's lines are joined by a space; Chinese ones by none, Korean ones by one")
  func softWraps() {
    #expect(Draft.blocks("one\ntwo").blocks == ["p: one two"])
    #expect(Draft.blocks("概率\n分布").blocks == ["p: 概率分布"])
    #expect(Draft.blocks("확률\n분포").blocks == ["p: 확률 분포"])
    #expect(Draft.blocks("概率\nsoftmax").blocks == ["p: 概率 softmax"])
  }

  @Test("a complaint about a later line of a paragraph names that line and its column")
  func laterLine() throws {
    let (_, diagnostics) = Draft.blocks("one line\n  and $\\sofmax$")
    let first = try #require(diagnostics.first)
    #expect(first.line == Draft.linesAboveStep + 2)
    #expect(first.column == "  and $".count + 1)
    #expect(first.sourceLine == "  and $\\sofmax$")
  }

  @Test("a formula and a value know where they stand")
  func located() throws {
    let (lesson, _) = Draft.parse(Draft.step("é $z$ {p_1}"))
    guard case .paragraph(let inlines)? = lesson?.steps.first?.blocks.first,
      case .formula(let formula) = inlines[1], case .value(let value) = inlines[3]
    else {
      Issue.record("a formula and a value were expected")
      return
    }
    #expect((formula.line, formula.column) == (Draft.linesAboveStep + 1, 4))
    #expect((value.line, value.column) == (Draft.linesAboveStep + 1, 8))
  }
}
