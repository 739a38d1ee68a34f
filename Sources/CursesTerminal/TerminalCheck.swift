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
  guard !name.isEmpty, let nowhere = fopen("/dev/null", "r+") else {
    return .unknownTerminal(name)
  }
  defer { fclose(nowhere) }
  guard let screen = newterm(name, nowhere, nowhere) else { return .unknownTerminal(name) }
  defer { delscreen(screen) }
  let hasAddressing = cn_has_capability("cup")
  endwin()
  return hasAddressing ? nil : .noCursorAddressing(name)
}
