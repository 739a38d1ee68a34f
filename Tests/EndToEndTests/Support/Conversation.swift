import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The tutor in plain text, and the test as the one who talks to it, line by line.
final class Conversation {
  private let tutor: Tutor
  private let process: pid_t
  private let input: Int32
  private let output: String
  private var hasEnded = false

  init(_ tutor: Tutor, _ arguments: [String] = ["--plain"]) throws {
    self.tutor = tutor
    let pipe = tutor.home.file("pipe-" + UUID().uuidString)
    output = tutor.home.file("said-" + UUID().uuidString)
    try #require(mkfifo(pipe, 0o600) == 0)
    // For reading and writing, so that nobody waits for the other end to be opened; not for the
    // programs of other tests, or the tutor would never see the end.
    input = open(pipe, O_RDWR | O_CLOEXEC)
    try #require(input >= 0)
    process = try Spawn(
      program: Tutor.binary, arguments: arguments, environment: tutor.pinned,
      folder: tutor.home.path, input: pipe, output: output, errors: output
    ).start()
  }

  deinit { if !hasEnded { _ = end() } }

  var said: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

  func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// Waits until the tutor has said this.
  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if !eventually({ said.contains(text) }) {
      Issue.record("waited in vain for “\(text)” in:\n\(said)", sourceLocation: sourceLocation)
    }
  }

  /// Leaves the tutor without another line.
  ///
  /// - Returns: its exit status.
  func end() -> Int32 {
    close(input)
    hasEnded = true
    return Spawn.status(of: process)
  }
}
