import Lessons
import Testing
import TextGrid

@testable import TutorApp

/// What a screen has room for, measured on every step of the course.
@Suite("Nothing is turned over unread")
struct RoomTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 60, rows: 18),
  ]

  /// Every step of the course, at its first beat.
  private func steps(_ size: Size) throws -> [Model] {
    let course = Course.shipped
    return try course.lessons.flatMap { lesson in
      try lesson.steps.map { try Model.fresh(at: "\(lesson.slug):\($0.id)", size: size) }
    }
  }

  private func name(_ model: Model) -> String { "\(model.lesson.slug):\(model.step.id)" }

  @Test("the beat in focus is wholly on screen", arguments: sizes)
  func focus(size: Size) throws {
    for var model in try steps(size) {
      let step = model.place
      while model.place == step {
        let focus = try #require(model.focusRows)
        let isShown = model.shownRows.contains(focus.lowerBound) || focus.isEmpty
        #expect(
          isShown && model.shownRows.upperBound >= focus.upperBound,
          "\(name(model)), beat \(model.beat): \(focus) of \(model.shownRows)")
        model = model.after("→")
        if model.screen is EndScreen { break }
      }
    }
  }

  @Test("on and on shows every row of a step before the next one comes", arguments: sizes)
  func everything(size: Size) throws {
    for var model in try steps(size) {
      let step = model.place
      var seen: Set<Int> = []
      let page = model.snapshot.page.canvas
      while model.place == step, !(model.screen is EndScreen) {
        seen.formUnion(model.shownRows)
        model = model.after("→")
      }
      let unseen = page.lines.indices.filter {
        !seen.contains($0) && page.lines[$0].contains { $0 != " " }
      }
      #expect(unseen.isEmpty, "\(name(model)): \(unseen)")
    }
  }

  @Test("nine of ten steps need no scrolling beyond their beats", arguments: sizes)
  func scrolling(size: Size) throws {
    let all = try steps(size)
    let scrolled = all.filter { model in
      model.beats.contains { $0.rows.count > model.lessonRoom }
    }
    #expect(scrolled.count * 10 <= all.count, "\(scrolled.map(name))")
  }

  @Test("a large screen is used, or the step has said all")
  func large() throws {
    for model in try steps(Size(columns: 120, rows: 40)) {
      let whole = model.after("End")
      guard whole.hiddenLines != (0, 0) else { continue }
      let canvas = view(whole)
      let blank = canvas.lines.count { $0.allSatisfy { $0 == " " } }
      #expect(blank * 3 <= canvas.size.rows, "\(name(model))")
    }
  }
}
