import CNCurses

/// Asks the terminal once how wide it draws an ambiguous character.
///
/// The question is a `∂` in the last row and a request for the cursor's place; the answer comes as
/// input whenever it comes, so start-up never waits. The row is painted again at once. Only
/// terminals that are known to answer are asked.
struct WidthProbe {
  private var isWanted: Bool
  private var row: Int?

  init(isWanted: Bool, term: String) {
    self.isWanted = isWanted && TerminalName.hasXtermReports(term)
  }

  /// Whether an answer is still to come.
  var isWaiting: Bool { row != nil }

  mutating func sendOnce(rows: Int, to output: Output) {
    // A report from row 1 could also be a function key with Shift.
    guard isWanted, rows > 1 else { return }
    isWanted = false
    row = rows
    // Save the cursor, draw and ask in the last row, wipe the two cells, go back.
    output.send(
      "\u{1B}7\u{1B}[\(rows);1H\u{1B}[0m∂\u{1B}[6n\u{1B}[\(rows);1H  \u{1B}8")
    wredrawln(cn_screen(), Int32(rows - 1), 1)
    refresh()
  }

  /// The width, from the place the cursor was in after the probe; nil if it is no answer to it.
  mutating func answer(row: Int, column: Int) -> Int? {
    guard row == self.row else { return nil }
    self.row = nil
    return column > 2 ? 2 : 1
  }
}

/// What TERM says beyond terminfo.
enum TerminalName {
  private static let xtermLike = [
    "xterm", "tmux", "screen", "rxvt", "foot", "alacritty", "kitty", "konsole", "vte", "gnome",
    "wezterm", "ghostty", "contour", "mintty", "putty", "st-",
  ]

  /// Whether it answers xterm's requests and takes its private modes.
  static func hasXtermReports(_ term: String) -> Bool {
    xtermLike.contains { term.hasPrefix($0) } || term == "st"
  }
}
