/// What a person pressed, after the terminal's bytes were decoded.
public enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
  case function(Int)
  /// Text that arrived as one bracketed paste: it is text, never commands.
  case paste(String)
  /// A click or a wheel turn, only with `--mouse`.
  case mouse(MouseEvent)
}

/// One mouse report.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, wheelUp, wheelDown }
  public var kind: Kind
  public var position: Position

  public init(kind: Kind, position: Position) {
    self.kind = kind
    self.position = position
  }
}
