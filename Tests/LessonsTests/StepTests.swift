import Lessons
import Notation
import SoftmaxCore
import Testing

@Suite("a step and its directive")
struct StepTests {
  @Test("the directive gives the step its id, condition, unit and target")
  func directive() throws {
    let (lesson, found) = Draft.parse(
      Draft.lesson(
        "## Own score\n<!-- id: own-score  when: i = j  unit: nats  target: one-hot -->\n\ntext\n"))
    let step = try #require(lesson?.steps.first)
    #expect(found.isEmpty, "\(found)")
    #expect((step.id, step.title, step.line) == ("own-score", "Own score", Draft.linesAbove + 1))
    #expect(step.condition?.value.source == "i = j")
    #expect(step.condition?.column == "<!-- id: own-score  when: ".count + 1)
    #expect(step.unit == .nats)
    #expect(step.target == .oneHot)
  }

  static let complaints: [(String, Int, String)] = [
    ("text", 1, "needs its id"),
    ("<!-- when: i = j -->", 1, "needs an id"),
    ("<!-- id: Own score -->", 10, "a to z"),
    ("<!-- id: a  idd: b -->", 13, "no key idd"),
    ("<!-- id: a  unit: nat -->", 19, "nats, bits or hartleys"),
    ("<!-- id: a  target: onehot -->", 21, "one-hot or distribution"),
    ("<!-- id: a  when: -->", 13, "no value"),
    ("<!-- id: a  temperature: 2 -->", 26, "1 or positive"),
    ("<!-- id: a  scores: finit -->", 21, "scores: finite"),
    ("<!-- id: a  reference: -->", 13, "no value"),
    ("<!-- id: a  classes: 13 -->", 22, "2 to 12"),
    ("<!-- id: a  id: b -->", 13, "twice"),
    ("<!-- a-step -->", 6, "key: value"),
    ("<!-- id: a --> and more", 16, "nothing follows"),
    ("<!-- id: a", 11, "ends with -->"),
    ("<!-- id: a  when: \\sofmax -->", 19, "sofmax"),
  ]

  @Test("what is wrong with it is said at its column", arguments: complaints)
  func complains(directive: String, column: Int, words: String) {
    let (_, found) = Draft.parse(Draft.lesson("## A step\n\(directive)\n\ntext\n"))
    #expect(
      found.contains {
        $0.message.contains(words) && ($0.column == column || words == "needs its id")
      },
      "\(found)")
  }

  @Test("an id is taken once in a lesson")
  func duplicateIds() {
    let step = "## A step\n<!-- id: same -->\n\ntext\n\n"
    let (_, found) = Draft.parse(Draft.lesson(step + step))
    #expect(
      found.map(\.message) == ["the id same is taken by the step of line \(Draft.linesAbove + 1)"])
  }

  @Test("text before the first step, an empty step, no step, a formula in a heading are said")
  func structure() {
    #expect(
      Draft.parse(Draft.lesson("text\n\n## A\n<!-- id: a -->\n\ntext\n")).1.first?.message
        .contains("before the first step") == true)
    #expect(
      Draft.parse(Draft.lesson("## A\n<!-- id: a -->\n")).1.map(\.message)
        == ["the step is empty; write its text"])
    let (lesson, found) = Draft.parse(Draft.lesson("text only\n"))
    #expect(lesson == nil)
    #expect(found.contains { $0.message.contains("no step") })
    #expect(
      Draft.parse(Draft.lesson("## The $z$\n<!-- id: a -->\n\ntext\n")).1.first?.message
        .contains("plain text") == true)
  }

  @Test("a lesson always has a first step, even if what looked like one was code")
  func neverEmpty() throws {
    let (lesson, found) = Draft.parse(Draft.lesson("```\n## not a step\n```\n"))
    #expect(try #require(lesson).steps.count == 1)
    #expect(!found.isEmpty)
  }
}
