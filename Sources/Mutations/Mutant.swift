import Foundation
import Lessons
import Notation

/// One change of one formula of the course.
struct Mutant {
  var text: LessonText
  var place: FormulaPlace
  var edit: Edit

  var change: String { edit.words(in: place.formula.source) }

  /// Where the change is, as a compiler would say it.
  var location: String {
    let before = Array(place.formula.source.utf8)[..<edit.range.lowerBound]
    let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = lines.last.map { String(decoding: $0, as: UTF8.self).count } ?? 0
    return lines.count > 1
      ? "\(text.name):\(place.line + lines.count - 1):\(column + 1)"
      : "\(text.name):\(place.line):\(place.column + column)"
  }

  /// Every mutant of a lesson.
  static func all(of text: LessonText) -> [Mutant] {
    FormulaPlace.all(in: text.lesson).flatMap { place in
      let edits =
        place.use == .condition
        ? Mutator.edits(ofCondition: place.formula) : Mutator.edits(of: place.formula)
      return edits.map { Mutant(text: text, place: place, edit: $0) }
    }
  }

  /// What became of it.
  struct Result {
    var mutant: Mutant
    var outcome: MutantTrial.Outcome
    /// Of a survivor; nil where nobody knows one.
    var reason: Sameness.Reason?
  }

  /// - Parameter rounds: how many random examples `check` draws; more for what survives the first.
  func tried(
    _ known: KnownSurvivors, rounds: [Int] = [12, CheckSettings().examples]
  ) -> Result {
    let source = place.formula.source
    guard let lesson = text.lesson(with: edit.applied(to: source), at: place) else {
      // The file would be no lesson any more, or does not hold the formula where it was read.
      return Result(mutant: self, outcome: .refused)
    }
    let outcome = MutantTrial.outcome(of: lesson, rounds: rounds)
    guard outcome == .survived else { return Result(mutant: self, outcome: outcome) }
    let reason =
      Sameness(examples: rounds.last ?? 1).reason(for: lesson, of: text.lesson, at: place)
      ?? known.reason(source, change).map { Sameness.Reason(kind: .listed, words: $0) }
    return Result(mutant: self, outcome: outcome, reason: reason)
  }

  /// The English lessons of this repository; those that are named, or all.
  static func lessons(named slugs: [String]) -> [LessonText] {
    let folder = KnownSurvivors.file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons/en")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { name in
      name.hasSuffix(".md") && (slugs.isEmpty || slugs.contains { name.contains($0) })
    }.compactMap { name in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return text.flatMap { LessonText(name: "lessons/en/\(name)", text: $0) }
    }
  }
}
