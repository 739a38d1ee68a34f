import Lessons
import TextGrid

/// One line of the course menu that can be opened.
enum MenuRow: Hashable {
  case lesson(Int)
  case action(Action)
}

extension Model {
  /// The lessons in order, then every action of the screen below, so that nothing needs a letter.
  var menuRows: [MenuRow] {
    course.lessons.indices.map(MenuRow.lesson) + Self.menuActions.map(MenuRow.action)
  }

  static let menuActions: [Action] = [
    .edit, .addClass, .deleteClass, .cycleTarget, .cycleUnit, .cycleDecimals, .undo, .redo, .reset,
    .toggleFigures, .openLedger, .toggleNumbers, .inspect, .openPlayground, .scrollLeft,
    .scrollRight,
    .search, .showCommand, .help, .quit,
  ]

  mutating func openMenu() {
    overlay = .menu(Menu(selection: place.lesson))
  }

  mutating func moveSelection(by offset: Int) {
    switch overlay {
    case .menu(var menu):
      menu.selection = min(max(0, menu.selection + offset), menuRows.count - 1)
      overlay = .menu(menu)
    case .search(var search):
      let last = max(0, search.hits.count - 1)
      search.selection = min(max(0, search.selection + offset), last)
      overlay = .search(search)
    case .ledger(var ledger):
      ledger.selection = min(max(0, ledger.selection + offset), ledger.signs.count - 1)
      overlay = .ledger(ledger)
    case .help:
      scroll(by: offset)
    case .command, .inspection, nil:
      break
    }
  }

  mutating func openSelection() -> [Effect] {
    switch overlay {
    case .menu(let menu):
      guard menuRows.indices.contains(menu.selection) else { return [] }
      switch menuRows[menu.selection] {
      case .lesson(let index):
        open(lesson: index)
        return []
      case .action(let action):
        overlay = nil
        if [.addClass, .deleteClass].contains(action), mode != .editor {
          focus = .editor(firstField)
        }
        return perform(action)
      }
    case .search(let search):
      let hits = search.hits
      guard hits.indices.contains(search.selection) else {
        notice = words(.nothingFound, search.line.text)
        return []
      }
      let hit = hits[search.selection]
      go(to: Place(lesson: hit.lesson, step: hit.step))
      return []
    case .help, .command, .ledger, .inspection, nil:
      return []
    }
  }

  /// Goes on at the first step not yet seen; a lesson seen whole opens at its start.
  private mutating func open(lesson index: Int) {
    guard index != place.lesson else {
      overlay = nil
      return
    }
    let lesson = course.lessons[index]
    let seen = seen[lesson.slug] ?? []
    let next = lesson.steps.firstIndex { !seen.contains($0.id) } ?? 0
    go(to: Place(lesson: index, step: next))
  }
}
