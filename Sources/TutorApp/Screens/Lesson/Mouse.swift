import Meaning
import TextGrid

extension Model {
  /// A click chooses a number of the example, or inspects a term.
  mutating func clicked(_ position: Position) {
    if let field = field(at: position), fields.contains(field) {
      screens.closeAll(of: InspectionScreen.self)
      focus = .editor(field)
      clampScroll()
    } else if let inspection = term(at: position) {
      inspect(inspection)
    }
  }

  /// The term of a formula that stands at a place of the screen.
  private func term(at position: Position) -> Inspection? {
    let pane = frame.lesson
    guard pane.contains(position), position.row < pane.row + shownRows.count,
      !screens.contains(PlaygroundScreen.self),
      !substitutes
    else { return nil }
    let cell = Position(
      row: position.row - pane.row + shownRows.lowerBound, column: position.column - pane.column)
    guard let (block, node) = snapshot.page.node(at: cell) else { return nil }
    for (formula, walk) in snapshot.readings.walks.enumerated() where walk.block == block {
      if let term = walk.tree.term(at: node) { return Inspection(formula: formula, term: term) }
    }
    return nil
  }
}
