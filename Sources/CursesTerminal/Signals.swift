import CNCurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals a full-screen program answers to.
///
/// - SIGINT, SIGTERM, SIGHUP: the loop ends, and the program leaves as by `q`
/// - SIGWINCH: the terminal has another size
/// - SIGTSTP, SIGCONT: the terminal is given back before the stop, and taken again after it
/// - SIGQUIT, and SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSEGV, SIGBUS, which a fault in the program
///   raises: no loop comes after them
///
/// The first three groups only write their number to a pipe that the loop polls: curses
/// is not async-signal-safe. The last write bytes prepared before and restore the terminal's modes,
/// both async-signal-safe, and are raised again with their default action. They run on a stack of
/// their own, as the other may be what overflowed.
enum Signals {
  static let polite = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]
  static let fatal = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSEGV, SIGBUS]

  /// What each signal did before.
  typealias Dispositions = [(number: Int32, action: sigaction)]

  /// To be asked before `newterm`, which installs handlers of its own.
  static func dispositions() -> Dispositions {
    (polite + fatal).map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return (number, action)
    }
  }

  /// Opens the pipe and installs the handlers; returns the end to read.
  ///
  /// - Parameter reset: bytes that bring the terminal back to what the shell expects.
  static func install(
    saved modes: termios, input: Int32, output: Int32, reset: [UInt8]
  ) -> Int32 {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    signalPipe = ends[1]
    rescueModes.initialize(to: modes)
    rescueCount = min(reset.count, rescueCapacity)
    for (index, byte) in reset.prefix(rescueCapacity).enumerated() { rescueBytes[index] = byte }
    rescueInput = input
    rescueOutput = output
    var stack = stack_t()
    stack.ss_sp = rescueStack
    stack.ss_size = rescueStackSize
    sigaltstack(&stack, nil)

    let flags = Int32(truncatingIfNeeded: SA_RESETHAND) | Int32(SA_ONSTACK)
    for number in polite { handle(number, with: forward) }
    for number in fatal { handle(number, with: restoreAndRaise, flags: flags) }
    return ends[0]
  }

  static func remove(readEnd: Int32, previous: Dispositions) {
    for (number, action) in previous {
      var action = action
      sigaction(number, &action, nil)
    }
    close(readEnd)
    close(signalPipe)
    signalPipe = -1
  }

  /// The next signal that came, if any.
  static func next(from readEnd: Int32) -> Int32? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
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

private let rescueCapacity = 512
private let rescueStackSize = 65_536

// A handler may only touch what exists already: these are filled before it is installed.
nonisolated(unsafe) private var signalPipe: Int32 = -1
nonisolated(unsafe) private var rescueInput: Int32 = STDIN_FILENO
nonisolated(unsafe) private var rescueOutput: Int32 = STDOUT_FILENO
nonisolated(unsafe) private var rescueCount = 0
nonisolated(unsafe) private let rescueModes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
nonisolated(unsafe) private let rescueBytes =
  UnsafeMutablePointer<UInt8>.allocate(capacity: rescueCapacity)
nonisolated(unsafe) private let rescueStack =
  UnsafeMutableRawPointer.allocate(byteCount: rescueStackSize, alignment: 16)

private func forward(_ number: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(signalPipe, &byte, 1)
  errno = saved
}

private func restoreAndRaise(_ number: Int32) {
  _ = write(rescueOutput, rescueBytes, rescueCount)
  tcsetattr(rescueInput, TCSANOW, rescueModes)
  raise(number)
}
