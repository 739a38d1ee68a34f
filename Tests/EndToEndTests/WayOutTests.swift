import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals, stops and terminals that can't be drawn on.
@Suite(
  "Ways out and ways around",
  .enabled(if: Tmux.isInstalled, "tmux is not installed; scripts/test installs it where it can"))
struct WayOutTests {
  func start(_ terminal: Tmux, _ arguments: String = "") throws {
    try terminal.command("clear; \"$tutor\" \(arguments); echo status=$?")
    terminal.waitFor("q:quit")
  }

  /// The process that the shell of the terminal has started.
  func child(of terminal: Tmux) throws -> pid_t {
    let shell = try terminal.state("pane_pid")
    let answer = terminal.tutor.home.file("children")
    try Spawn(program: "/usr/bin/pgrep", arguments: ["-P", shell], output: answer).run()
    let text = try String(contentsOfFile: answer, encoding: .utf8)
    return try #require(text.split(separator: "\n").last.flatMap { pid_t($0) })
  }

  @Test(
    "a signal ends it with the terminal given back, everything saved, and the status it names",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func signals(number: Int32) throws {
    let terminal = try Tmux(Tutor())
    let before = try terminal.answer(to: "stty -g")
    try start(terminal, "softmax:2")
    try terminal.press("e", "Up")
    terminal.waitFor("2.1")
    #expect(kill(try child(of: terminal), number) == 0)
    terminal.waitFor("Go on with: softmax-tutor")
    // SIGINT also ends the shell's line, as it should: the program died of it.
    if number != SIGINT { terminal.waitFor("status=\(128 + number)") }
    #expect(try terminal.state("alternate_on") == "0")
    #expect(try terminal.state("cursor_flag") == "1")
    #expect(try terminal.answer(to: "stty -g") == before)
    let example = try terminal.tutor.progress()["example"] as? [String: Any]
    #expect((example?["logits"] as? [Double])?.first == 2.1)
  }

  @Test("Ctrl-Z gives the shell its terminal, fg takes it back")
  func suspends() throws {
    let terminal = try Tmux(Tutor())
    let before = try terminal.answer(to: "stty -g")
    try start(terminal, "softmax:2")
    try terminal.press("C-z")
    terminal.waitFor("Stopped")
    #expect(try terminal.state("cursor_flag") == "1")
    #expect(try terminal.answer(to: "stty -g") == before)
    try terminal.command("fg")
    terminal.waitFor("q:quit")
    try terminal.press("Right")
    terminal.waitFor("step 3/")
    try terminal.press("q")
    terminal.waitFor("Go on with")
    #expect(try terminal.answer(to: "stty -g") == before)
  }

  @Test("Ctrl-C leaves as q does")
  func controlC() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal)
    try terminal.press("C-c")
    terminal.waitFor("status=0")
    #expect(terminal.screen.contains("Saved:"))
  }

  @Test("waiting for a key it uses no processor time")
  func idle() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal)
    let process = try child(of: terminal)
    let used = { () throws -> Double in
      // utime and stime, fields 14 and 15, in hundredths of a second.
      let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      let fields = text.components(separatedBy: ") ").last?.split(separator: " ") ?? []
      return fields.count > 12 ? (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0) : 0
    }
    guard FileManager.default.fileExists(atPath: "/proc/\(process)/stat") else { return }
    Thread.sleep(forTimeInterval: 0.5)
    let before = try used()
    Thread.sleep(forTimeInterval: 1)
    #expect(try used() - before <= 1)
  }

  @Test(
    "a terminal that can't be drawn on is named, and the course goes on in plain text",
    arguments: ["dumb", "nonsense", ""])
  func plainTerminal(term: String) throws {
    let terminal = try Tmux(Tutor(), term: term)
    try terminal.command("clear; \"$tutor\"")
    let shown = terminal.waitFor("softmax 1/")
    #expect(!shown.contains("q:quit"))
    try terminal.command("n")
    terminal.waitFor("softmax 2/")
    try terminal.command("z 3 2 1")
    terminal.waitFor("z = 3.0000, 2.0000, 1.0000")
    try terminal.press("C-d")
    terminal.waitFor("Saved:")
    #expect(try terminal.tutor.progress()["lesson"] as? String == "softmax")
  }

  @Test("with nobody on standard input it prints the lesson and is done")
  func nobodyThere() throws {
    let terminal = try Tmux(Tutor(), columns: 80, rows: 200)
    try terminal.command("clear; \"$tutor\" < /dev/null; echo status=$?")
    let shown = terminal.waitFor("status=0")
    #expect(shown.contains("1  "))
    #expect(!FileManager.default.fileExists(atPath: terminal.tutor.stateFolder))
  }

  @Test("with --no-save nothing is written")
  func noSave() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal, "--no-save")
    try terminal.press("Right")
    terminal.waitFor("step 2/")
    try terminal.press("q")
    terminal.waitFor("Not saved")
    #expect(!FileManager.default.fileExists(atPath: terminal.tutor.stateFolder))
  }
}
