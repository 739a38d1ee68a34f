extension Canvas {
  /// The rows as text, blanks at their ends cut.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var text = (0..<size.columns).map { self[row, $0].glyph }.joined()
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }

  /// The runs of cells that are not plain body text: `row:first-last role emphasis`.
  public var roleLines: [String] {
    var result: [String] = []
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        let style = self[row, column].style
        var end = column
        while end + 1 < size.columns, self[row, end + 1].style == style { end += 1 }
        if style != .body { result.append("\(row):\(column)-\(end) \(style.description)") }
        column = end + 1
      }
    }
    return result
  }
}

extension Style: CustomStringConvertible {
  /// `probabilities bold reverse`, `heat(-2)`.
  public var description: String {
    let names: [(Emphasis, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
      (.italic, "italic"),
    ]
    return (["\(role)"] + names.filter { emphasis.contains($0.0) }.map(\.1)).joined(separator: " ")
  }
}
