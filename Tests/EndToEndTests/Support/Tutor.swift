import Foundation

/// The built program, run as a process in a home of its own.
struct Tutor {
  let home: TemporaryFolder
  /// Over what every process test pins.
  var environment: [String: String] = [:]

  init(_ environment: [String: String] = [:]) throws {
    home = try TemporaryFolder()
    self.environment = environment
  }

  enum Input { case nothing, closed, text(String) }

  struct Outcome {
    /// 128 + n where a signal ended it, as a shell has it.
    var status: Int32
    var output: String
    var errors: String
  }

  static let binary: String = {
    let name = "softmax-tutor"
    let environment = ProcessInfo.processInfo.environment
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folders = [own, CommandLine.arguments[0]].map {
      URL(filePath: $0).deletingLastPathComponent().path
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let candidates =
      [environment["SOFTMAX_TUTOR_BINARY"]].compactMap { $0 }
      + folders.map { $0 + "/" + name } + [root + "/.build/debug/" + name]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? name
  }()

  var pinned: [String: String] {
    [
      "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "TZ": "UTC", "LINES": "24", "COLUMNS": "80",
      "SWIFT_BACKTRACE": "interactive=no,color=no",
    ].merging(environment) { $1 }
  }

  func run(_ arguments: [String], input: Input = .nothing) throws -> Outcome {
    try finish(Spawn(program: Self.binary, arguments: arguments, environment: pinned), input)
  }

  /// Runs a line of shell, in which `$tutor` is the program.
  func shell(_ line: String) throws -> Outcome {
    let environment = pinned.merging(["tutor": Self.binary]) { $1 }
    return try finish(
      Spawn(program: "/bin/bash", arguments: ["-c", line], environment: environment), .nothing)
  }

  private func finish(_ spawn: Spawn, _ input: Input) throws -> Outcome {
    var spawn = spawn
    let name = UUID().uuidString
    spawn.folder = home.path
    spawn.output = home.file("out-\(name)")
    spawn.errors = home.file("err-\(name)")
    switch input {
    case .nothing: break
    case .closed: spawn.input = nil
    case .text(let text): spawn.input = try home.write(text, to: "in-\(name)")
    }
    let status = try spawn.run()
    return Outcome(
      status: status, output: try String(contentsOfFile: spawn.output, encoding: .utf8),
      errors: try String(contentsOfFile: spawn.errors, encoding: .utf8))
  }

  // MARK: Its files

  var progressFile: String { home.file(".local/state/softmax-tutor/progress.json") }
  var stateFolder: String { home.file(".local/state/softmax-tutor") }

  func progress() throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: progressFile))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}

/// A folder that is gone when nobody needs it any more.
final class TemporaryFolder {
  let path: String

  init() throws {
    // Short, for a socket's path may have a hundred characters only.
    path = "/tmp/softmax-" + UUID().uuidString.prefix(13)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
    return url.path
  }
}
