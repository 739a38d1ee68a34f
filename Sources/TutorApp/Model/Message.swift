public import TextGrid

/// What happened. `update` turns it into a new model and effects.
public enum Message: Hashable, Sendable {
  case keyPressed(Key)
  case resized(Size)
  /// The terminal draws ambiguous characters two columns wide.
  case ambiguousWidthFound(Int)
  /// `nil` when the progress was written; else one sentence that says why not.
  case progressSaved(failure: String?)
  /// Whether this kind of terminal was asked to put the text on its clipboard.
  case clipboardAsked(taken: Bool)
}

/// What the loop is to do; `update` itself touches nothing.
public enum Effect: Hashable, Sendable {
  case save(Progress)
  case copyToClipboard(String)
  /// Ctrl-Z: give the terminal back and stop until `fg`.
  case suspend
  case quit
}
