import Foundation
import Testing

/// What a person reads stands in a catalogue, where the next language finds it; code has cases and
/// data. A string of two words or more, anywhere else, is a sentence that no translator will see.
@Suite("Sentences")
struct SentenceTests {
  /// Where the catalogues are.
  private static let catalogues = ["TutorApp/Words/", "Lessons/Words/", "softmax-tutor/Words/"]

  /// What is held to it, and what is not yet: reading and checking lessons, and the options that
  /// ArgumentParser prints.
  private static let held = [
    "TutorApp/", "Lessons/Examples/", "Lessons/Numbers/", "Lessons/Live/", "Lessons/Figures/",
    "softmax-tutor/Plain/", "softmax-tutor/Session.swift", "softmax-tutor/StartingPoint.swift",
    "softmax-tutor/Failure.swift", "softmax-tutor/EvaluatedFormula.swift",
    "softmax-tutor/Compute/",
  ]

  @Test("no code says one")
  func inCode() {
    let files = ["TutorApp", "Lessons", "softmax-tutor"].flatMap(Architecture.sources(of:))
      .filter { file in
        Self.held.contains { file.path.hasPrefix($0) }
          && !Self.catalogues.contains { file.path.hasPrefix($0) }
      }
    #expect(files.count > 60)
    for file in files {
      for (number, line) in file.text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        for sentence in Self.sentences(in: String(line)) {
          Issue.record("Sources/\(file.path):\(number + 1): “\(sentence)”")
        }
      }
    }
  }

  @Test("one is found, and a comment, a formula or a key is none")
  func finding() {
    #expect(Self.sentences(in: #"notice = "There is none.""#) == ["There is none."])
    #expect(Self.sentences(in: #"say("at \(place) of it", "x")"#).count == 1)
    for line in [
      "/// \"There is none.\"", "let a = \"softmax\"", #"write("S = Σ exp z")"#, #""e\(n) \(m)""#,
      #"text += "  T = ""#, #"precondition(true, "never seen by a reader")"#,
    ] {
      #expect(Self.sentences(in: line).isEmpty, "\(line)")
    }
  }

  /// The strings of a line that have two words of three letters or more side by side.
  private static func sentences(in line: String) -> [String] {
    let code = line.drop { $0 == " " }
    guard !code.hasPrefix("//"), !code.contains("precondition("), !code.contains("debugDescription")
    else { return [] }
    return strings(in: code).filter { string in
      let words = string.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != " " }
        .map { $0.split(separator: " ") }
      return words.contains { run in
        zip(run, run.dropFirst()).contains { isWord($0) && isWord($1) }
      }
    }
  }

  private static func isWord(_ text: Substring) -> Bool {
    text.count >= 2 && text.dropFirst().allSatisfy { $0.isLowercase || "'’".contains($0) }
      && !["exp", "log", "max", "min", "ln", "frac", "sum"].contains(text)
  }

  /// The literals of a line, without what is interpolated.
  private static func strings(in line: Substring) -> [String] {
    var found: [String] = []
    var current: String?
    var depth = 0
    var previous: Character = " "
    for character in line {
      if let text = current, depth == 0 {
        if character == "(", previous == "\\" {
          depth = 1
        } else if character == "\"", previous != "\\" {
          found.append(text)
          current = nil
        } else {
          current = text + (character == "\\" ? "" : String(character))
        }
      } else if depth > 0 {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      } else if character == "\"" {
        current = ""
      }
      previous = character
    }
    return found
  }
}
