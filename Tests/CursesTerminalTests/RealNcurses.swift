import CNCurses
import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

/// ncurses has one current screen for the whole process: whatever uses it runs one at a time.
@Suite("Real ncurses", .serialized)
enum RealNcurses {
  /// Runs `body` with ncurses drawing into nowhere, in a screen of this size.
  static func withScreen(
    _ size: Size, term: String = "xterm-256color", locale: String = "C.UTF-8",
    _ body: () throws -> Void
  ) throws {
    // Only the encoding: other suites of the process go on formatting numbers meanwhile.
    setlocale(LC_CTYPE, locale)
    defer { setlocale(LC_CTYPE, "C.UTF-8") }
    let null = try #require(fopen("/dev/null", "r+"))
    defer { fclose(null) }
    let screen = try #require(newterm(term, null, null))
    resizeterm(Int32(size.rows), Int32(size.columns))
    if has_colors() {
      start_color()
      use_default_colors()
    }
    defer {
      endwin()
      delscreen(screen)
    }
    try body()
  }

  /// The screen's cells as ncurses holds them, blanks at the ends of rows cut.
  static func readBack(_ size: Size) -> [String] {
    (0..<size.rows).map { row in
      var line = ""
      var column = 0
      while column < size.columns {
        var text = [wchar_t](repeating: 0, count: 8)
        var attributes = attr_t(0)
        _ = cn_cell(Int32(row), Int32(column), &text, &attributes)
        let scalars = text.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32($0)) }
        line += String(String.UnicodeScalarView(scalars))
        column += max(1, text.prefix { $0 != 0 }.reduce(0) { $0 + Int(wcwidth($1)) })
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}

/// A terminal of which the test is the other end: what it types, and what it gets to see.
final class Pseudoterminal {
  let master: Int32
  let slave: Int32

  init(columns: Int = 80, rows: Int = 24) throws {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    try #require(openpty(&ends.master, &ends.slave, nil, nil, &size) == 0)
    (master, slave) = ends
    _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
  }

  deinit {
    close(slave)
    close(master)
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Everything the program wrote since the last time.
  func output() -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(master, &block, block.count)
      guard count > 0 else { break }
      bytes += block[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var modes: termios {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes
  }

  /// Runs `body` in curses mode on this terminal.
  func withTerminal<Value>(
    _ options: TerminalOptions = TerminalOptions(probesWidth: false),
    environment: [String: String] = [:], _ body: (Terminal) throws -> Value
  ) throws -> Value {
    let environment = environment.merging(["TERM": "xterm-256color"]) { given, _ in given }
    setlocale(LC_CTYPE, "C.UTF-8")
    return try CursesTerminal.withTerminal(
      options, environment: environment, input: slave, output: slave, body)
  }
}

extension Terminal {
  /// So many events, and what else is waiting after them. The limit is for events that never come.
  func events(_ count: Int = 0) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while let event = nextEvent(timeout: events.count < count ? 15_000 : 0) {
      events.append(event)
      if case .ended = event { break }
    }
    return events
  }
}
