import Foundation
import Lessons
import Notation
import SoftmaxCore
import Testing

@Suite("nothing of a lesson is lost")
struct CompletenessTests {
  /// Runs of letters, whatever stands between them.
  private func words(_ text: some StringProtocol) -> [String] {
    String(text).split(whereSeparator: { (c: Character) in !c.isLetter }).map { String($0) }
  }

  @Test("every word of a file's body is in the lesson", arguments: ShippedCourse.files.map(\.name))
  func everyWord(name: String) throws {
    let file = try #require(ShippedCourse.files.first { $0.name == name })
    let lesson = try #require(ShippedCourse.english.lessons.first { $0.file.hasSuffix(name) })
    var kept: [String: Int] = [:]
    for step in lesson.steps {
      let directive = [step.id, step.condition?.value.source, step.unit?.rawValue]
      let blocks = step.blocks.flatMap { block in [block.plainText ?? ""] + block.own }
      for text in [step.title] + directive.compactMap(\.self) + blocks {
        for word in words(text) { kept[word, default: 0] += 1 }
      }
      for word in words(step.target?.rawValue ?? "") { kept[word, default: 0] += 1 }
    }
    // What only steers: the names of fences and of a directive's keys.
    let steering: Set = ["math", "notation", "live", "id", "when", "unit", "target"]
    let body = try #require(file.text.range(of: "\n---\n")).upperBound
    for line in file.text[body...].split(separator: "\n") {
      for word in words(line) where !steering.contains(word) {
        #expect(kept[word, default: 0] > 0, "“\(word)” of \(name): \(line)")
        kept[word, default: 0] -= 1
      }
    }
  }
}

extension Block {
  /// What a block says that is not running text.
  fileprivate var own: [String] {
    switch self {
    case .formula(let display): [display.formula.source]
    case .live(let request):
      [
        request.kind.rawValue, request.formula?.source ?? "", request.terms?.rawValue ?? "",
        // Its numbers are no words; its keys are those it may have.
        request.example == nil ? "" : "example logits probabilities target",
      ]
    default: []
    }
  }
}
