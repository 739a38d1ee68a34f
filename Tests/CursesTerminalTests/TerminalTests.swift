import CNCurses
import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

extension RealNcurses {
  /// What the terminal gets to see, signals, and the ways in and out.
  @Suite("Terminal on a pseudo-terminal")
  struct TerminalTests {
    @Test("one changed cell costs a few bytes, an unchanged canvas none")
    func smallRepaint() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        var canvas = Canvas(size: screen.size)
        for row in 0..<24 {
          canvas.write(
            "row \(row): ∂pᵢ/∂zⱼ 한국어 " + String(repeating: "─", count: 30), row: row, column: 0)
        }
        screen.paint(canvas)
        #expect(terminal.output().utf8.count > 24 * 30)
        screen.paint(canvas)
        #expect(terminal.output().isEmpty)
        canvas.write("X", row: 12, column: 40, style: Style(.scores))
        screen.paint(canvas)
        let change = terminal.output()
        #expect(change.contains("X") && change.utf8.count <= 40, "\(change.debugDescription)")
      }
    }

    @Test("the hardware cursor is where the canvas wants it, and hidden if nowhere")
    func cursor() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        var canvas = Canvas(size: screen.size)
        screen.paint(canvas)
        #expect(terminal.output().contains("\u{1B}[?25l"))
        canvas.cursor = Position(row: 4, column: 9)
        screen.paint(canvas)
        let shown = terminal.output()
        #expect(
          shown.contains("\u{1B}[5;10H") && shown.contains("\u{1B}[?25h"),
          "\(shown.debugDescription)")
      }
    }

    @Test("the probe is sent once, its answer is an event and never a key", arguments: [2, 3])
    func probe(column: Int) throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal(TerminalOptions(probesWidth: true)) { screen in
        let canvas = Canvas(size: screen.size)
        screen.paint(canvas)
        screen.paint(canvas)
        let sent = terminal.output()
        #expect(sent.components(separatedBy: "\u{1B}[6n").count == 2)
        terminal.type("a\u{1B}[24;\(column)Rb\u{1B}[24;\(column)R")
        #expect(
          screen.events(3) == [
            .key(.character("a")), .ambiguousWidth(column - 1), .key(.character("b")),
          ])
      }
    }

    @Test("a terminal that draws ambiguous characters wide gets no more of them")
    func wideTerminal() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal(TerminalOptions(probesWidth: true)) { screen in
        var canvas = Canvas(size: screen.size)
        screen.paint(canvas)
        terminal.type("\u{1B}[24;3R")
        #expect(screen.nextEvent(timeout: 15_000) == .ambiguousWidth(2))
        _ = terminal.output()
        canvas.write("x − ∂ ─", row: 0, column: 0)
        screen.paint(canvas)
        let sent = terminal.output()
        #expect(sent.contains("x - d -") && sent.allSatisfy(\.isASCII), "\(sent.debugDescription)")
      }
    }

    @Test("terminals that may not answer are not asked", arguments: ["linux", "vt100", "ansi"])
    func noProbe(term: String) throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal(
        TerminalOptions(probesWidth: true), environment: ["TERM": term]
      ) { screen in
        screen.paint(Canvas(size: screen.size))
        let sent = terminal.output()
        #expect(!sent.contains("[6n") && !sent.contains("2004"))
        #expect(!screen.writeClipboard("x"))
      }
    }

    @Test("an answer that comes after the end does not reach the shell")
    func lateAnswer() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal(TerminalOptions(probesWidth: true)) { screen in
        screen.paint(Canvas(size: screen.size))
        terminal.type("\u{1B}[24;2R")
      }
      #expect(cn_waiting(terminal.slave) == 0)
    }

    @Test("the terminal is given back, after a throw too")
    func givenBack() throws {
      struct Failure: Error {}
      let terminal = try Pseudoterminal()
      let before = terminal.modes
      #expect(throws: Failure.self) {
        try terminal.withTerminal(TerminalOptions(usesMouse: true, probesWidth: false)) { screen in
          screen.paint(Canvas(size: screen.size))
          throw Failure()
        }
      }
      let after = terminal.modes
      #expect(before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag)
      #expect(before.c_oflag == after.c_oflag && before.c_cflag == after.c_cflag)
      let sent = terminal.output()
      for (on, off) in [("?1049h", "?1049l"), ("?2004h", "?2004l"), ("?1006h", "?1006l")] {
        #expect(sent.contains(on) && sent.contains(off))
      }
      #expect(sent.contains("\u{1B}[?25h") || sent.contains("\u{1B}[?12l\u{1B}[?25h"))
    }

    @Test("signals do afterwards what they did before", arguments: Signals.polite + Signals.fatal)
    func dispositions(signal: Int32) throws {
      // A handler rather than "ignore", which programs that other suites start would inherit.
      let mine: @convention(c) (Int32) -> Void = { _ in }
      let before = Foundation.signal(signal, mine)
      try Pseudoterminal().withTerminal { _ in }
      let after = Foundation.signal(signal, before)
      #expect(unsafeBitCast(after, to: Int.self) == unsafeBitCast(mine, to: Int.self))
    }

    @Test("a resize is told with the new size")
    func resize() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        #expect(screen.size == Size(columns: 80, rows: 24))
        terminal.resize(columns: 61, rows: 17)
        kill(getpid(), SIGWINCH)
        #expect(screen.events(1) == [.resized(Size(columns: 61, rows: 17))])
        #expect(screen.size == Size(columns: 61, rows: 17))
      }
    }

    @Test("SIGINT, SIGTERM and SIGHUP end the loop", arguments: [SIGINT, SIGTERM, SIGHUP])
    func polite(signal: Int32) throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        kill(getpid(), signal)
        #expect(screen.nextEvent(timeout: 15_000) == .ended(signal: signal))
      }
    }

    @Test("a terminal that hangs up ends the loop")
    func hangUp() throws {
      var ends: (master: Int32, slave: Int32) = (-1, -1)
      try #require(openpty(&ends.master, &ends.slave, nil, nil, nil) == 0)
      defer { close(ends.slave) }
      try withTerminal(
        TerminalOptions(probesWidth: false), environment: ["TERM": "xterm"], input: ends.slave,
        output: ends.slave
      ) { screen in
        close(ends.master)
        #expect(screen.nextEvent(timeout: 15_000) == .ended(signal: nil))
      }
    }

    @Test("a wait that runs out costs no processor time")
    func idle() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        // This thread's own time: other suites work meanwhile.
        func used() -> Double {
          var time = timespec()
          clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
          return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
        let before = used()
        #expect(screen.nextEvent(timeout: 500) == nil)
        #expect(used() - before < 0.01)
      }
    }

    @Test("the clipboard gets Base64 of UTF-8 (RFC 4648 §10's vectors)")
    func clipboard() throws {
      let vectors = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg=="]
      for (text, encoded) in vectors { #expect(base64(Array(text.utf8)) == encoded) }
      for text in ["p = q", "한", "∂∂"] {
        #expect(base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
      }
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        _ = terminal.output()
        #expect(screen.writeClipboard("foo"))
        #expect(terminal.output() == "\u{1B}]52;c;Zm9v\u{7}")
      }
    }

    @Test(
      "what can't be drawn on is refused before anything is written",
      arguments: [
        ("", TerminalError.unknownTerminal("")), ("nosuchterm", .unknownTerminal("nosuchterm")),
        ("dumb", .noCursorAddressing("dumb")),
      ])
    func refused(term: String, error: TerminalError) throws {
      let terminal = try Pseudoterminal()
      #expect(throws: error) {
        try terminal.withTerminal(environment: ["TERM": term]) { _ in }
      }
      #expect(terminalProblem(environment: ["TERM": term]) == error)
      #expect(terminal.output().isEmpty)
      #expect(terminalProblem(environment: ["TERM": "xterm"]) == nil)
    }

    @Test("a file is no terminal")
    func noTerminal() throws {
      let null = open("/dev/null", O_RDWR)
      defer { close(null) }
      #expect(throws: TerminalError.notATerminal) {
        try withTerminal(
          TerminalOptions(), environment: ["TERM": "xterm"], input: null, output: null
        ) { _ in }
      }
    }
  }
}
