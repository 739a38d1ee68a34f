import Meaning
import TextGrid

extension Model {
  /// The wheel scrolls; a click chooses a number of the example, or inspects a term.
  mutating func moused(_ event: MouseEvent) -> [Effect] {
    switch event.kind {
    case .wheelUp: return perform(overlay == nil ? .scrollUp : .selectUp)
    case .wheelDown: return perform(overlay == nil ? .scrollDown : .selectDown)
    case .press:
      clicked(event.position)
      return []
    }
  }

  private mutating func clicked(_ position: Position) {
    guard typing == nil else { return }
    switch overlay {
    case nil, .inspection: break
    default: return
    }
    if let field = field(at: position), fields.contains(field) {
      overlay = nil
      focus = .editor(field)
      clampScroll()
    } else if let inspection = term(at: position) {
      inspect(inspection)
    }
  }

  /// The term of a formula that stands at a place of the screen.
  private func term(at position: Position) -> Inspection? {
    let pane = frame.lesson
    guard pane.contains(position), position.row < pane.row + lessonRoom, !isPlaygroundOpen,
      !substitutes
    else { return nil }
    let cell = Position(
      row: position.row - pane.row + scroll, column: position.column - pane.column)
    guard let (block, node) = snapshot.page.node(at: cell) else { return nil }
    for (formula, walk) in snapshot.readings.walks.enumerated() where walk.block == block {
      if let term = walk.tree.term(at: node) { return Inspection(formula: formula, term: term) }
    }
    return nil
  }
}
