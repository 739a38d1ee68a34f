import Foundation
import Lessons
import Notation
import Testing

@Suite("a diagnostic")
struct DiagnosticTests {
  @Test("draws the line, and a caret under the character")
  func block() {
    let diagnostic = Diagnostic(
      file: "lessons/02-log-sum-exp.md", line: 14, column: 9,
      sourceLine: #"where $ \sofmax(z)$ is"#,
      problem: Plain(text: #"unknown command "\sofmax""#), suggestion: #"\softmax"#)
    #expect(
      diagnostic.text(in: .english) == #"""
        lessons/02-log-sum-exp.md:14:9: error: unknown command "\sofmax". Did you mean "\softmax"?
        14 | where $ \sofmax(z)$ is
           |         ^
        """#)
  }

  @Test("puts the caret by cells, for a wide character takes two, and the column by characters")
  func wide() throws {
    let (_, found) = Draft.parse(Draft.step("확률 {p_1} 그리고 $\\sofmax$ 는"))
    let diagnostic = try #require(found.first)
    let line = "확률 {p_1} 그리고 $\\sofmax$ 는"
    let before = try #require(line.range(of: "\\sofmax")).lowerBound
    #expect(diagnostic.column == line.distance(from: line.startIndex, to: before) + 1)
    let caret = try #require(diagnostic.text(in: .english).split(separator: "\n").last)
    // Five of the characters before the formula are Hangul, one cell more each.
    #expect(caret.count == "9 | ".count + diagnostic.column + 5)
  }

  @Test("a lint says so")
  func lint() {
    let (_, found) = Draft.parse(Draft.step("where $ z$ is"))
    #expect(found.map(\.severity) == [.lint])
    #expect(found.first?.text(in: .english).contains(": lint: ") == true)
  }
}

private struct Plain: Problem {
  var text: String

  func sentence(in language: Language) -> String { text }
}
