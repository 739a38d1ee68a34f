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
    } else if offset > 0 {
      screens.open(EndScreen())
    } else {
      notice = words(.firstStep)
    }
  }

  mutating func moveLesson(by offset: Int) {
    guard course.lessons.indices.contains(place.lesson + offset) else {
      notice = words(offset > 0 ? .lastStep : .firstStep)
      return
    }
    go(to: Place(lesson: place.lesson + offset, step: 0))
  }

  /// Shows a step from its first beat. The focus stays where it makes sense there.
  mutating func go(to place: Place) {
    screens.closeAll()
    var screen = lessonScreen
    (screen.sideways, screen.scroll, screen.beat, screen.typing) = (0, 0, 0, nil)
    lessonScreen = screen
    self.place = place
    markSeen()
    switch focus {
    case .panel where !stepHasPanel: focus = .lesson
    case .editor(let field) where !fields.contains(field): focus = .editor(firstField)
    default: break
    }
  }

  /// Moves the formulas that are wider than their pane.
  mutating func scrollSideways(by columns: Int) {
    let excess = snapshot.page.excess
    sideways = min(max(0, sideways + columns), excess)
    if excess == 0 { notice = words(.nothingWide) }
  }
}
