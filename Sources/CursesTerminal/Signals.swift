#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals a full-screen program answers to.
///
/// SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP and SIGCONT only write their number to a pipe: curses
/// is not async-signal-safe, so the loop reads the pipe and acts. Signals after which no loop
/// comes (SIGQUIT, a Swift trap) write saved bytes and restore the terminal's modes, both
/// async-signal-safe, and are raised again.
enum Signals {
  static let polite = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]
  static let fatal = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSEGV, SIGBUS]

  /// Opens the pipe and installs the handlers; returns the end to read.
  static func install(saved modes: termios) -> Int32 {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    signalPipe = ends[1]
    savedModes.initialize(to: modes)
    for (index, byte) in resetText.utf8.enumerated() { resetBytes[index] = byte }
    for signal in polite { handle(signal, with: forward) }
    for signal in fatal { handle(signal, with: restoreAndRaise, flags: Int32(SA_RESETHAND)) }
    return ends[0]
  }

  static func remove(readEnd: Int32) {
    for number in polite + fatal { handle(number, with: SIG_DFL) }
    close(readEnd)
    close(signalPipe)
    signalPipe = -1
  }

  /// Stops this process and its group as the shell's Ctrl-Z does, and returns after `fg`.
  static func stop() {
    handle(SIGTSTP, with: SIG_DFL)
    kill(0, SIGTSTP)
    handle(SIGTSTP, with: forward)
  }

  private static func handle(
    _ number: Int32, with handler: (@convention(c) (Int32) -> Void)?, flags: Int32 = 0
  ) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    action.sa_flags = flags
    sigaction(number, &action, nil)
  }
}

/// Leave the alternate screen, show the cursor, plain attributes, no paste or mouse reports.
private let resetText =
  "\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l\u{1B}[0m\u{1B}[?1049l\u{1B}[?25h\r\n"

// A handler may only touch what exists already: these are filled before it is installed.
nonisolated(unsafe) private var signalPipe: Int32 = -1
nonisolated(unsafe) private let savedModes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
nonisolated(unsafe) private let resetBytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)

private func forward(_ number: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(signalPipe, &byte, 1)
  errno = saved
}

private func restoreAndRaise(_ number: Int32) {
  _ = write(STDOUT_FILENO, resetBytes, resetText.utf8.count)
  tcsetattr(STDIN_FILENO, TCSANOW, savedModes)
  raise(number)
}
