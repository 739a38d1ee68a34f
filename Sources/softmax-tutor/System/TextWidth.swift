/// How wide plain text may be: the terminal's columns, but never so wide that lines are hard to
/// follow; 80 columns where there is no terminal.
enum TextWidth {
  static let range = 20...100

  static func current(
    _ environment: [String: String] = Environment.variables
  ) -> Int {
    min(max(columns(environment) ?? 80, range.lowerBound), range.upperBound)
  }

  private static func columns(_ environment: [String: String]) -> Int? {
    StandardStream.output.columns ?? environment["COLUMNS"].flatMap(Int.init)
  }
}
