import TextGrid

/// A line for a formula of the learner's own, in the place of the lesson: the example above or
/// beside stays alive, and is edited as there.
struct PlaygroundScreen: Screen {
  static let line = KeySection(title: .helpPlaygroundMode, kind: .lesson, takesText: true)
  static let sections = [line]

  /// What may be typed, in the plain form and in LaTeX.
  static let examples = [
    "sum_i p_i*(1-p_i)", "exp(z_1)/sum_k exp(z_k)", "d p_1 / d z_2", "H(p)", "softmax([3, 1])",
    "\\frac{\\partial p_1}{\\partial z_2}", "J",
  ]

  static let bindings = [
    Binding(47, LessonScreen.anywhere, ["l"], .helpPlayground, word: .line) {
      $0.openPlayground()
    }.inMenu(14),
    Binding(47, sections, [.enter], .helpEnterLine, word: .enterLine) { $0.playground.enter() }
      .offered { !$0.playground.line.isEmpty },
    Binding(47, sections, [.up], .helpEarlierLine, word: .earlier) {
      if !$0.playground.recallEarlier() { $0.notice = $0.words(.noEarlierLine) }
    }.offered { !$0.playground.past.isEmpty },
    Binding(47, sections, [.down], .helpLaterLine) { _ = $0.playground.recallLater() },
    Binding(48, sections, [.tab], .helpEdit, word: .edit) { $0.focus = .editor($0.firstField) },
    Binding(49, sections, [.escape], .helpLeave, word: .leave) { $0.closeScreen() }.alwaysShown,
  ]

  func section(in model: Model) -> KeySection {
    model.focus == .lesson ? Self.line : model.lessonScreen.section(in: model)
  }

  func title(in model: Model) -> ScreenTitle { model.lessonScreen.title(in: model) }

  /// Every printable key goes into the line.
  func type(_ key: Key, _ model: inout Model) -> [Effect]? {
    guard model.focus == .lesson else { return model.lessonScreen.type(key, &model) }
    var line = model.playground.line
    guard KeyTable.binding(for: key, in: Self.line) == nil, line.edit(with: key) else { return nil }
    model.playground.line = line
    return []
  }

  func click(_ position: Position, _ model: inout Model) {
    model.lessonScreen.click(position, &model)
  }
}

extension Model {
  mutating func openPlayground() {
    if !screens.contains(PlaygroundScreen.self) { screens.open(PlaygroundScreen()) }
    focus = .lesson
    scroll = 0
  }
}
