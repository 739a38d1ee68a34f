import CNCurses
import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

extension RealNcurses {
  /// Bytes typed at a pseudo-terminal, through real ncurses, and the keys they become.
  @Suite("Keys from a pseudo-terminal")
  struct TerminalInputTests {
    private func keys(_ terminal: Terminal, _ count: Int) -> [Key] {
      terminal.events(count).compactMap { event in
        if case .key(let key) = event { return key }
        return nil
      }
    }

    @Test("keys that terminfo knows, keys it does not, and characters of three languages")
    func keys() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        terminal.type(
          "q\u{1B}OA\u{1B}[B\u{1B}[1;5C\u{1B}[5~\u{1B}[Z\u{1B}OP\u{1B}[7~한？\u{7F}\r\u{3}\u{1A}")
        let wanted: [Key] = [
          .character("q"), .up, .down, .right, .pageUp, .backTab, .function(1), .home,
          .character("한"), .character("？"), .backspace, .enter, .control("c"), .control("z"),
        ]
        #expect(keys(screen, wanted.count) == wanted)
        terminal.type("\u{1B}")
        #expect(keys(screen, 1) == [.escape])
      }
    }

    @Test("a character that arrives in pieces is one, and a broken one takes no key with it")
    func pieces() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        let bytes = Array("한".utf8)
        terminal.type([bytes[0]])
        #expect(keys(screen, 0).isEmpty)
        terminal.type(Array(bytes[1...]) + [0xFF, 0xC3] + Array("qr".utf8))
        #expect(keys(screen, 3) == [.character("한"), .character("q"), .character("r")])
      }
    }

    @Test("a click and a wheel turn are events with a place, the numbers in them never text")
    func mouse() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal(TerminalOptions(usesMouse: true, probesWidth: false)) { screen in
        terminal.type("\u{1B}[<0;1;1M\u{1B}[<0;1;1m\u{1B}[<65;5;7Mq")
        #expect(
          keys(screen, 3) == [
            .mouse(MouseEvent(kind: .press, position: Position(row: 0, column: 0))),
            .mouse(MouseEvent(kind: .wheelDown, position: Position(row: 6, column: 4))),
            .character("q"),
          ])
      }
    }

    @Test("whatever bytes come, the next key is read", arguments: UInt64(0)..<20)
    func anyBytes(seed: UInt64) throws {
      var generator = SplitMix64(seed: seed)
      let terminal = try Pseudoterminal()
      // Without a wait for the rest of a sequence, what is there is all there is.
      try terminal.withTerminal(environment: ["ESCDELAY": "0"]) { screen in
        // Everything but the mark of a paste, which would make the rest text.
        let starts: [[UInt8]] = [[0x1B], [0x1B, 0x5B], [0x1B, 0x4F], [0xED], [0xF0, 0x9F], []]
        for _ in 0..<40 {
          let noise = (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }
          terminal.type((starts.randomElement(using: &generator) ?? []) + noise)
        }
        _ = screen.events()
        terminal.type("q")
        #expect(screen.events(1) == [.key(.character("q"))])
      }
    }

    @Test("a paste is one event however long, while it is read in parts")
    func paste() throws {
      let terminal = try Pseudoterminal()
      let line = String(repeating: "1,2;가 ", count: 100)
      try terminal.withTerminal { screen in
        terminal.type("\u{1B}[200~")
        for _ in 0..<20 {
          terminal.type(line)
          #expect(screen.nextEvent(timeout: 0) == nil)
        }
        terminal.type("\u{1B}[201")
        #expect(screen.nextEvent(timeout: 0) == nil)
        terminal.type("~q")
        #expect(
          screen.events(2) == [
            .key(.paste(String(repeating: line, count: 20))), .key(.character("q")),
          ])
      }
    }

    @Test("waiting input is told at once, and no input is nil")
    func waitingInput() throws {
      let terminal = try Pseudoterminal()
      try terminal.withTerminal { screen in
        #expect(screen.nextEvent(timeout: 0) == nil)
        terminal.type("ab")
        #expect(screen.nextEvent(timeout: 0) == .key(.character("a")))
        #expect(screen.nextEvent(timeout: 0) == .key(.character("b")))
        #expect(screen.nextEvent(timeout: 0) == nil)
      }
    }
  }
}
