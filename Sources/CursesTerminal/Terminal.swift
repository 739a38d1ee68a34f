import CNCurses
public import TextGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The screen, while it is in curses mode. Only ``withTerminal(_:environment:input:output:_:)``
/// makes one.
public final class Terminal {
  private let keys = Input()
  private let painter: Painter
  private let frames: WholeFrames
  private var probe: WidthProbe
  private let input: Int32
  private let output: Output
  private let signalPipe: Int32
  private let escapeDelay: Int32
  /// Private modes switched on at entry and off at the end: pastes, and the mouse if wanted.
  private let modes: [Int]
  private let takesClipboard: Bool

  /// - Parameter drawing: the descriptor that ncurses writes to.
  init(
    options: TerminalOptions, environment: [String: String], input: Int32, output: Output,
    drawing: Int32, signalPipe: Int32
  ) {
    let name = environment["TERM"] ?? ""
    self.input = input
    self.output = output
    frames = WholeFrames(descriptor: drawing, output: output)
    self.signalPipe = signalPipe
    escapeDelay = environment["ESCDELAY"].flatMap { Int32($0) }.map { max(0, $0) } ?? 25
    takesClipboard = TerminalName.hasXtermReports(name)
    modes = Self.privateModes(options: options, term: name)
    raw()
    cn_keep_quit_key(input)
    noecho()
    nonl()
    curs_set(0)
    if has_colors() {
      start_color()
      use_default_colors()
    }
    painter = Painter(
      theme: Theme.choose(
        options: options, colors: has_colors() ? Int(cn_colors()) : 0, environment: environment),
      tier: isUTF8(currentCodeset()) ? options.tier : .ascii)
    probe = WidthProbe(isWanted: options.probesWidth && painter.tier == .unicode, term: name)
    keys.start()
    enter()
  }

  public var size: Size {
    Size(columns: Int(cn_columns()), rows: Int(cn_rows()))
  }

  /// Shows a canvas; only cells that differ from the last one are sent. The hardware cursor goes
  /// where the canvas wants it, and is hidden if nowhere.
  public func paint(_ canvas: Canvas) {
    frames.draw { painter.paint(canvas) }
    probe.sendOnce(rows: size.rows, to: output)
  }

  /// Waits for the next event; with `timeout` 0, nil when nothing is waiting.
  ///
  /// - Parameter timeout: milliseconds; nil waits for ever, without using the processor.
  public func nextEvent(timeout: Int32? = nil) -> TerminalEvent? {
    let deadline = timeout.map { ContinuousClock.now.advanced(by: .milliseconds(Int($0))) }
    while true {
      if let signal = Signals.next(from: signalPipe) { return event(of: signal) }
      if let reading = keys.next() {
        if let event = event(of: reading) { return event }
        continue
      }
      let left = deadline.map { max(0, milliseconds(until: $0)) }
      let patience = keys.patience(escapeDelay: escapeDelay)
      let wait = [left, patience].compactMap { $0 }.min() ?? -1
      let unitsBefore = keys.unitsRead
      let (isReadable, isGone, isQuiet) = poll(milliseconds: wait)
      if isQuiet, let patience, left.map({ patience <= $0 }) ?? true {
        keys.runOut()
      } else if isQuiet, left != nil {
        return nil
      }
      if isReadable || isGone {
        // Readable without anything to read is the end; so is a terminal that hung up.
        if let reading = keys.next() {
          if let event = event(of: reading) { return event }
        } else if isGone || (keys.unitsRead == unitsBefore && cn_waiting(input) == 0) {
          return .ended(signal: nil)
        }
      }
    }
  }

  private func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = (deadline - ContinuousClock.now).components
    return Int32(
      clamping: left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999)
        / 1_000_000_000_000_000)
  }

  private func poll(milliseconds: Int32) -> (isReadable: Bool, isGone: Bool, isQuiet: Bool) {
    var waiting = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalPipe, events: Int16(POLLIN), revents: 0),
    ]
    let count = Self.poll(&waiting, milliseconds)
    let gone = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
    return (
      waiting[0].revents & Int16(POLLIN) != 0, waiting[0].revents & gone != 0, count == 0
    )
  }

  private static func poll(_ waiting: inout [pollfd], _ milliseconds: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.poll(&waiting, nfds_t(waiting.count), milliseconds)
    #else
      Darwin.poll(&waiting, nfds_t(waiting.count), milliseconds)
    #endif
  }

  private func event(of reading: KeyDecoder.Reading) -> TerminalEvent? {
    switch reading {
    case .key(let key): return .key(key)
    case .cursorReport(let row, let column):
      guard let width = probe.answer(row: row, column: column) else { return nil }
      if width == 2 { painter.tier = .ascii }
      return .ambiguousWidth(width)
    }
  }

  private func event(of signal: Int32) -> TerminalEvent {
    switch signal {
    case SIGWINCH:
      adoptSize()
      return .resized(size)
    case SIGTSTP:
      suspend()
      return .resumed
    case SIGCONT:
      // After `kill -STOP` and `fg` the shell's modes may be on.
      reset_prog_mode()
      enter()
      adoptSize()
      return .resumed
    default: return .ended(signal: signal)
    }
  }

  /// Gives the terminal back, stops until `fg`, and takes it again. Paint after it.
  public func suspend() {
    leave()
    endwin()
    Signals.stop()
    reset_prog_mode()
    enter()
    adoptSize()
  }

  /// Asks the terminal to put text on its clipboard (OSC 52). No terminal says whether it did.
  ///
  /// - Returns: false if this kind of terminal is not asked.
  public func writeClipboard(_ text: String) -> Bool {
    guard takesClipboard else { return false }
    output.send("\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}")
    return true
  }

  /// Takes the terminal's size over, and draws everything again.
  private func adoptSize() {
    var window = winsize()
    if cn_window_size(output.descriptor, &window) == 0, window.ws_row > 0, window.ws_col > 0 {
      resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    }
    painter.forget()
    frames.drawNextDirectly()
  }

  private static func privateModes(options: TerminalOptions, term: String) -> [Int] {
    guard TerminalName.hasXtermReports(term) else { return [] }
    return options.usesMouse ? [2004, 1000, 1006] : [2004]
  }

  private func enter() {
    output.send(modes.map { "\u{1B}[?\($0)h" }.joined())
  }

  /// Switches off what ``enter()`` switched on, and takes a late answer to the probe out of the
  /// shell's way.
  func leave() {
    output.send(modes.reversed().map { "\u{1B}[?\($0)l" }.joined())
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(100))
    while probe.isWaiting, milliseconds(until: deadline) > 0 {
      if let reading = keys.next() {
        _ = event(of: reading)
      } else {
        let (_, isGone, isQuiet) = poll(milliseconds: milliseconds(until: deadline))
        if isGone || isQuiet { return }
      }
    }
  }
}
