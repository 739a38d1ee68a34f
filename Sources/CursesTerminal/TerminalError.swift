/// Why the screen can't be used. The program that shows it makes the sentence.
public enum TerminalError: Error, Hashable, Sendable {
  case notATerminal
  /// The name in TERM; empty where it is not set.
  case unknownTerminal(String)
  case noCursorAddressing(String)
}
