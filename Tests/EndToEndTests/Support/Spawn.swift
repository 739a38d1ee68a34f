import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process run to its end, its three streams on files.
///
/// Foundation's `Process` waits for descriptors that the child has inherited, and a tmux server
/// keeps those for as long as it lives; files and `waitpid` wait for the child alone.
struct Spawn {
  var program: String
  var arguments: [String] = []
  var environment: [String: String] = [:]
  var folder = "/"
  /// nil closes standard input.
  var input: String? = "/dev/null"
  var output = "/dev/null"
  var errors = "/dev/null"

  struct Failure: Error { var code: Int32 }

  /// - Returns: the exit status, 128 + n if a signal ended it.
  @discardableResult
  func run() throws -> Int32 { Self.status(of: try start()) }

  /// Waits for a process that ``start()`` has started.
  static func status(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Starts it and doesn't wait: ``status(of:)`` must be asked once.
  func start() throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    } else {
      posix_spawn_file_actions_addclose(&actions, 0)
    }
    for (descriptor, file) in [(1 as Int32, output), (2, errors)] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    // `posix_spawn` has no portable way to change the folder.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    var words = (shell + [program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    // A test's thread blocks signals; the program is to have what a shell gives it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    let code = posix_spawn(&child, shell[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure(code: code) }
    return child
  }
}
