import TextGrid

/// A screen that is a list with one chosen line.
protocol ListScreen: Screen {
  var selection: Int { get set }
  func count(in model: Model) -> Int
}

extension ListScreen {
  func turnWheel(by rows: Int, _ model: inout Model) { move(by: rows, &model) }

  func move(by lines: Int, _ model: inout Model) {
    choose(selection + lines, &model)
  }

  func choose(_ line: Int, _ model: inout Model) {
    var moved = self
    moved.selection = min(max(0, line), max(0, count(in: model) - 1))
    model.screens.show(moved)
  }

  /// Arrows and page keys; also k and j where letters are no text.
  static var listBindings: [Binding] {
    let sections = Self.sections
    var rows = [
      Binding(30, sections, [.up], .helpSelectUp, with { $0.move(by: -1, &$1) }),
      Binding(
        31, sections, [.down], .helpSelectDown, word: .choose, with { $0.move(by: 1, &$1) }
      ).paired(with: .helpSelectUp),
      Binding(32, sections, [.pageUp], .helpPageUp, with { $0.move(by: -$1.page, &$1) }),
      Binding(33, sections, [.pageDown], .helpPageDown, with { $0.move(by: $1.page, &$1) }),
    ]
    if !sections[0].takesText {
      rows += [
        Binding(34, sections, ["k"], .helpSelectUp, with { $0.move(by: -1, &$1) }),
        Binding(35, sections, ["j"], .helpSelectDown, with { $0.move(by: 1, &$1) }),
      ]
    }
    return rows
  }
}

extension Model {
  /// Lines that a page key moves.
  var page: Int { max(1, size.rows - 4) }
}
