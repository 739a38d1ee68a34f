import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the terminal that TERM names could not be drawn on, without touching it: nil if it could.
///
/// For a program that is not going to draw, as its output is no terminal or nobody is there to
/// type, and still is to say that TERM is wrong.
public func terminalProblem(environment: [String: String]) -> TerminalError? {
  let name = environment["TERM"] ?? ""
  guard !name.isEmpty else { return .unknownTerminal(name) }
  switch cn_terminal_fault(name, STDOUT_FILENO) {
  case 0: return nil
  case 1: return .unknownTerminal(name)
  default: return .noCursorAddressing(name)
  }
}
