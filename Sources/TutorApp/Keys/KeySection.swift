/// A part of a screen in which a set of keys works: one heading of the help page and the README.
public struct KeySection: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The lesson, its panels and its example: the keys of the course work.
    case lesson
    /// What stands above the lesson, and Esc closes.
    case above
  }

  public var title: Phrase
  public var kind = Kind.above
  /// Whether letters are text here, so that none of them is a shortcut.
  public var takesText = false
  /// A sentence that the help page adds.
  public var note: Phrase?
}
