import CNCurses
import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

extension RealNcurses {
  /// Bytes of a terminal, sent through a pipe into real ncurses, and the keys they become.
  @Suite("Decoding keys")
  struct DecodingTests {
    private func readings(_ bytes: String) throws -> [Input.Reading] {
      setlocale(LC_ALL, "C.UTF-8")
      set_escdelay(25)
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      let source = try #require(fdopen(ends[0], "r"))
      let null = try #require(fopen("/dev/null", "w"))
      let screen = try #require(newterm("xterm-256color", null, source))
      defer {
        endwin()
        delscreen(screen)
        fclose(source)
        fclose(null)
        close(ends[1])
      }
      let input = Input()
      input.start()
      _ = bytes.withCString { write(ends[1], $0, strlen($0)) }
      var found: [Input.Reading] = []
      for _ in 0..<bytes.count + 2 {
        let reading = input.next()
        guard reading != .none else { break }
        found.append(reading)
      }
      return found
    }

    @Test(
      "keys",
      arguments: [
        ("q", Key.character("q")), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[1~", .home), ("\u{1B}[F", .end), ("\u{1B}[Z", .backTab), ("\r", .enter),
        ("\t", .tab), ("\u{7F}", .backspace), ("\u{1B}[3~", .delete), ("\u{1B}OP", .function(1)),
        ("\u{3}", .control("c")), ("ㅂ", .character("ㅂ")), ("？", .character("？")),
        ("\u{1B}", .escape),
      ])
    func keys(bytes: String, key: Key) throws {
      #expect(try readings(bytes) == [.key(key)])
    }

    @Test("a paste is one text without control characters, however it is broken up")
    func paste() throws {
      #expect(
        try readings("\u{1B}[200~1,2\n\u{1B}[31m3\u{7}가\u{1B}[201~q")
          == [.key(.paste("1,2 3가")), .key(.character("q"))])
    }

    @Test("the probe's answer is no key, and Alt with a letter is nothing")
    func reports() throws {
      #expect(try readings("\u{1B}[24;3R") == [.cursorReport(column: 3)])
      #expect(try readings("\u{1B}x") == [.ignored])
    }

    @Test("a mouse report is a wheel turn or a press")
    func mouse() throws {
      #expect(
        try readings("\u{1B}[<64;5;7M")
          == [.key(.mouse(MouseEvent(kind: .wheelUp, position: Position(row: 6, column: 4))))])
    }
  }
}
