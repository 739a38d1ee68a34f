/// Why the screen can't be used. The sentence names the thing and what to do.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  case notATerminal
  case unknownTerminal(String)
  case noCursorAddressing(String)

  public var description: String {
    switch self {
    case .notATerminal:
      return "input or output is not a terminal, so the screen can't be used; showing plain text"
    case .unknownTerminal(""):
      return "TERM is not set, so the screen can't be used; showing plain text"
    case .unknownTerminal(let name):
      return "the terminal \"\(name)\" is unknown here (TERM); showing plain text"
    case .noCursorAddressing(let name):
      return "the terminal \"\(name)\" can't position the cursor (TERM); showing plain text"
    }
  }
}
