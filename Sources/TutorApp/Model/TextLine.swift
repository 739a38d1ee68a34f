import TextGrid

/// One line of text under edit, with a caret between graphemes.
public struct TextLine: Hashable, Sendable {
  public private(set) var characters: [Character]
  public private(set) var caret: Int

  public init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }
  /// The text before the caret: its cell width is the caret's column.
  public var beforeCaret: String { String(characters[..<caret]) }

  /// Puts text in at the caret. Longer than 400 graphemes is cut: no field needs more.
  public mutating func insert(_ text: String) {
    let room = max(0, 400 - characters.count)
    let added = Array(text.prefix(room))
    characters.insert(contentsOf: added, at: caret)
    caret += added.count
  }

  public mutating func deleteBackward() {
    guard caret > 0 else { return }
    caret -= 1
    characters.remove(at: caret)
  }

  public mutating func deleteForward() {
    guard caret < characters.count else { return }
    characters.remove(at: caret)
  }

  public mutating func move(by step: Int) {
    caret = min(max(0, caret + step), characters.count)
  }

  public mutating func moveToStart() { caret = 0 }
  public mutating func moveToEnd() { caret = characters.count }
}
