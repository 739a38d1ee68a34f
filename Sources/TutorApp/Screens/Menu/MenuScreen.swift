import Lessons
import TextGrid

/// The course menu: the lessons in order, then every action of the screen below, so that nothing
/// needs a letter.
struct MenuScreen: ListScreen {
  var selection: Int

  static let sections = [KeySection(title: .helpMenuMode)]

  static let bindings =
    [
      Binding(42, LessonScreen.anywhere, ["m"], .helpMenu, word: .menu) { $0.openMenu() },
      Binding(50, [LessonScreen.reading], [.escape], .helpMenu) { $0.openMenu() },
    ] + listBindings + [
      Binding.effect(36, sections, [.enter], .helpOpen, word: .open) { $0.openChosenLine() },
      Binding(54, sections, [.home, "g"], .helpScrollToTop, with { $0.choose(0, &$1) }),
      Binding(54, sections, [.end], .helpScrollToEnd, with { $0.choose(.max, &$1) }),
    ]

  /// One line that can be opened.
  enum Row: Hashable {
    case lesson(Int)
    /// What the key table calls it.
    case action(Phrase)
  }

  /// The rows of the key table that the menu offers.
  static let actions = KeyTable.all.filter { $0.menuRank != nil }
    .sorted { ($0.menuRank ?? 0) < ($1.menuRank ?? 0) }

  func rows(in model: Model) -> [Row] {
    model.course.lessons.indices.map(Row.lesson) + Self.actions.map { .action($0.help) }
  }

  func count(in model: Model) -> Int { model.course.lessons.count + Self.actions.count }

  func title(in model: Model) -> ScreenTitle {
    ScreenTitle(left: model.plain(model.words(.menuTitle)))
  }
}

extension Model {
  mutating func openMenu() { screens.open(MenuScreen(selection: place.lesson)) }

  fileprivate mutating func openChosenLine() -> [Effect] {
    guard let menu = screen as? MenuScreen else { return [] }
    screens.close()
    switch menu.rows(in: self)[menu.selection] {
    case .lesson(let index):
      open(lesson: index)
      return []
    case .action(let help):
      return MenuScreen.actions.first { $0.help == help }?.perform(&self) ?? []
    }
  }

  /// Goes on at the first step not yet seen; a lesson seen whole opens at its start.
  private mutating func open(lesson index: Int) {
    guard index != place.lesson else { return }
    let lesson = course.lessons[index]
    let seen = seen[lesson.slug] ?? []
    let next = lesson.steps.firstIndex { !seen.contains($0.id) } ?? 0
    go(to: Place(lesson: index, step: next))
  }
}
