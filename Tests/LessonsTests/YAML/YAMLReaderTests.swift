import Notation
import SoftmaxCore
import Testing

@testable import Lessons

@Suite("the YAML of lessons")
struct YAMLReaderTests {
  private static let seeds = Array(stride(from: UInt64(0), to: 20_000, by: 1_000))

  @Test("random documents mean what the witness reads, each scalar at its place", arguments: seeds)
  func agreesWithWitness(first: UInt64) throws {
    for seed in first..<first + 1_000 {
      var draft = YAMLDraft(seed: seed)
      let text = draft.document()
      let expected = try? YAMLSketch(yams: text)
      let ours = try? YAMLSketch(ours: text)
      guard expected == nil || ours != expected else { continue }
      // The first that differs is enough to look at.
      Issue.record("seed \(seed):\n\(text)")
      break
    }
  }

  @Test("of documents with damage, what is read means what the witness reads", arguments: seeds)
  func damagedAgree(first: UInt64) throws {
    var readCount = 0
    for seed in first..<first + 1_000 {
      var draft = YAMLDraft(seed: seed)
      let text = draft.damaged()
      guard let ours = try? YAMLSketch(ours: text) else { continue }
      readCount += 1
      guard (try? YAMLSketch(yams: text)) != ours else { continue }
      Issue.record("seed \(seed):\n\(text)")
      break
    }
    // Else nothing would have been compared.
    #expect(readCount > 200)
  }

  /// What is YAML, and is refused: the text, why, and the line and column of the caret.
  static let refusals: [(text: String, reason: String, line: Int, column: Int)] = [
    ("a: &x 1", "anchors and aliases are not read", 1, 4),
    ("a: &x 1\nb: *x", "anchors and aliases are not read", 1, 4),
    ("&x a: 1", "anchors and aliases are not read", 1, 1),
    ("- [&x b]", "anchors and aliases are not read", 1, 4),
    ("a: !!str 1", "tags are not read", 1, 4),
    ("!mine\na: 1", "tags are not read", 1, 1),
    ("a: {<<: {b: 1}}", "merge key", 1, 5),
    ("a: >\n  folded\n  text", "folded text", 1, 4),
    ("a: >-\n  folded", "folded text", 1, 4),
    ("a: |2\n   text", "nothing but - or + follows |", 1, 5),
    ("a: |1-\n  text", "nothing but - or + follows |", 1, 5),
    ("? a\n: 1", "without ?", 1, 1),
    ("a: 1\n? b\n: 2", "without ?", 2, 1),
    ("{? a : 1}", "without ?", 1, 2),
    ("[a, b]: 1", "a key is a word", 1, 7),
    ("{a: 1}: 2", "a key is a word", 1, 7),
    ("{[a]: 1}", "a key is a word", 1, 2),
    ("{a, b: 1}", "in braces stand keys", 1, 2),
    ("{a:1}", "in braces stand keys", 1, 2),
    ("[a: 1]", "stand in braces", 1, 3),
    ("{a: , b: 1}", "a value is missing", 1, 5),
    ("a: [b,#c\n]", "a comment needs a space", 1, 7),
    ("a: 'b'#c", "ends before this", 1, 7),
    ("a: \"\\\\frac\"", "a backslash a meaning of its own", 1, 5),
    ("a: \"\\theta\"", "are control characters", 1, 4),
    ("a: \"x\\u0041\"", "a backslash a meaning of its own", 1, 6),
    ("a: 1\n...", "one document is read", 2, 1),
    ("--- a", "one document is read", 1, 1),
    ("a: 'one\ntwo'", "opens here and closes nowhere", 1, 4),
  ]

  @Test("what is YAML and is not read, with its reason and its place", arguments: refusals)
  func refuses(text: String, reason: String, line: Int, column: Int) throws {
    _ = try? YAMLSketch(yams: text)
    expectFault(text, reason, line, column)
  }

