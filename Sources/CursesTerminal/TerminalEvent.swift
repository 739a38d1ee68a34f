public import TextGrid

/// What comes from the terminal.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  /// Back after a stop: everything was painted again.
  case resumed
  /// The probe's answer: columns an ambiguous character takes.
  case ambiguousWidth(Int)
  /// A signal or the end of input asks the program to end; nil is the end of input.
  case ended(signal: Int32?)
}
