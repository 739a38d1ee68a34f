import CNCurses
public import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs `body` with the screen in curses mode, and gives the shell back on every way out.
///
/// - Throws: ``TerminalError`` before anything was drawn; whatever `body` throws, after the
///   terminal was given back.
public func withTerminal<Value>(
  _ options: TerminalOptions, environment: [String: String], _ body: (Terminal) throws -> Value
) throws -> Value {
  let name = environment["TERM"] ?? ""
  var modes = termios()
  tcgetattr(STDIN_FILENO, &modes)
  guard !name.isEmpty, let screen = newterm(name, cn_stdout(), cn_stdin()) else {
    throw TerminalError.unknownTerminal(name)
  }
  guard cn_has_capability("cup") else {
    endwin()
    delscreen(screen)
    throw TerminalError.noCursorAddressing(name)
  }
  let signals = Signals.install(saved: modes)
  let terminal = Terminal(
    options: options, environment: environment, name: name, signalPipe: signals)
  defer {
    terminal.leave()
    endwin()
    delscreen(screen)
    Signals.remove(readEnd: signals)
  }
  return try body(terminal)
}

/// Chooses the locale that ncurses encodes with: the environment's, or C.UTF-8 when that is unset
/// or plain C. Call before ``withTerminal(_:environment:_:)``.
///
/// - Returns: the codeset, `UTF-8` where wide characters can be drawn.
public func prepareLocale() -> String {
  setlocale(LC_ALL, "")
  if currentCodeset() == "ANSI_X3.4-1968" { setlocale(LC_ALL, "C.UTF-8") }
  return currentCodeset()
}

private func currentCodeset() -> String {
  nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
}

/// The screen, while it is in curses mode. Only ``withTerminal(_:environment:_:)`` makes one.
public final class Terminal {
  private let input = Input()
  private let painter: Painter
  private let probe: WidthProbe
  private let signalPipe: Int32
  private let usesMouse: Bool

  fileprivate init(
    options: TerminalOptions, environment: [String: String], name: String, signalPipe: Int32
  ) {
    self.signalPipe = signalPipe
    usesMouse = options.usesMouse
    raw()
    noecho()
    nonl()
    curs_set(0)
    if environment["ESCDELAY"] == nil { set_escdelay(25) }
    start_color()
    use_default_colors()
    let theme = Theme.choose(
      options: options, colors: Int(has_colors() ? cn_colors() : 0), environment: environment)
    painter = Painter(theme: theme)
    probe = WidthProbe(isWanted: options.probesWidth, term: name)
    input.start()
    enter()
  }

  public var size: Size {
    Size(columns: Int(cn_columns()), rows: Int(cn_rows()))
  }

  /// Shows a canvas; only cells that differ from the last one are sent.
  public func paint(_ canvas: Canvas) {
    painter.paint(canvas)
    probe.sendOnce(rows: size.rows)
  }

  /// Waits for the next event; with `timeout` 0, nil when nothing is waiting.
  ///
  /// - Parameter timeout: milliseconds; nil waits for ever, without using the processor.
  public func nextEvent(timeout: Int32? = nil) -> TerminalEvent? {
    while true {
      switch input.next() {
      case .key(let key): return .key(key)
      case .cursorReport(let column):
        if let width = probe.answer(column: column) { return .ambiguousWidth(width) }
        continue
      case .ignored: continue
      case .ended: return .ended(signal: nil)
      case .none: break
      }
      var waiting = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalPipe, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), timeout ?? -1)
      if waiting[1].revents != 0, let event = signalled() { return event }
      if count == 0, timeout != nil { return nil }
      let gone = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
      if waiting[0].revents & gone != 0 { return .ended(signal: nil) }
    }
  }

  private func signalled() -> TerminalEvent? {
    var byte: UInt8 = 0
    guard read(signalPipe, &byte, 1) == 1 else { return nil }
    switch Int32(byte) {
    case SIGWINCH:
      adoptSize()
      return .resized(size)
    case SIGTSTP:
      suspend()
      return .resumed
    case SIGCONT:
      painter.forget()
      return .resumed
    default: return .ended(signal: Int32(byte))
    }
  }

  /// Gives the terminal back, stops until `fg`, and takes it again.
  public func suspend() {
    leave()
    endwin()
    Signals.stop()
    enter()
    adoptSize()
    painter.forget()
  }

  /// Asks the terminal to put text on its clipboard (OSC 52).
  public func writeClipboard(_ text: String) {
    send("\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}")
  }

  private func adoptSize() {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0 else { return }
    resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    painter.forget()
  }

  private func enter() {
    send("\u{1B}[?2004h" + (usesMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : ""))
  }

  fileprivate func leave() {
    send("\u{1B}[?2004l" + (usesMouse ? "\u{1B}[?1006l\u{1B}[?1000l" : ""))
  }
}

/// Writes bytes past ncurses, which has nothing pending at that time.
func send(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    bytes = bytes.dropFirst(count)
  }
}

private func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    bits &= 0xFF_FFFF
    for place in 0..<4 {
      text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
    }
  }
  return text
}
