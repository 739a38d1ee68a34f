import TextGrid

extension TextLine {
  /// Applies a key to the line; false for keys that a line of text has no use for.
  mutating func edit(with key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(String(text.filter { !$0.isNewline }))
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home: moveToStart()
    case .end: moveToEnd()
    default: return false
    }
    return true
  }
}