  /// What is no YAML either.
  static let faults: [(text: String, reason: String, line: Int, column: Int)] = [
    ("a: b: c", "single quotes around the text", 1, 5),
    ("'a\n b': 1", "a colon and a space", 2, 4),
    ("a: 1\n---\nb: 2", "one document is read", 2, 1),
    (": 1", "a key is missing", 1, 1),
    ("[a, : b]", "a key is missing", 1, 5),
    ("a: b\n  c: d", "single quotes around the text", 2, 4),
    ("a: 'b': c", "single quotes around the text", 1, 7),
    ("a: 1\na: 2", "given twice, the first time on line 1", 2, 1),
    ("{a: 1, b: 2, a: 3}", "given twice", 1, 14),
    ("a: 1\nb", "with a space after the colon", 2, 1),
    ("a: 1\nb:2", "with a space after the colon", 2, 1),
    ("a: 1\n  - b\nc", "with a space after the colon", 3, 1),
    ("a:\n    b: 1\n  c: 2", "mind how far it is indented", 3, 3),
    ("a: [1]\n  b: 2", "mind how far it is indented", 2, 3),
    ("- a\nb: 1", "mind how far it is indented", 2, 1),
    ("a: 1\n- b", "a list entry stands where a key", 2, 1),
    ("a: - b", "a list begins on the line under its key", 1, 4),
    ("a: [1, 2", "opens here and closes nowhere", 1, 4),
    ("a: {b: [1, 2}", "a comma or the closing bracket", 1, 13),
    ("a: ['x' 1]", "a comma or the closing bracket", 1, 9),
    ("a: [1] 2", "nothing but a comment", 1, 8),
    ("a: [,]", "a value is missing", 1, 5),
    ("a: [1, - 2]", "commas stand between the entries", 1, 8),
    ("a: {b\nc: 1}", "a key and its colon stand on one line", 2, 2),
    ("a: 'it's'", "a quote inside it is written ''", 1, 8),
    ("a: 'b", "opens here and closes nowhere", 1, 4),
    ("a: \"\\sum\"", "a backslash a meaning of its own", 1, 5),
    ("a: \"b\" c", "ends before this", 1, 8),
    ("a: | b", "nothing but - or + follows |", 1, 6),
    ("a: |\n    \n  b", "more spaces than this text", 3, 1),
    ("a: @b", "a text that begins with @", 1, 4),
    ("a: `b`", "a text that begins with `", 1, 4),
    ("a: %b", "a text that begins with %", 1, 4),
    ("a: ]", "a text that begins with ]", 1, 4),
    ("a: ,", "a text that begins with ,", 1, 4),
    ("a: [b:]", "stand in braces", 1, 6),
    ("|a: b", "nothing but - or + follows |", 1, 2),
    ("a: [|]", "stands outside of brackets", 1, 5),
    ("a: *x", "anchors and aliases are not read", 1, 4),
  ]

  @Test("what is no YAML is refused at its place", arguments: faults)
  func complains(text: String, reason: String, line: Int, column: Int) throws {
    expectFault(text, reason, line, column)
  }

  private func expectFault(_ text: String, _ reason: String, _ line: Int, _ column: Int) {
    let source = SourceText(text, file: "t.yaml")
    do throws(YAMLFault) {
      let root = try YAMLReader.read(source.lines.indices, of: source)
      Issue.record("read as \(String(describing: root))")
    } catch {
      #expect(error.problem.sentence(in: .english).contains(reason), "\(error)")
      #expect(error.place.line + 1 == line && source.column(of: error.place) == column, "\(error)")
    }
  }

  @Test("the witness reads what is listed as YAML, and nothing of what is listed as none")
  func tablesAreTrue() {
    for refusal in Self.refusals {
      #expect(throws: Never.self, "\(refusal.text)") { try YAMLSketch(yams: refusal.text + "\n") }
    }
    for fault in Self.faults {
      #expect(throws: (any Error).self, "\(fault.text)") { try YAMLSketch(yams: fault.text + "\n") }
    }
  }

  @Test("tabs are refused before YAML is read, as everywhere in a lesson")
  func tabs() {
    let (_, found) = Draft.parse("---\ntitle:\tT\nsummary: S\n---\n\n## A\n<!-- id: a -->\n\nx\n")
    #expect(found.contains { $0.line == 2 && $0.column == 7 && $0.message.contains("a tab") })
  }
}
