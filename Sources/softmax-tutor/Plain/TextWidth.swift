import Foundation

/// How wide plain text may be: the terminal's columns, but never so wide that lines are hard to
/// follow; 80 columns where there is no terminal.
enum TextWidth {
  static let range = 20...100

  static func current(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Int {
    min(max(columns(environment) ?? 80, range.lowerBound), range.upperBound)
  }

  private static func columns(_ environment: [String: String]) -> Int? {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return environment["COLUMNS"].flatMap(Int.init)
  }
}
