import CNCurses

/// Asks the terminal once how wide it draws an ambiguous character.
///
/// The question is a `∂` in the last row and a request for the cursor's place; the answer comes as
/// input whenever it comes, so start-up never waits. The row is painted again at once.
final class WidthProbe {
  private var isWanted: Bool
  private var isWaiting = false

  init(isWanted: Bool, term: String) {
    let answers = ["xterm", "tmux", "screen", "rxvt", "foot", "alacritty", "kitty", "konsole"]
    self.isWanted = isWanted && answers.contains { term.hasPrefix($0) }
  }

  func sendOnce(rows: Int) {
    guard isWanted, rows > 1 else { return }
    isWanted = false
    isWaiting = true
    // Save the cursor, draw and ask in the last row, wipe the two cells, go back.
    send("\u{1B}7\u{1B}[\(rows);1H∂\u{1B}[6n\u{1B}[\(rows);1H\u{1B}[0m  \u{1B}8")
    wredrawln(cn_screen(), Int32(rows - 1), 1)
    refresh()
  }

  /// The width, from the column the cursor was in after the probe; nil if nobody asked.
  func answer(column: Int) -> Int? {
    guard isWaiting else { return nil }
    isWaiting = false
    return column > 2 ? 2 : 1
  }
}
