public import TextGrid

/// What comes from the terminal.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  /// Back after a stop: everything is to be painted again, perhaps in another size.
  case resumed
  /// The probe's answer: columns an ambiguous character takes. With 2, draw in ASCII from now on.
  case ambiguousWidth(Int)
  /// A signal or the end of input asks the program to end; nil is the end of input.
  case ended(signal: Int32?)
}
