import TextGrid

/// The key table as a page, by where the keys work.
struct HelpScreen: Screen {
  var scroll = 0

  static let sections = [KeySection(title: .helpHelpMode)]

  static let bindings = [
    Binding(
      81,
      allScreens.filter { $0 != HelpScreen.self }.flatMap { $0.sections }
        .filter { !$0.takesText }, ["?"], .helpHelp, word: .help
    ) { $0.screens.open(HelpScreen()) }.inMenu(19).alwaysShown,
    Binding(32, sections, [.pageUp], .helpPageUp, with { $0.move(by: -$1.page, &$1) }),
    Binding(33, sections, [.pageDown], .helpPageDown, with { $0.move(by: $1.page, &$1) }),
    Binding(52, sections, [.up, "k"], .helpScrollUp, with { $0.move(by: -1, &$1) }),
    Binding(
      52, sections, [.down, "j"], .helpScrollDown, word: .scroll, with { $0.move(by: 1, &$1) }
    ).paired(with: .helpScrollUp),
    Binding(54, sections, [.home, "g"], .helpScrollToTop, with { $0.move(by: -$0.scroll, &$1) }),
    Binding(54, sections, [.end], .helpScrollToEnd, with { $0.move(by: $0.height($1), &$1) }),
  ]

  func title(in model: Model) -> ScreenTitle {
    ScreenTitle(left: model.plain(model.words(.helpTitle)))
  }

  func turnWheel(by rows: Int, _ model: inout Model) { move(by: rows, &model) }

  private func move(by rows: Int, _ model: inout Model) {
    var moved = self
    moved.scroll = min(max(0, scroll + rows), max(0, height(model) - model.overlayRoom))
    model.screens.show(moved)
  }

  /// A row of the page: a heading, or keys and what they do.
  enum Row: Hashable {
    case heading(String)
    case binding(keys: String, words: String)
    case text(String)
    case blank
  }

  /// The part one came from stands first: it is what was asked for.
  func rows(in model: Model) -> [Row] {
    let current = (model.screens.belowTop ?? model.lessonScreen).section(in: model)
    let ordered = [current] + KeyTable.sections.filter { $0 != current }
    return ordered.flatMap { section -> [Row] in
      [.heading(model.words(section.title))]
        + KeyTable.lines(in: section).map { line in
          let keys = line.keys.map { $0.name(model.tier) }.joined(separator: " ")
          return .binding(keys: keys, words: model.words(line.help))
        } + (section.note.map { [.text(model.words($0))] } ?? []) + [.blank]
    }
  }
}
