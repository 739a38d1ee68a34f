import Foundation
import Lessons
import Meaning
import Notation
import SoftmaxCore
import Testing
import TextGrid

@testable import TutorApp

/// The tutor invites its readers to try T = 0.5, a masked class, a soft target. Whatever they enter,
/// no sentence may become false, stay unfinished, or name what has no meaning.
@Suite("True for every example that can be entered")
struct TruthTests {
  static let examples = ExtremeExamples.all
  static let lessons = Course.shipped.lessons.map(\.slug)

  /// Those that a step is walked with: one in so many, others than its neighbours are, so that a
  /// lesson meets all of them. Each number in each step meets every one of them in `check`.
  static func examples(for step: Int, share: Int = 6) -> [(offset: Int, element: Example)] {
    examples.enumerated().filter { $0.offset % share == step % share }
  }

  @Test("there are some hundred of them, of every kind")
  func kinds() {
    let all = Self.examples
    #expect(all.count > 300)
    let kinds: [(String, (Example) -> Bool)] = [
      ("masked", { $0.logits.contains(-.infinity) }), ("T = 0", { $0.temperature == 0 }),
      ("T = ∞", { $0.temperature == .infinity }), ("tiny T", { $0.temperature == 1e-300 }),
      ("huge T", { $0.temperature == 1e300 }), ("huge z", { $0.logits.contains(1e308) }),
      ("tied", { Set($0.logits).count == 1 }), ("two", { $0.classCount == 2 }),
      ("twelve", { $0.classCount == 12 }), ("soft target", { $0.targetClass == nil }),
      ("zeros in P", { $0.reference.contains(0) && !$0.reference.contains(1) }),
      ("one-hot P", { $0.reference.contains(1) }), ("bits", { $0.unit == .bits }),
      ("hartleys", { $0.unit == .hartleys }), ("given p", { $0.givenProbabilities != nil }),
    ]
    for (name, isOne) in kinds { #expect(all.count(where: isOne) > 2, "\(name)") }
  }

  @Test("each step's text has a value wherever it shows one", arguments: lessons)
  func text(lesson: String) throws {
    let course = Course.shipped
    var maker = SnapshotMaker()
    try expectValues(in: lesson) { place, number, example in
      let tier = GlyphTier.allCases[number % 2]
      return plainStep(place, of: course, example: example, tier: tier, width: 78, &maker)
    }
  }

  @Test("and each screen, in the editor too", arguments: lessons)
  func screen(lesson: String) throws {
    // Whole, and with room for the whole of it.
    var model = try Model.fresh(at: lesson, size: Size(columns: 120, rows: 90))
    model.readsWholeSteps = true
    try expectValues(in: lesson, share: 24) { place, _, example in
      model.place = place
      model.example = example
      #expect(model.hiddenLines == (0, 0))
      return [model, model.after("e")].flatMap { view($0).lines }
    }
  }

  /// Every line that each step shows for each example that is its share.
  private func expectValues(
    in lesson: String, share: Int = 6,
    lines: (Model.Place, _ number: Int, Example) throws -> [String]
  ) throws {
    let course = Course.shipped
    let index = try #require(course.index(ofSlug: lesson))
    for step in course.lessons[index].steps.indices {
      for (number, example) in Self.examples(for: step, share: share) {
        let shown = try lines(Model.Place(lesson: index, step: step), number, example)
        let faults = shown.compactMap(Self.fault)
        #expect(faults.isEmpty, "\(lesson):\(step + 1) \(Self.words(example)): \(faults)")
        if !faults.isEmpty { break }
      }
    }
  }

  @Test("no equals sign is false where the step says what it is told with", arguments: lessons)
  func signs(lesson: String) throws {
    let course = Course.shipped
    let index = try #require(course.index(ofSlug: lesson))
    let lesson = course.lessons[index]
    for (index, step) in lesson.steps.enumerated() {
      let readings = StepReadings(step, names: lesson.names)
      for (_, example) in Self.examples(for: index + 1) {
        var told = lesson.told(example, in: step).example
        // Indices that the step excludes are the reader's choice, and said beside the line.
        if step.condition?.value.source == "i = j" { told.j = told.i }
        if step.condition != nil, step.condition?.value.source != "i = j", told.i == told.j {
          told.j = (told.i + 1) % told.classCount
        }
        let failed = readings.judged(here: told).filter { $0.verdict == .fails }
        let sides = failed.map {
          "block \($0.block): \($0.left.map { formatted($0, decimals: 6) } ?? "none") and "
            + "\($0.right.map { formatted($0, decimals: 6) } ?? "none")"
        }
        #expect(sides.isEmpty, "\(lesson.slug):\(step.id) \(Self.words(example)): \(sides)")
        if !failed.isEmpty { break }
      }
    }
  }

  @Test("what would be a fault is found")
  func finding() {
    for line in [
      "the surprise is undefined.", "so ? (p has no value) is it", "that is ? nats", "it is nan",
      "NaN nats", "p = Optional(0.5)", "the targetClass is 1",
    ] {
      #expect(Self.fault(line) != nil, "\(line)")
    }
    for line in [
      "How high can the entropy go?", "is ∞, and −inf masks it", "log-softmax of 1e-300",
      "✓ L = −log p", "H(P,Q) ≥ H(P)", "a banana", "?:help  q:quit",
    ] {
      #expect(Self.fault(line) == nil, "\(line)")
    }
  }

  /// The line, if it shows that something has no value, or how the program calls it.
  private static func fault(_ line: String) -> String? {
    let isUndefined =
      line.contains("undefined") || line.contains("? (") || line.contains("Optional(")
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "?" && $0 != ":" }
    let isUnfinished = words.contains { $0 == "?" || $0.lowercased() == "nan" }
    let isInternal = words.contains { word in
      word.first?.isLowercase == true && word.allSatisfy { $0.isASCII && $0.isLetter }
        && word.dropFirst(3).contains(where: \.isUppercase)
    }
    return isUndefined || isUnfinished || isInternal ? line : nil
  }

  private static func words(_ example: Example) -> String {
    "z \(example.logits) y \(example.target) P \(example.reference) T \(example.temperature) "
      + "\(example.unit) i \(example.i + 1) j \(example.j + 1) "
      + (example.givenProbabilities.map { "p \($0)" } ?? "")
  }
}
