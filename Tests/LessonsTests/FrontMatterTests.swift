import Lessons
import SoftmaxCore
import Testing

@Suite("the front matter")
struct FrontMatterTests {
  private func parse(_ matter: String) -> (Lesson?, [Diagnostic]) {
    Draft.parse("---\n\(matter)\n---\n\n## A step\n<!-- id: a -->\n\ntext\n")
  }

  @Test("every key is read")
  func everything() throws {
    let (lesson, found) = parse(
      #"""
      title: 'Entropy: it''s an average'
      summary: One line
      needs: [softmax, information]
      example: { logits: [2, 1/2, -inf], target: [0, 1, 0], reference: [.5, 0.5, 0], temperature: 2, unit: bits, decimals: 6 }
      define:
        - p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}
        - 'H = -\sum_k p_k \log p_k'
      sources:
        - One, 1948
      figures: true
      """#)
    let read = try #require(lesson)
    #expect(found.isEmpty, "\(found)")
    #expect(read.title == "Entropy: it's an average")
    #expect(read.summary == "One line")
    #expect(read.needs == ["softmax", "information"])
    #expect(
      read.example
        == Example(
          logits: [2, 0.5, -.infinity], target: [0, 1, 0], reference: [0.5, 0.5, 0],
          temperature: 2, unit: .bits, decimals: 6))
    #expect(read.definitions.map(\.line) == [7, 8])
    #expect(read.definitions.map(\.column) == [5, 6])
    #expect(read.definitions[0].value == #"p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}"#)
    #expect(read.sources == ["One, 1948"])
    #expect(read.offersFigures)
  }

  @Test("what is left out has a default")
  func defaults() throws {
    let read = try #require(parse("title: T\nsummary: S").0)
    #expect(read.example == Example())
    #expect(read.needs.isEmpty && read.definitions.isEmpty && !read.offersFigures)
    let two = try #require(parse("title: T\nsummary: S\nexample: { logits: [1, 0] }").0)
    #expect(two.example.target == [1, 0])
    #expect(abs(two.example.reference.reduce(0, +) - 1) < 1e-15)
  }

  static let complaints: [(String, Int, Int, String)] = [
    ("summary: S", 1, 1, "needs a title"),
    ("title: T", 1, 1, "needs a summary"),
    ("title:\nsummary: S", 2, 1, "needs a title"),
    ("title: [T]\nsummary: S", 2, 8, "title must be a line of text"),
    ("title: T\nsummary: S\nauthor: me", 4, 1, "no key author"),
    ("title: T\nsummary: S\nneeds: softmax", 4, 8, "a list of slugs"),
    ("title: T\nsummary: S\nfigures: 3", 4, 10, "true or false"),
    ("title: T\nsummary: A: B", 3, 11, "single quotes"),
    ("title: T\ntitle: U\nsummary: S", 3, 1, "twice"),
    ("title: T\nsummary: \"a \\sum\"", 3, 13, "single quotes"),
    ("title: T\nsummary: S\ndefine:\n  - \"\\frac{1}{2}\"", 5, 5, "control characters"),
    ("title: T\nsummary: S\ndefine:\n  - \"a \\theta\"", 5, 5, "control characters"),
    ("title: T\nsummary: S\ndefine:\n  - 'x = \\sofmax'", 5, 10, "sofmax"),
    ("title: T\nsummary: S\nexample: [1]", 4, 10, "a mapping"),
    ("title: T\nsummary: S\nexample: { logit: [1, 2] }", 4, 12, "no key logit"),
    ("title: T\nsummary: S\nexample: { logits: [1] }", 4, 20, "2 to 12"),
    ("title: T\nsummary: S\nexample: { logits: 3 }", 4, 20, "a list of numbers"),
    ("title: T\nsummary: S\nexample: { logits: [1, x] }", 4, 24, "no number"),
    ("title: T\nsummary: S\nexample: { logits: [1, inf] }", 4, 20, "+∞"),
    ("title: T\nsummary: S\nexample: { logits: [1, 2], target: [1] }", 4, 36, "1 entries for 2"),
    ("title: T\nsummary: S\nexample: { target: [1, 1, 0] }", 4, 20, "add up to 2"),
    ("title: T\nsummary: S\nexample: { temperature: -1 }", 4, 25, "never negative"),
    ("title: T\nsummary: S\nexample: { unit: trits }", 4, 18, "nats, bits or hartleys"),
    ("title: T\nsummary: S\nexample: { decimals: 40 }", 4, 22, "0 to 10"),
    ("title: {T\nsummary: S", 3, 8, "YAML"),
    ("just words", 1, 1, "key: value"),
  ]

  @Test("what is wrong is said at its line and column", arguments: complaints)
  func complains(matter: String, line: Int, column: Int, words: String) {
    let (_, found) = parse(matter)
    #expect(
      found.contains { $0.line == line && $0.column == column && $0.message.contains(words) },
      "\(found)")
  }

  @Test("a file without front matter is no lesson, and says how one begins")
  func missing() {
    let (lesson, found) = Draft.parse("## A step\n<!-- id: a -->\n\ntext\n")
    #expect(lesson == nil)
    #expect(found.map(\.line) == [1])
    #expect(Draft.parse("").0 == nil)
  }
}
