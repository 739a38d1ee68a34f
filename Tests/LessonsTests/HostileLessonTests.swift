import Foundation
import Lessons
import Synchronization
import Testing

/// Lesson files that mean harm: each is read to its end, or refused with a sentence.
@Suite("a lesson file that means harm")
struct HostileLessonTests {
  /// Everything that a file is asked for when it is opened and checked.
  @discardableResult
  private static func read(_ text: String) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    let (lesson, diagnostics) = Draft.parse(text)
    if let lesson {
      let names = lesson.names
      for step in lesson.steps { _ = (StepClaims(step, names: names), step.plainText) }
      _ = (lesson.needs, lesson.sources, lesson.example, lesson.usesReference)
    }
    #expect(lesson != nil || !diagnostics.isEmpty)
    #expect(diagnostics.count <= LessonParser.mostDiagnostics + 1)
    return (lesson, diagnostics)
  }

  /// The same on a thread with the stack that macOS gives to those of a queue. Formulas need more of
  /// it in a debug build, where a level of them takes several times the space.
  private static func readOnSmallStack(_ text: String, kilobytes: Int = 512) -> [Diagnostic] {
    let found = Found()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      found.diagnostics.withLock { $0 = read(text).diagnostics }
      done.signal()
    }
    thread.stackSize = kilobytes << 10
    thread.start()
    done.wait()
    return found.diagnostics.withLock { $0 }
  }

  private final class Found: Sendable { let diagnostics = Mutex<[Diagnostic]>([]) }

  /// A lesson of the greatest length, its body made of lines of `unit`.
  private static func filled(_ unit: String, lineLength: Int) -> String {
    let line = String(repeating: unit, count: max(1, lineLength / unit.utf8.count)) + "\n"
    let room = LessonParser.longestText - Draft.step("").utf8.count
    return Draft.step(String(repeating: line, count: room / line.utf8.count))
  }

  private static func says(_ diagnostics: [Diagnostic], _ words: String) -> Bool {
    diagnostics.contains { $0.message.contains(words) }
  }

  @Test(
    "a file that is too long is refused without its text", arguments: ["a", "{", "\u{301}", "é"])
  func tooLong(unit: String) throws {
    let (lesson, diagnostics) = Self.read(String(repeating: unit, count: 1_000_000))
    #expect(lesson == nil)
    let only = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && only.message.contains("make it several"))
    #expect(only.sourceLine.utf8.count < 300)
    #expect(Self.read(Self.filled("a ", lineLength: 80)).lesson != nil)
  }

  @Test("a line that is too long is refused at its number")
  func longLine() {
    let line = String(repeating: "a", count: LessonParser.longestLine)
    #expect(Self.read(Draft.step(line)).lesson != nil)
    let (lesson, diagnostics) = Self.read(Draft.step("\n" + line + "a"))
    #expect(lesson == nil)
    #expect(diagnostics.map(\.line) == [Draft.linesAboveStep + 2])
    #expect(diagnostics[0].message.contains("break it"))
    #expect(diagnostics[0].sourceLine.utf8.count < 300)
  }

  @Test(
    "what opens and never closes costs no more than its length",
    arguments: [
      "{", "[", "[a](", "[[a](b)", "*", "**a ", "$", "`", "&a", "<a", "\\", "{é", "가{", "> ", "- ",
      "$\\foo$", "```\n", "```math\n", "## A\n", "<!--", "|", "\u{0}", "\t", "\r", "\u{FFFD}", "\n",
      "1. ", "~~~\n", "{\u{301}",
    ], [1, 3_900])
  func unclosed(unit: String, lineLength: Int) {
    Self.read(Self.filled(unit, lineLength: lineLength))
  }

  @Test("blank lines after an item are passed once")
  func blankLinesInList() {
    let room = LessonParser.longestText - Draft.step("- a\n- b\n").utf8.count
    let (_, diagnostics) = Self.read(
      Draft.step("- a\n" + String(repeating: "\n", count: room) + "- b\n"))
    #expect(diagnostics.isEmpty)
  }

  @Test("after two hundred complaints the last says that there are more")
  func manyComplaints() {
    let (lesson, diagnostics) = Self.read(Self.filled("}", lineLength: 100))
    #expect(lesson != nil)
    #expect(diagnostics.count == LessonParser.mostDiagnostics + 1)
    #expect(diagnostics.last?.message == "mend these first; there is more to mend")
    #expect(diagnostics.last?.severity == .error)
  }

  @Test("brackets and braces nest to a limit, and deeper ones are refused at their place")
  func nesting() {
    let limit = LessonParser.deepestNesting
    func links(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "a" + String(repeating: "](b)", count: depth)
    }
    #expect(Self.read(Draft.step(links(limit))).diagnostics.isEmpty)
    for depth in [limit + 1, 700] {
      let found = Self.readOnSmallStack(Draft.step(links(depth)))
      #expect(Self.says(found, "brackets are nested deeper than \(limit)"))
      #expect(found.first?.line == Draft.linesAboveStep + 1 && found.first?.column == 1)
    }
    let braces = String(repeating: "{", count: limit + 1) + String(repeating: "}", count: limit + 1)
    #expect(
      Self.says(Self.read(Draft.step(braces)).diagnostics, "braces are nested deeper than \(limit)")
    )
  }

  @Test("an unclosed brace hides no value after it")
  func bracesAfterUnclosed() {
    let (blocks, diagnostics) = Draft.blocks("{ and {p_1} and [c](d) and [a](b")
    #expect(blocks == ["p: { and <value p_1> and <link c to d> and [a](b"])
    #expect(diagnostics.count == 2)
  }

  @Test(
    "YAML that nests deep, or grows from aliases, is refused",
    arguments: [
      (String(repeating: "[", count: 1_900), "lists and mappings in brackets"),
      (String(repeating: "{a: ", count: 900), "lists and mappings in brackets"),
      (String(repeating: "[\n", count: 5_000), "lists and mappings in brackets"),
      ("[" + String(repeating: "\"]\", [", count: 300), "lists and mappings in brackets"),
      ("\n" + String(repeating: "- ", count: 1_900) + "a", "nested deeper than 60 columns"),
      ("\n" + String(repeating: "? ", count: 1_900) + "a", "without ?"),
      (
        "\n" + (1..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "nested deeper than 60 columns"
      ),
      ("&a [x, x]\nb: [*a, *a]", "anchors and aliases are not read"),
      ("[&a [x], *a]", "anchors and aliases are not read"),
      ("[{? &a [x] : *a}]", "without ?"),
    ])
  func deepYAML(value: String, words: String) {
    let matter = "needs: \(value)\n"
    #expect(Self.says(Self.readOnSmallStack(Draft.lesson("x", matter: matter)), words))
    let block = "```predict\nask: \(value)\n```\n"
    #expect(Self.says(Self.readOnSmallStack(Draft.step(block)), words))
  }

  @Test("ten lines of aliases are no billion nodes")
  func billionLaughs() {
    let letters = Array("abcdefghij")
    let lines = zip(letters, letters.dropFirst()).map { before, letter in
      "\(letter): &\(letter) [\(Array(repeating: "*\(before)", count: 9).joined(separator: ", "))]\n"
    }
    let bomb = "a: &a [x, x, x]\n" + lines.joined() + "needs: *j\n"
    let found = Self.read(Draft.lesson("x", matter: bomb)).diagnostics
    #expect(Self.says(found, "anchors and aliases are not read"))
  }

  @Test("as much nesting as YAML may have is read on a small stack")
  func deepestYAML() {
    for value in [
      String(repeating: "[", count: 99) + "a" + String(repeating: "]", count: 99),
      String(repeating: "{a: ", count: 99) + "a" + String(repeating: "}", count: 99),
      String(repeating: "{", count: 99) + "a" + String(repeating: ": b}", count: 99),
      "\n" + String(repeating: "- ", count: 29) + "a",
      "\n" + (1..<58).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ] {
      let found = Self.readOnSmallStack(Draft.lesson("x", matter: "needs: \(value)\n"))
      #expect(!found.isEmpty)
      #expect(!Self.says(found, "nested deeper") && !Self.says(found, "in brackets"))
    }
  }

  @Test("LaTeX and Markdown in a block of YAML are no anchors, no aliases and no lists")
  func latexInYAML() {
    let (_, diagnostics) = Draft.blocks(
      """
      ```derive
      ask: Go on with *this* and *that*, {p_1} and [words](01-softmax.md)
      answer: |
        \\begin{aligned} p_i &= a \\\\ &b = c \\end{aligned}
      ```
      """)
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "numbers beyond what a number holds are refused",
    arguments: [
      "decimals: 9223372036854775807:0", "decimals: 99999999999999999999", "decimals: -1",
      "logits: [1e999999999999, 1]", "logits: [1e-999999999999, 1]", "temperature: 1e400",
      "logits: [\(String(repeating: "9", count: 3_000)), 1]", "decimals: 0x7f",
      "logits: [\(Array(repeating: "1", count: 900).joined(separator: ", "))]",
      "target: [\(Array(repeating: "x", count: 900).joined(separator: ", "))]",
    ])
  func hugeNumbers(field: String) throws {
    let (lesson, diagnostics) = Self.read(
      Draft.step("x").replacing("---\n\n", with: "example: { \(field) }\n---\n\n"))
    #expect(diagnostics.count == 1, "\(diagnostics.map(\.message))")
    let example = try #require(lesson).example
    #expect(Example.classCounts.contains(example.classCount))
    #expect(example.target.count == example.classCount)
  }

  @Test("a list of needs, definitions or sources has an end")
  func longLists() {
    for key in ["needs", "define", "sources"] {
      let items = (0...LessonParser.longestList).map { _ in "- a\n" }.joined()
      let found = Self.read(Draft.lesson("x", matter: "\(key):\n\(items)")).diagnostics
      #expect(Self.says(found, "\(key) has 61 entries"))
    }
  }

  @Test("bytes that are not UTF-8, NUL, a lone CR and a byte order mark are told or harmless")
  func bytes() {
    let text = Draft.step("A line.\n")
    #expect(Self.read("\u{FEFF}" + text).diagnostics.isEmpty)
    #expect(Self.read(text.replacing("\n", with: "\r\n")).diagnostics.isEmpty)
    for bytes: [UInt8] in [
      [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88], [0x00], [0x0D, 0x41],
    ] {
      let found = Self.read(text + "a" + String(decoding: bytes, as: UTF8.self) + "b\n").diagnostics
      #expect(!found.isEmpty && found.allSatisfy { $0.line == Draft.linesAboveStep + 2 })
    }
    #expect(Self.read(text.replacing("\n", with: "\r")).lesson == nil)
  }

  @Test("a chain of definitions is refused where it grows too deep, on a small stack too")
  func definitions() {
    let names = (0..<LessonParser.longestList).map { number in
      "\\operatorname{q\(String(repeating: "a", count: number))}"
    }
    let lines = zip(names, names.dropFirst()).map { "  - \($1) = ((((\($0) + 1))))\n" }
    let matter = "define:\n  - \(names[0]) = 1\n" + lines.joined()
    let text = Draft.step("$\(names[59])$").replacing("---\n\n", with: matter + "---\n\n")
    #if DEBUG
      let kilobytes = 4_096
    #else
      let kilobytes = 512
    #endif
    #expect(Self.readOnSmallStack(text, kilobytes: kilobytes).isEmpty)
  }

  @Test("what fuzzing has found stays mended")
  func findings() throws {
    let folder = ShippedCourse.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fuzzing/findings/lessons")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files { Self.read(try String(contentsOf: file, encoding: .utf8)) }
  }
}
