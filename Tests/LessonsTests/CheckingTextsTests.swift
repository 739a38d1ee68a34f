import Foundation
import Testing

@testable import Lessons
@testable import Meaning
@testable import Notation

/// The derivations of the texts behind the course, each as a step of a lesson.
private struct TextLesson {
  var text: String
  var names = Names.bare
  var source = "---\ntitle: A text\nsummary: Its derivations\n---\n"
  /// Where errors must be reported, and the words; nothing else may be.
  var expected: [(line: Int, column: Int, words: String)] = []

  static let all: [TextLesson] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("MeaningTests/meaning-texts.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    var lessons: [TextLesson] = []
    var step: (heading: String, formulas: [String], faults: [String])?
    func close() {
      if let step { lessons[lessons.count - 1].add(step.heading, step.formulas, step.faults) }
      step = nil
    }
    for line in lines where !line.hasPrefix("#") {
      let rest = line.drop { $0 != " " }.dropFirst()
      switch line.prefix(while: { $0 != " " }) {
      case "text":
        close()
        lessons.append(TextLesson(text: String(rest)))
      case "declare": lessons[lessons.count - 1].declare(rest.split(separator: " "))
      case "define": _ = lessons[lessons.count - 1].names.define(String(rest))
      case "":
        let words = line.dropFirst(2)
        if words.hasPrefix("wrong ") || words.hasPrefix("refused ") {
          step?.faults.append(String(words))
        } else {
          step?.formulas.append(String(words))
        }
      default:
        close()
        step = (String(line), [], [])
      }
    }
    close()
    return lessons
  }()

  private mutating func declare(_ words: [Substring]) {
    let kinds: [Substring: NameKind] = [
      "scalar": .scalar, "vector": .vector(.classes), "distribution": .distribution,
      "index": .index, "function": .function,
    ]
    let kind = kinds[words[1]] ?? .scalar
    var name = Name(String(words[0]), kind, isVariable: words.contains("variable"))
    if words.contains("count") { name.meaning = .classCount }
    if words.contains("target") { name.meaning = kind == .index ? .targetClass : .target }
    names.declare(name)
  }

  /// `L34 when k \neq i`, its formulas, and `wrong 1` or `refused 1 …` of its equals signs.
  private mutating func add(_ heading: String, _ formulas: [String], _ faults: [String]) {
    let words = heading.split(separator: " ", maxSplits: 1)
    source += "\n## \(words[0])\n<!-- id: step-\(source.utf8.count)  unit: nats"
    if words.count > 1 { source += "  when: " + words[1].dropFirst(5) }
    source += " -->\n"
    var places: [Int] = []
    for formula in formulas {
      source += "\n```math\n"
      places.append(source.count { $0 == "\n" } + 1)
      source += formula + "\n```\n"
    }
    let chains = Reading(continuing: formulas.map { Formula($0) }, names: names).chains
    let signs = chains.flatMap { Array(zip($0.sides, $0.sides.dropFirst())) }
    for fault in faults {
      let parts = fault.split(separator: " ", maxSplits: 2)
      let (left, right) = signs[(Int(parts[1]) ?? 1) - 1]
      // What has no meaning is pointed at itself, once for the signs on both sides of it.
      let unclear = parts[0] == "refused" ? (left.diagnostic ?? right.diagnostic) : nil
      let side = left.diagnostic != nil && unclear != nil ? left : right
      let offset = unclear?.range.lowerBound ?? right.range.lowerBound
      let place = (
        places[side.formula], offset + 1, unclear?.sentence(in: .english) ?? "the sides differ"
      )
      #expect(unclear == nil || unclear?.sentence(in: .english) == parts.last.map(String.init))
      if !expected.contains(where: { $0 == place }) { expected.append(place) }
    }
  }
}

@Suite("the derivations of the texts, checked as lessons")
struct CheckingTextsTests {
  @Test("true lines pass, and exactly the wrong ones are reported at their places")
  func verdicts() throws {
    #expect(TextLesson.all.map(\.text) == ["000", "002", "003", "004"])
    for text in TextLesson.all {
      let (parsed, faults) = LessonParser.parse(
        text: text.source, file: "\(text.text).md", slug: "t", number: 1, language: "en")
      // The texts write log and exp as letters, which is a remark.
      #expect(faults.allSatisfy { $0.severity == .lint }, "\(faults)")
      let lesson = try #require(parsed)
      let checker = LessonChecker(lesson, CheckSettings(examples: 40, seed: 5), names: text.names)
      let errors = checker.findings.map(\.diagnostic).filter { $0.severity == .error }
      var missing = text.expected
      for error in errors {
        let match = missing.firstIndex {
          $0.line == error.line && $0.column == error.column && error.message.contains($0.words)
        }
        if let match { missing.remove(at: match) } else { Issue.record("unexpected: \(error)") }
      }
      #expect(missing.isEmpty, "text \(text.text): \(missing)")
      #expect(checker.counts.checkedSigns > 0)
    }
  }
}
