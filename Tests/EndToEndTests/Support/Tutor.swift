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
    ].merging(environment) { $1 }
  }

  func run(_ arguments: [String], input: Input = .nothing) throws -> Outcome {
    let process = Process()
    process.environment = pinned
    process.currentDirectoryURL = URL(filePath: home.path)
    if case .closed = input {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "exec \"$0\" \"$@\" <&-", Self.binary] + arguments
    } else {
      process.executableURL = URL(filePath: Self.binary)
      process.arguments = arguments
    }
    return try finish(process, input)
  }

  /// Runs a line of shell, in which `$tutor` is the program.
  func shell(_ line: String) throws -> Outcome {
    let process = Process()
    process.environment = pinned.merging(["tutor": Self.binary]) { $1 }
    process.currentDirectoryURL = URL(filePath: home.path)
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    return try finish(process, .nothing)
  }

  /// Output goes to files: however much there is, no pipe fills up while nobody reads it.
  private func finish(_ process: Process, _ input: Input) throws -> Outcome {
    let name = UUID().uuidString
    let (output, errors) = (home.file("out-\(name)"), home.file("err-\(name)"))
    for file in [output, errors] {
      FileManager.default.createFile(atPath: file, contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    if case .text(let text) = input {
      let file = try home.write(text, to: "in-\(name)")
      process.standardInput = FileHandle(forReadingAtPath: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
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
