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

  @Test("at 80×24 a step's opening sentences and its first formula stand on one screen")
  func opening() throws {
    try expectTogether(Size(columns: 80, rows: 24)) { page, blocks, formula in
      page.rows[blocks.indices.first { !blocks[$0].isHeading } ?? formula].lowerBound
    }
  }

  @Test("at 60×18 its first formula and the sentence before it do")
  func openingSmall() throws {
    try expectTogether(Size(columns: 60, rows: 18)) { page, blocks, formula in
      guard let text = blocks.indices.last(where: { $0 < formula && blocks[$0].isText }) else {
        return page.rows[formula].lowerBound
      }
      // The sentence before it begins in the last row in which another one ends.
      let rows = page.rows[text]
      let lines = page.canvas.lines
      return rows.dropLast().last { lines[$0].contains(". ") || lines[$0].hasSuffix(".") }
        .map { lines[$0].hasSuffix(".") ? $0 + 1 : $0 } ?? rows.lowerBound
    }
  }

  /// From the block that is asked for to the first formula's end, on one screen, when it comes.
  private func expectTogether(_ size: Size, from first: (LessonPage, [Block], Int) -> Int) throws {
    for var model in try steps(size) {
      let blocks = model.step.blocks
      guard let formula = blocks.indices.first(where: { blocks[$0].isFormula }) else { continue }
      model.beat = try #require(model.beats.lastIndex { $0.block == formula })
      model.showFocus()
      let page = model.snapshot.page
      let start = first(page, blocks, formula)
      let rows = start..<page.rows[formula].upperBound
      #expect(
        model.shownRows.lowerBound <= rows.lowerBound
          && model.shownRows.upperBound >= rows.upperBound,
        "\(name(model)): \(rows.count) rows of \(model.lessonRoom)")
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

extension Block {
  fileprivate var isFormula: Bool { if case .formula = self { true } else { false } }
  fileprivate var isHeading: Bool { if case .subheading = self { true } else { false } }
  fileprivate var isText: Bool {
    switch self {
    case .paragraph, .list, .quote: true
    default: false
    }
  }
}
