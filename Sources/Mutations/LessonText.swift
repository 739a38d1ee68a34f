import Lessons
import Notation

/// A lesson's file, cut down to what a changed formula can make false, and changed.
struct LessonText {
  let name: String
  let lesson: Lesson
  private let lines: [String]

  /// - Returns: nil for a file that is no lesson.
  init?(name: String, text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let lesson = Self.lesson(text, name) else { return nil }
    self.lesson = lesson
  }

  static func lesson(_ text: String, _ name: String) -> Lesson? {
    LessonParser.parse(text: text, file: name, slug: "lesson", number: 1, language: "en").0
  }

  /// The lesson with a formula replaced: its step alone with the front matter, or all of it where a
  /// definition has changed.
  ///
  /// - Returns: nil where the file does not hold the formula as it was read, which is a fault of
  ///   the place.
  func lesson(with mutant: String, at place: FormulaPlace) -> Lesson? {
    let old = place.formula.source.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let first = place.line - 1
    guard lines.indices.contains(first + old.count - 1), let start = old.first, let end = old.last
    else { return nil }
    let head = lines[first].prefix(max(0, place.column - 1))
    let rest = lines[first].dropFirst(head.count)
    var changed = lines
    if old.count == 1 {
      guard rest.hasPrefix(start) else { return nil }
      changed[first] = head + mutant + rest.dropFirst(start.count)
    } else {
      let middle = zip(lines[first + 1..<first + old.count - 1], old[1..<old.count - 1])
      guard rest == start, middle.allSatisfy({ $0 == $1 }), lines[first + old.count - 1] == end
      else { return nil }
      changed.replaceSubrange(first..<first + old.count, with: [head + mutant])
    }
    return Self.lesson(cut(changed, to: place, added: changed.count - lines.count), name)
  }

  private func cut(_ changed: [String], to place: FormulaPlace, added: Int) -> String {
    guard let step = place.step else { return changed.joined(separator: "\n") }
    let steps = lesson.steps
    let end = step + 1 < steps.count ? steps[step + 1].line - 1 + added : changed.count
    let kept = changed[..<(steps[0].line - 1)] + changed[(steps[step].line - 1)..<end]
    return kept.joined(separator: "\n")
  }
}
