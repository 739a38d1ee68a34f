import Lessons
import TextGrid

/// What comes after the last step: what was done, and what may be tried next.
struct EndScreen: ListScreen {
  var selection = 0

  static let sections = [KeySection(title: .helpEndMode)]

  static let bindings =
    listBindings + [
      Binding(36, sections, [.enter], .helpOpen, word: .open) { $0.openSuggestion() }
    ]

  /// What may be tried next.
  enum Suggestion: Hashable {
    /// The first step of a lesson that was not on screen yet.
    case unseen(Model.Place)
    case playground
    /// The first lesson again, with other numbers.
    case again
    case menu
  }

  func suggestions(in model: Model) -> [Suggestion] {
    let unseen = model.course.lessons.indices.compactMap { lesson -> Suggestion? in
      let seen = model.seen[model.course.lessons[lesson].slug] ?? []
      let step = model.course.lessons[lesson].steps.firstIndex { !seen.contains($0.id) }
      return step.map { .unseen(Model.Place(lesson: lesson, step: $0)) }
    }
    return unseen + [.again, .playground, .menu]
  }

  func count(in model: Model) -> Int { suggestions(in: model).count }

  func title(in model: Model) -> ScreenTitle {
    ScreenTitle(left: model.plain(model.words(.endTitle)))
  }

  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas) {
    let body = frame.body
    var row = body.row + 1
    func write(_ text: String, _ style: Style) {
      for line in model.wrapped(model.plain(text), width: body.columns - 4)
      where row < body.row + body.rows {
        canvas.write(line, row: row, column: 2, style: style)
        row += 1
      }
    }
    write(done(model), .body)
    row += 1
    write(model.words(.endNext), Style(.heading, .bold))
    let suggestions = suggestions(in: model)
    let room = max(1, body.row + body.rows - row)
    for index in window(around: selection, count: suggestions.count, room: room) {
      let isSelected = index == selection
      let style = Style(.body, isSelected ? .reverse : [])
      if isSelected {
        canvas.write(
          String(repeating: " ", count: body.columns), row: row, column: 0, style: style)
      }
      canvas.write(isSelected ? model.plain("▸") : " ", row: row, column: 1, style: style)
      canvas.write(
        truncated(
          model.plain(text(of: suggestions[index], model)), to: body.columns - 5, tier: model.tier),
        row: row, column: 4, style: style)
      row += 1
    }
  }

  private func done(_ model: Model) -> String {
    let lessons = model.course.lessons
    let steps = lessons.reduce(0) { $0 + $1.steps.count }
    let seen = lessons.reduce(0) { sum, lesson in
      sum + lesson.steps.count { (model.seen[lesson.slug] ?? []).contains($0.id) }
    }
    return model.words(
      seen == steps ? .endAll : .endSome, String(seen), String(steps), String(lessons.count))
  }

  private func text(of suggestion: Suggestion, _ model: Model) -> String {
    switch suggestion {
    case .unseen(let place):
      let lesson = model.course.lessons[place.lesson]
      return model.words(.endUnseen, lesson.title, lesson.steps[place.step].title)
    case .again: return model.words(.endAgain)
    case .playground: return model.words(.endPlayground)
    case .menu: return model.words(.helpMenu)
    }
  }
}

extension Model {
  fileprivate mutating func openSuggestion() {
    guard let end = screen as? EndScreen else { return }
    let chosen = end.suggestions(in: self)[end.selection]
    screens.close()
    switch chosen {
    case .unseen(let place): go(to: place)
    case .again:
      go(to: Place(lesson: 0, step: 0))
      focus = .editor(firstField)
    case .playground: openPlayground()
    case .menu: openMenu()
    }
  }
}
