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
      report("the only alert is > \(Self.noteMark), alone on its line", suggestion: Self.noteMark)
    }
    line += 1
    var title = MappedText()
    var body: [MappedText] = []
    var isNewParagraph = true
    while line < source.lines.count {
      let (kind, indent, content) = LineKind.of(current)
      guard kind == .quote else {
        if kind == .text {
          report("begin the line with > to go on with the note, or leave a line blank")
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
        report("a note holds paragraphs only", byte: content)
        if body.isEmpty { body.append(MappedText()) }
        appendLine(to: &body[body.count - 1], from: content)
      }
      line += 1
    }
    guard !title.isEmpty else {
      return report("the note is empty; write its title under > \(Self.noteMark)", at: opening)
    }
    let words = inlines(title)
    add(.note(title: words, body: body.map { inlines($0) }))
  }

  /// A title that goes on in the next line would be cut where it is folded.
  private mutating func checkTitle(_ title: MappedText) {
    let text = trimmed(title.string)
    guard let last = text.last, !".?!:。？！：".contains(last) else { return }
    report("the first line of a note is its title, a whole sentence with its full stop")
  }

  private mutating func report(_ message: String, at opening: Int) {
    report(message, at: SourceText.Place(line: opening, byte: 0))
  }
}
