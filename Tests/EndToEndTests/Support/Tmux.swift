import Foundation
import Testing

/// A real terminal: a tmux server of its own with one window, in which a shell runs.
final class Tmux {
  static let isInstalled = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) }

  /// What the shell writes when it waits for a command.
  static let prompt = "ready$ "

  let tutor: Tutor
  private let socket: String

  /// - Parameter term: TERM for the shell, over the one that tmux gives.
  init(_ tutor: Tutor, columns: Int = 80, rows: Int = 24, term: String? = nil) throws {
    self.tutor = tutor
    socket = tutor.home.file("tmux")
    var variables = tutor.pinned.filter { !["LINES", "COLUMNS", "TERM"].contains($0.key) }
    variables["PS1"] = Self.prompt
    variables["tutor"] = Tutor.binary
    if let term { variables["TERM"] = term } else { variables["TERM"] = "tmux-256color" }
    let settings = variables.map { "\($0.key)=\($0.value)" }
    try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows), "env",
        "-i",
      ]
        + settings + ["bash", "--norc", "--noprofile"])
    try tmux(["set-option", "-g", "escape-time", "0"])
    waitFor(Self.prompt.trimmingCharacters(in: .whitespaces))
  }

  deinit {
    // A tutor that was running saves when its terminal hangs up; the folder goes after that.
    let running = (try? shell()).map { Processes.family(of: $0) } ?? []
    _ = try? tmux(["kill-server"])
    eventually { !running.contains(where: Processes.isAlive) }
  }

  /// The shell of the window.
  func shell() throws -> pid_t { try #require(pid_t(try state("pane_pid"))) }

  /// The process that the shell has started last, once it has.
  func program() throws -> pid_t {
    let shell = try shell()
    eventually { !Processes.children(of: shell).isEmpty }
    return try #require(Processes.children(of: shell).last)
  }

  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    let answer = tutor.home.file("tmux-" + UUID().uuidString)
    try Spawn(
      program: "tmux", arguments: ["-u", "-S", socket] + arguments,
      environment: [
        "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin", "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
      ], output: answer
    ).run()
    defer { unlink(answer) }
    return try String(contentsOfFile: answer, encoding: .utf8)
  }

  /// Keys by tmux's names: `Right`, `Enter`, `C-c`, `e`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Text as it would be typed.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// A command for the shell.
  func command(_ line: String) throws { try say(line) }

  /// A line for the program that is running.
  func say(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func paste(_ text: String) throws {
    try tmux(["set-buffer", "-b", "clip", text])
    try tmux(["paste-buffer", "-p", "-b", "clip"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", String(columns), "-y", String(rows)])
  }

  var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }
  var lines: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// `cursor_flag`, `alternate_on` and their like.
  func state(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  /// Waits until the screen shows `text`; else the test fails and shows the screen.
  @discardableResult
  func waitFor(
    _ text: String, seconds: Double = 15, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    waitUntil("“\(text)” on the screen", seconds: seconds, sourceLocation: sourceLocation) {
      $0.contains(text)
    }
  }

  @discardableResult
  func waitUntil(
    _ what: String, seconds: Double = 15, sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: (String) -> Bool
  ) -> String {
    var shown = ""
    let came = eventually(within: seconds) {
      shown = screen
      return holds(shown)
    }
    if !came {
      Issue.record(
        "waited in vain for \(what); the screen:\n\(shown)", sourceLocation: sourceLocation)
    }
    return shown
  }

  /// Waits until the strip of numbers has these scores, as it writes them.
  @discardableResult
  func waitForScores(
    _ scores: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    waitUntil("the scores \(scores)", sourceLocation: sourceLocation) { screen in
      screen.split(separator: "\n").contains { line in
        let words = line.split(separator: " ").map(String.init)
        guard let start = words.firstIndex(of: "z"), start <= 1 else { return false }
        return words.dropFirst(start + 1).prefix(scores.count).elementsEqual(scores)
      }
    }
  }

  /// Runs a command in the shell and gives what it printed, between two marks.
  func answer(to line: String) throws -> String {
    let mark = "m" + UUID().uuidString.prefix(6)
    try command("clear; echo \(mark)[$(\(line))]\(mark)")
    // The shell echoes the command with `$(` between the marks; the answer has none.
    let shown = waitUntil("the answer to \(line)") {
      $0.components(separatedBy: "]" + mark).count > 2
        || ($0.contains("]" + mark) && !$0.contains("$(\(line))"))
    }
    let joined = shown.replacingOccurrences(of: "\n", with: "")
    guard let start = joined.range(of: mark + "[", options: .backwards),
      let end = joined.range(of: "]" + mark, options: .backwards),
      start.upperBound <= end.lowerBound
    else { return joined }
    return String(joined[start.upperBound..<end.lowerBound])
  }
}
