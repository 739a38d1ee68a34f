import Lessons
import Testing

@Suite("an exercise fence")
struct ExerciseTests {
  @Test("keeps what it asks, its answer, known mistakes and hints, with their places")
  func predict() throws {
    let body = #"""
      ```predict
      ask: With these scores, what is $\partial p_1 / \partial z_1$?
      answer: p_1 (1 - p_1)
      mistakes:
        - value: p_1
          say: |
            That is $p_1$. The denominator
            moves *too*: multiply by $1 - p_1$.
      hints:
        - Use the quotient rule.
      ```
      """#
    let (lesson, found) = Draft.parse(Draft.step(body))
    #expect(found.isEmpty, "\(found)")
    guard case .exercise(let exercise)? = lesson?.steps.first?.blocks.first else {
      Issue.record("an exercise was expected")
      return
    }
    #expect(exercise.kind == .predict)
    #expect(
      Sketch.of(exercise.ask)
        == #"With these scores, what is <formula \partial p_1 / \partial z_1>?"#)
    let answer = try #require(exercise.answer)
    #expect(answer.value == "p_1 (1 - p_1)")
    #expect(answer.line == Draft.linesAboveStep + 3 && answer.column == 9)
    let mistake = try #require(exercise.mistakes.first)
    #expect(mistake.value.value == "p_1")
    #expect(
      Sketch.of(mistake.say)
        == "That is <formula p_1>. The denominator moves <em too>: multiply by <formula 1 - p_1>.")
    #expect(exercise.hints.map { Sketch.of($0) } == ["Use the quotient rule."])
  }

  @Test("every kind parses", arguments: Exercise.Kind.allCases)
  func kinds(kind: Exercise.Kind) {
    let (blocks, found) = Draft.blocks("```\(kind.rawValue)\nask: What?\nanswer: 1\n```")
    #expect(blocks == ["\(kind): What?"])
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a formula in a block scalar is complained about at its own line and column")
  func places() {
    let (_, found) = Draft.blocks(
      "```predict\nask: |\n  One line\n  with $\\sofmax$\nanswer: 1\n```")
    #expect(found.map(\.line) == [Draft.linesAboveStep + 4])
    #expect(found.map(\.column) == ["  with $".count + 1])
  }

  static let complaints: [(String, String)] = [
    ("ask: What?", "needs answer:"),
    ("answer: 1", "needs ask:"),
    ("ask: What?\nanswer: 1\nhint: none", "no key hint"),
    ("ask: What?\nanswer: 1\nhints: none", "must be a list"),
    ("ask: What?\nanswer: 1\nmistakes: [1]", "value: and say:"),
    ("ask: What?\nanswer: 1\nmistakes: [{ value: 1 }]", "needs value: and say:"),
    ("ask: |\n  One.\n\n  Two.\nanswer: 1", "one paragraph"),
    ("ask: \"\\frac12\"\nanswer: 1", "control characters"),
  ]

  @Test("what is wrong in it is said", arguments: complaints)
  func complains(yaml: String, words: String) {
    let (_, found) = Draft.blocks("```predict\n\(yaml)\n```")
    #expect(found.contains { $0.message.contains(words) }, "\(found)")
  }
}
