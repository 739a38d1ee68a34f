import TextGrid

extension Model {
  /// The wheel scrolls; clicks are only for what has the focus already.
  mutating func moused(_ event: MouseEvent) -> [Effect] {
    switch event.kind {
    case .wheelUp: return perform(overlay == nil ? .scrollUp : .selectUp)
    case .wheelDown: return perform(overlay == nil ? .scrollDown : .selectDown)
    case .press: return []
    }
  }
}
