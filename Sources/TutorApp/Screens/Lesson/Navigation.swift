import Lessons

extension Model {
  /// Across the border of a lesson the next step is the next lesson's first, and back its last.
  mutating func moveStep(by offset: Int) {
    if lesson.steps.indices.contains(place.step + offset) {
      go(to: Place(lesson: place.lesson, step: place.step + offset))
    } else if course.lessons.indices.contains(place.lesson + offset) {
      let neighbour = place.lesson + offset
      let last = course.lessons[neighbour].steps.count - 1
      go(to: Place(lesson: neighbour, step: offset > 0 ? 0 : last))
    } else {
      notice = words(offset > 0 ? .lastStep : .firstStep)
    }
  }

  mutating func moveLesson(by offset: Int) {
    guard course.lessons.indices.contains(place.lesson + offset) else {
      notice = words(offset > 0 ? .lastStep : .firstStep)
      return
    }
    go(to: Place(lesson: place.lesson + offset, step: 0))
  }

  /// Shows a step from its top. The focus stays where it makes sense there.
  mutating func go(to place: Place) {
    screens.closeAll()
    lessonScreen.sideways = 0
    self.place = place
    lessonScreen.scroll = 0
    lessonScreen.typing = nil
    markSeen()
    switch focus {
    case .panel where !stepHasPanel: focus = .lesson
    case .editor(let field) where !fields.contains(field): focus = .editor(firstField)
    default: break
    }
  }

  mutating func scroll(by rows: Int) {
    scroll += rows
    clampScroll()
  }

  /// Moves the formulas that are wider than their pane.
  mutating func scrollSideways(by columns: Int) {
    let excess = snapshot.page.excess
    sideways = min(max(0, sideways + columns), excess)
    if excess == 0 { notice = words(.nothingWide) }
  }

  mutating func scrollToEnd() {
    scroll = snapshot.page.height
    clampScroll()
  }

  mutating func clampScroll() {
    guard scroll > 0 else {
      if scroll < 0 { scroll = 0 }
      return
    }
    scroll = min(scroll, max(0, snapshot.page.height - lessonRoom))
  }
}
