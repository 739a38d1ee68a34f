import Foundation
import Lessons
import Testing
import TextGrid
import TutorApp

extension Model {
  /// The shipped course, opened at `LESSON` or `LESSON:STEP`.
  static func fresh(
    at place: String = "softmax", size: Size = Size(columns: 80, rows: 24),
    tier: GlyphTier = .unicode
  ) throws -> Model {
    let parts = place.split(separator: ":").map(String.init)
    let course = Course.shipped
    let lesson = try #require(
      course.lessons.firstIndex { $0.slug == parts[0] }, "no lesson \(parts[0])")
    let steps = course.lessons[lesson].steps
    let step =
      try parts.count > 1
      ? #require(steps.firstIndex { $0.id == parts[1] }, "no step \(place)") : 0
    return Model(
      course: course, size: size, tier: tier, place: Place(lesson: lesson, step: step),
      example: course.lessons[lesson].example)
  }

  /// The same model after the keys of a script.
  func after(_ script: String) -> Model {
    var model = self
    for key in Key.script(script) { _ = update(&model, .keyPressed(key)) }
    return model
  }
}

extension Course {
  /// The lessons of this repository, read once.
  static let shipped: Course = {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lessons/en")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      (
        name: name,
        text: (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
      )
    }
    return Course(files: files, language: "en")
  }()
}
