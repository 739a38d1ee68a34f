// GitHub's alerts: `> [!NOTE]`, a line that is the note's title, and what is unfolded under it.
extension BlockParser {
  private static let noteMark = "[!NOTE]"

  /// Whether the quote that begins here is an alert of any kind.
  var beginsAlert: Bool { quoted(current).hasPrefix("[!") }

  /// What stands behind the `>` of a line.
  private func quoted(_ line: String) -> String {
    trimmed(line.drop { $0 == " " }.dropFirst())
  }

  mutating func readNote() {
    let opening = line
    if quoted(current) != Self.noteMark {
      report(.otherAlert(only: Self.noteMark), suggestion: Self.noteMark)
    }
    line += 1
    var title = MappedText()
    var body: [MappedText] = []
    var isNewParagraph = true
    while line < source.lines.count {
      let (kind, indent, content) = LineKind.of(current)
      guard kind == .quote else {
        if kind == .text {
          report(.brokenNote)
        }
        break
      }
      switch LineKind.of(String(Substring(current.utf8.dropFirst(indent + 1)))).kind {
      case .blank: isNewParagraph = true
      case .text:
        if title.isEmpty {
          appendLine(to: &title, from: content)
          checkTitle(title)
          // What follows in the same paragraph is what the title announces.
          isNewParagraph = true
        } else {
          if isNewParagraph { body.append(MappedText()) }
          appendLine(to: &body[body.count - 1], from: content)
          isNewParagraph = false
        }
      default:
        report(.noteOfParagraphs, byte: content)
        if body.isEmpty { body.append(MappedText()) }
        appendLine(to: &body[body.count - 1], from: content)
      }
      line += 1
    }
    guard !title.isEmpty else {
      return report(
        .emptyNote(mark: Self.noteMark), at: SourceText.Place(line: opening, byte: 0))
    }
    let words = inlines(title)
    add(.note(title: words, body: body.map { inlines($0) }))
  }

  /// A title that goes on in the next line would be cut where it is folded.
  private mutating func checkTitle(_ title: MappedText) {
    let text = trimmed(title.string)
    guard let last = text.last, !".?!:。？！：".contains(last) else { return }
    report(.noteWithoutTitle)
  }
}
