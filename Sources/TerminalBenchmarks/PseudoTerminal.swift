#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program on a pseudo-terminal of its own.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// POSIX_SPAWN_SETSID, which the C library shows only to those who ask for GNU's extensions.
  #if canImport(Glibc)
    private static let newSession: Int16 = 0x80
  #else
    private static let newSession = Int16(POSIX_SPAWN_SETSID)
  #endif

  let process: pid_t
  private let master: Int32
  private var hasEnded = false

  /// - Parameter program: its path; `words` are its arguments.
  init(
    _ program: String, _ words: [String], environment: [String: String], columns: Int, rows: Int
  ) throws {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    close(slave)
    self.master = master
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    // The first terminal that the leader of a session opens is the one it is controlled by.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)
    var arguments = ([program] + words).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, &arguments, &variables)
    guard code == 0 else {
      throw Failure(description: "can't start \(program): \(String(cString: strerror(code)))")
    }
    process = child
  }

  /// What the program writes within a time.
  ///
  /// - Parameter patience: milliseconds.
  /// - Returns: nil if nothing came; empty at the end.
  func read(patience: Int) -> ArraySlice<UInt8>? {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(patience)) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Self.read(master, &bytes)
    return bytes.prefix(max(0, count))
  }

  private static func read(_ descriptor: Int32, _ bytes: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, &bytes, bytes.count)
    #else
      Darwin.read(descriptor, &bytes, bytes.count)
    #endif
  }

  func write(_ bytes: [UInt8]) {
    #if canImport(Glibc)
      _ = Glibc.write(master, bytes, bytes.count)
    #else
      _ = Darwin.write(master, bytes, bytes.count)
    #endif
  }

  /// Waits for the end, and makes one after two seconds.
  func finish() {
    guard !hasEnded else { return }
    hasEnded = true
    var status: Int32 = 0
    for _ in 0..<200 {
      // A program that still has something to say must be able to.
      _ = read(patience: 10)
      if waitpid(process, &status, WNOHANG) != 0 {
        close(master)
        return
      }
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    close(master)
  }

  deinit { finish() }
}
