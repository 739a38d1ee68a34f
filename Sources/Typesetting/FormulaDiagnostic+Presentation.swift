public import Notation
import TextGrid

extension FormulaDiagnostic {
  /// The message with the line it is about and a caret under the place.
  /// ```
  /// error: unknown command \summ (did you mean \sum?)
  ///   误差 = \summ_i e^{z_i}
  ///          ^~~~~
  /// ```
  /// The caret's column counts cells, so that it stands right behind wide characters.
  public func rendered(in source: String, language: Language) -> String {
    let (line, start) = line(of: source)
    var shown = ""
    var before = ""
    var marked = 0
    var offset = start
    for character in line {
      let visible = character.isControl || character.isWhitespace ? " " : character
      shown.append(visible)
      if offset < range.lowerBound {
        before.append(visible)
      } else if offset < range.upperBound {
        marked += cellWidth(of: visible)
      }
      offset += character.utf8.count
    }
    let caret = "^" + String(repeating: "~", count: max(0, marked - 1))
    return """
      \(headline(in: language))
        \(shown)
        \(String(repeating: " ", count: cellWidth(of: before)))\(caret)
      """
  }

  /// `error: unknown command \summ (did you mean \sum?)`.
  public func headline(in language: Language) -> String {
    switch language {
    case .english: englishHeadline
    }
  }

  /// The line that the range begins in, and the UTF-8 offset of its start.
  private func line(of source: String) -> (Substring, Int) {
    var start = 0
    for line in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let end = start + line.utf8.count
      if range.lowerBound <= end { return (line, start) }
      // A line break is one character, of one byte or (CR LF) of two.
      let next = source.utf8.index(source.utf8.startIndex, offsetBy: end)
      start = end + source[next].utf8.count
    }
    return ("", start)
  }
}
