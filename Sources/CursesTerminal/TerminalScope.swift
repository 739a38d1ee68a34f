import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs `body` with the screen in curses mode, and gives the shell back on every way out.
///
/// - Parameter environment: what says TERM, ESCDELAY, NO_COLOR and COLORFGBG.
/// - Parameter input: the descriptor keys come from; standard input is 0.
/// - Parameter output: the descriptor to draw on; standard output is 1.
/// - Throws: ``TerminalError`` before anything was drawn; whatever `body` throws, after the
///   terminal was given back.
public func withTerminal<Value>(
  _ options: TerminalOptions, environment: [String: String], input: Int32 = 0,
  output: Int32 = 1, _ body: (Terminal) throws -> Value
) throws -> Value {
  guard isatty(input) == 1, isatty(output) == 1 else { throw TerminalError.notATerminal }
  let name = environment["TERM"] ?? ""
  if let problem = terminalProblem(environment: environment) { throw problem }
  var modes = termios()
  tcgetattr(input, &modes)
  // Files of their own: what the program prints before and after has its own buffer.
  guard let reading = fdopen(dup(input), "r") else { throw TerminalError.notATerminal }
  defer { fclose(reading) }
  guard let writing = fdopen(dup(output), "w") else { throw TerminalError.notATerminal }
  defer { fclose(writing) }
  fflush(nil)
  let previous = Signals.dispositions()
  guard let screen = newterm(name, writing, reading) else {
    throw TerminalError.unknownTerminal(name)
  }
  let signalPipe = Signals.install(
    saved: modes, input: input, output: output, reset: Output.resetBytes(term: name))
  let terminal = Terminal(
    options: options, environment: environment, input: input, output: Output(descriptor: output),
    drawing: fileno(writing), signalPipe: signalPipe)
  defer {
    terminal.leave()
    endwin()
    delscreen(screen)
    Signals.remove(readEnd: signalPipe, previous: previous)
  }
  return try body(terminal)
}

/// Chooses the locale that ncurses encodes with: the environment's, or C.UTF-8 when that is unset
/// or plain C. Characters alone are the locale's: numbers have a point in all of them. Call before ``withTerminal(_:environment:input:output:_:)``.
///
/// - Returns: the codeset, `UTF-8` where wide characters can be drawn.
public func prepareLocale() -> String {
  setlocale(LC_CTYPE, "")
  let plain = ["ANSI_X3.4-1968", "US-ASCII", "646", ""]
  if plain.contains(currentCodeset()) {
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      break
    }
  }
  return currentCodeset()
}

func currentCodeset() -> String {
  nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
}
