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

  @Test(
    "a signal ends it with the terminal given back, everything saved, and the status it names",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func signals(number: Int32) throws {
    let terminal = try Tmux(Tutor())
    let before = try terminal.answer(to: "stty -g")
    try start(terminal, "softmax:2")
    try terminal.press("e", "Up")
    terminal.waitFor("2.1")
    #expect(kill(try terminal.program(), number) == 0)
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
    try terminal.press("n")
    terminal.waitFor("step 3 of")
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

  @Test("waiting for a key it uses no processor time and is never woken")
  func idle() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal)
    let process = try terminal.program()
    // 25 glances in a row, 20 ms apart, that find it as it was: a program that wakes three times a
    // second never gets there, however little it does.
    var (last, same) = (Processes.activity(of: process), 0)
    let isStill = try eventually {
      let now = try #require(Processes.activity(of: process))
      same = now == last ? same + 1 : 0
      last = now
      return same == 25
    }
    #expect(isStill, "\(String(describing: last))")
  }

  @Test(
    "a terminal that can't be drawn on is named, and the course goes on in plain text",
    arguments: ["dumb", "nonsense", ""])
  func plainTerminal(term: String) throws {
    let terminal = try Tmux(Tutor(), term: term)
    try terminal.command("clear; \"$tutor\"")
    let shown = terminal.waitFor("softmax 1/")
    #expect(!shown.contains("q:quit"))
    try terminal.say("n")
    terminal.waitFor("softmax 2/")
    try terminal.say("z 3 2 1")
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
    try terminal.press("n")
    terminal.waitFor("step 2 of")
    try terminal.press("q")
    terminal.waitFor("Not saved")
    #expect(!FileManager.default.fileExists(atPath: terminal.tutor.stateFolder))
  }
}
