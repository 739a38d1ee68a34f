import Foundation
import Testing

/// The tutor in a real terminal, keys pressed and the screen read.
@Suite(
  "In a terminal",
  .enabled(if: Tmux.isInstalled, "tmux is not installed; scripts/test installs it where it can"))
struct TerminalTests {
  /// Starts the tutor and waits for its key row, which stands in every screen.
  func start(_ terminal: Tmux, _ arguments: String = "") throws {
    try terminal.command("clear; \"$tutor\" \(arguments)")
    terminal.waitFor("q:quit")
  }

  func quit(_ terminal: Tmux) throws {
    try terminal.press("q")
    terminal.waitUntil("the shell's prompt") {
      $0.hasSuffix(Tmux.prompt) || lastLine($0) == "ready$"
    }
  }

  func lastLine(_ screen: String) -> String {
    screen.split(separator: "\n").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
  }

  @Test(
    "the shell gets its terminal back as it was, and the line that goes on",
    arguments: [(80, 24), (120, 40), (60, 18)])
  func givesTheTerminalBack(columns: Int, rows: Int) throws {
    let terminal = try Tmux(Tutor(), columns: columns, rows: rows)
    let before = try terminal.answer(to: "stty -g")
    try start(terminal)
    #expect(try terminal.state("alternate_on") == "1")
    #expect(try terminal.state("cursor_flag") == "0")
    for line in terminal.lines { #expect(line.count <= columns) }
    try terminal.press("n")
    terminal.waitFor("step 2 of")
    try quit(terminal)
    let closing = terminal.screen.replacingOccurrences(of: "\n", with: "")
    #expect(closing.contains("Go on with: softmax-tutor"))
    #expect(try terminal.state("alternate_on") == "0")
    #expect(try terminal.state("cursor_flag") == "1")
    #expect(try terminal.answer(to: "stty -g") == before)
  }

  @Test("started again it is where it was, and says so")
  func resumes() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal)
    try terminal.press("]")
    terminal.waitUntil("lesson 2") { $0.hasPrefix(" 2  ") }
    try terminal.press("n", "n", "Right", "e", "Up", "Up", "Up")
    terminal.waitForScores("2.3", "1", "0")
    let left = terminal.lines
    try quit(terminal)
    try start(terminal)
    let shown = terminal.waitFor("Resumed")
    terminal.waitForScores("2.3", "1", "0")
    #expect(shown.contains("step 3 of"))
    // The same beat of the step.
    #expect(Array(terminal.lines.dropLast(6)) == Array(left.dropLast(6)))
  }

  @Test("a score is typed, nudged, undone and reset, and every number follows")
  func edits() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal, "softmax")
    terminal.waitFor("0.6652")
    try terminal.press("e")
    terminal.waitFor("EDIT")
    try terminal.type("1000")
    try terminal.press("Tab")
    try terminal.type("1001")
    try terminal.press("Tab")
    try terminal.type("1002")
    try terminal.press("Enter")
    // Only differences count: 0, 1, 2 and 1000, 1001, 1002 have the same softmax.
    terminal.waitForScores("1000", "1001", "1002")
    for digits in ["0.0900", "0.2447", "0.6652"] { terminal.waitFor(digits) }
    try terminal.press("Up")
    terminal.waitFor("1002.1")
    try terminal.press("u")
    terminal.waitUntil("the score before") { !$0.contains("1002.1") && $0.contains("1002") }
    try terminal.press("r")
    terminal.waitForScores("2", "1", "0")
    try terminal.press("u")
    terminal.waitFor("1002")
  }

  @Test(
    "what is no number is refused in place, with a reason and the text kept",
    arguments: ["1e999", "--3", "1x"])
  func refusesInPlace(text: String) throws {
    let terminal = try Tmux(Tutor())
    try start(terminal, "softmax")
    try terminal.press("e")
    terminal.waitFor("EDIT")
    try terminal.press("Enter")
    try terminal.type(text)
    try terminal.press("Enter")
    let shown = terminal.waitFor("“\(text)”")
    #expect(shown.contains("0.2447"), "the numbers are as they were")
    try terminal.press("Escape")
    terminal.waitUntil("the reason is gone") { !$0.contains("“\(text)”") }
    terminal.waitForScores("2", "1", "0")
  }

  @Test("classes are added up to 12 and deleted down to 2, and then refused")
  func classes() throws {
    let terminal = try Tmux(Tutor(), columns: 120, rows: 40)
    try start(terminal, "softmax")
    try terminal.press("e")
    terminal.waitFor("EDIT")
    for _ in 0..<10 { try terminal.press("a") }
    terminal.waitFor("at most 12 classes")
    for _ in 0..<11 { try terminal.press("x") }
    terminal.waitFor("at least 2 classes")
  }

  @Test("every step of every lesson can be walked to with one key")
  func walksTheCourse() throws {
    let tutor = try Tutor()
    let lessons = try tutor.run(["list"]).output.split(separator: "\n")
    let terminal = try Tmux(tutor)
    try start(terminal, String(lessons[0].split(separator: " ")[1]))
    for (index, line) in lessons.enumerated() {
      let words = line.split { " ,".contains($0) }
      let steps = try #require(words.firstIndex(of: "steps").flatMap { Int(words[$0 - 1]) })
      for step in 1...steps {
        terminal.waitUntil("lesson \(index + 1), step \(step)") { screen in
          screen.hasPrefix(" \(index + 1)  ") && screen.contains("step \(step) of \(steps)")
        }
        try terminal.press("n")
      }
    }
    terminal.waitFor("You have seen all")
  }

  @Test("a paste is text, never commands")
  func paste() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal, "softmax")
    try terminal.press("e")
    terminal.waitFor("EDIT")
    try terminal.paste("3.25")
    try terminal.press("Enter")
    terminal.waitForScores("3.25", "1", "0")
    try terminal.press("Escape")
    try terminal.paste("q]n")
    terminal.waitForScores("3.25", "1", "0")
    #expect(terminal.screen.contains("step 1 of"))
  }

  @Test("at any size it shows what fits, and nothing is lost on the way")
  func resizes() throws {
    let terminal = try Tmux(Tutor())
    try start(terminal, "softmax:2 --logits 3,2,1")
    for (columns, rows) in [(120, 40), (20, 5), (2, 2), (60, 18)] {
      try terminal.resize(columns: columns, rows: rows)
      terminal.waitUntil("a screen of \(columns)×\(rows)") { screen in
        screen.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy {
          $0.count <= columns
        }
      }
    }
    try terminal.resize(columns: 80, rows: 24)
    let shown = terminal.waitForScores("3", "2", "1")
    #expect(shown.contains("step 2 of"))
    try quit(terminal)
  }

  @Test("no locale at all draws Unicode, --ascii and another encoding draw none of it")
  func glyphs() throws {
    let unicode = try Tmux(Tutor(["LANG": "", "LC_ALL": ""]))
    try start(unicode, "softmax")
    #expect(unicode.waitFor("─").contains("█"))
    let ascii = try Tmux(Tutor())
    try start(ascii, "softmax --ascii")
    #expect(ascii.screen.filter { !$0.isASCII } == "")
  }
}
