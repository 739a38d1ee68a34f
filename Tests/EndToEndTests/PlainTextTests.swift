import Foundation
import Testing

@Suite("Without a screen")
struct PlainTextTests {
  /// How the program is started where no screen is, and whether it says why.
  struct Way: CustomTestStringConvertible {
    var line: String
    var reason: String?

    init(_ line: String, reason: String? = nil) {
      self.line = line
      self.reason = reason
    }

    var testDescription: String { line }
  }

  static let ways = [
    Way("\"$tutor\" | cat"), Way("TERM=dumb \"$tutor\" < /dev/null"), Way("\"$tutor\" < /dev/null"),
    Way("\"$tutor\" <&-"), Way("TERM= \"$tutor\" < /dev/null"),
    Way("\"$tutor\" --plain < /dev/null"), Way("ACCESSIBLE=1 \"$tutor\" < /dev/null"),
    Way("TERM=nonsense \"$tutor\" < /dev/null", reason: "nonsense"),
    Way("TERM=nonsense \"$tutor\" --plain < /dev/null"),
  ]

  @Test(
    "the lesson where the learner is comes as plain text, nothing is saved, the status is 0",
    arguments: ways)
  func printsTheLesson(way: Way) throws {
    let tutor = try Tutor()
    let outcome = try tutor.shell(way.line)
    #expect(outcome.status == 0)
    let title = try #require(try tutor.run(["print", "1"]).output.split(separator: "\n").first)
    #expect(outcome.output.hasPrefix(title))
    #expect(!outcome.output.contains("\u{1B}"))
    if let reason = way.reason {
      #expect(outcome.errors.contains(reason))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    } else {
      #expect(outcome.errors == "")
    }
    #expect(!FileManager.default.fileExists(atPath: tutor.stateFolder))
  }

  @Test("a lesson and an example of one's own are printed as asked for")
  func printsWhatWasAsked() throws {
    let tutor = try Tutor()
    let plain = try tutor.run(["softmax", "--logits", "1000,1001,1002"]).output
    // softmax is the same for scores that are all moved alike.
    for digits in ["0.0900", "0.2447", "0.6652"] { #expect(plain.contains(digits)) }
    let step = try tutor.run(["print", "softmax:2"]).output
    #expect(step.hasPrefix("1.2"))
    #expect(step.count < plain.count)
  }

  @Test("no line is wider than the width asked for", arguments: [60, 80])
  func width(columns: Int) throws {
    let outcome = try Tutor().run(["print", "--all", "--width", String(columns)])
    #expect(outcome.status == 0)
    // Formulas that no break makes narrower may stick out; sentences may not.
    let words = outcome.output.split(separator: "\n").filter { $0.first?.isLetter == true }
    for line in words { #expect(line.count <= columns, "\(line)") }
  }

  @Test("in ASCII the whole course has no other character")
  func ascii() throws {
    let outcome = try Tutor().run(["print", "--all", "--ascii"])
    let others = Set(outcome.output.filter { !$0.isASCII })
    #expect(others.isEmpty, "\(others)")
  }

  @Test("`list` names every lesson, and each can be printed and listed by its name and its number")
  func list() throws {
    let tutor = try Tutor()
    let lines = try tutor.run(["list"]).output.split(separator: "\n")
    #expect(lines.count >= 7)
    for line in lines {
      let words = line.split(separator: " ")
      let byName = try tutor.run(["print", String(words[1])])
      #expect(byName.status == 0)
      #expect(try tutor.run(["print", String(words[0])]).output == byName.output)
      #expect(try tutor.run(["list", String(words[1])]).status == 0)
    }
  }
}

@Suite("The course as questions and answers")
struct ConversationTests {
  func say(_ lines: String..., to tutor: Tutor) throws -> Tutor.Outcome {
    try tutor.run(["--plain"], input: .text(lines.joined(separator: "\n") + "\n"))
  }

  @Test("steps, scores, units and undo answer with new lines, and the place is kept")
  func walkAndChange() throws {
    let tutor = try Tutor()
    let first = try say(
      "n", "z 1000 1001 1002", "z1 = 1003", "unit bits", "undo", "undo", "q", to: tutor)
    #expect(first.status == 0 && first.errors == "")
    for text in ["1.2", "z = 1000.0000, 1001.0000, 1002.0000", "z = 1003.0000", "bits"] {
      #expect(first.output.contains(text), "\(text)")
    }
    #expect(!first.output.contains("\u{1B}"))
    #expect(first.output.hasSuffix("step 2. Go on with: softmax-tutor\n"))

    let progress = try tutor.progress()
    #expect(progress["lesson"] as? String == "softmax")
    let example = try #require(progress["example"] as? [String: Any])
    #expect(example["logits"] as? [Double] == [1000, 1001, 1002])
    let second = try say("q", to: tutor)
    #expect(second.output.contains("1.2"))
  }

  @Test(
    "what can't be done is said, and the course goes on",
    arguments: [
      ("z 1", "2 to 12"), ("z9 = 1", "z3"), ("target 7", "1 to 3"), ("unit feet", "bits"),
      ("lesson nowhere", "nowhere"), ("nonsense", "help"), ("99", "99"), ("z a b c", "“a”"),
    ])
  func refusals(line: String, named: String) throws {
    let outcome = try say(line, "numbers", "q", to: Tutor())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(named))
    #expect(outcome.output.contains("z = 2.0000, 1.0000, 0.0000"))
  }

  @Test("the end of input ends it, with everything said saved")
  func endOfInput() throws {
    let tutor = try Tutor()
    let outcome = try say("5", to: tutor)
    #expect(outcome.status == 0)
    #expect(try tutor.run(["progress", "export"]).output.contains("\"step\""))
    #expect(outcome.output.contains("step 5"))
  }

  @Test("with --no-save nothing is written, and the closing line reopens exactly this")
  func noSave() throws {
    let tutor = try Tutor()
    let outcome = try tutor.run(["--plain", "--no-save"], input: .text("n\nz -1 0 1\nq\n"))
    #expect(!FileManager.default.fileExists(atPath: tutor.stateFolder))
    let line = try #require(outcome.output.split(separator: "\n").last)
    #expect(line.contains("Not saved") && line.contains("--logits=-1,0,1"))
    let command = try #require(line.components(separatedBy: "Go on with: softmax-tutor ").last)
    let again = try tutor.run(
      command.split(separator: " ").map(String.init) + ["--plain"], input: .text("numbers\nq\n"))
    #expect(again.output.contains("z = −1.0000, 0.0000, 1.0000"))
    #expect(again.output.contains("1.2"))
  }
}
