import TextGrid

/// The learner's own line, and the lines before it.
struct Playground: Hashable, Sendable {
  var line = TextLine() { didSet { if line != oldValue { recalled = nil } } }
  /// What was entered, the last one last.
  private(set) var past: [String] = []
  /// The place in `past` that ↑ has come to; nil on a line of its own.
  private var recalled: Int?
  /// What stood there before ↑.
  private var draft = ""

  private static let mostPast = 100

  /// Keeps the line among those before, and begins a new one.
  mutating func enter() {
    let text = line.text
    guard text.contains(where: { $0 != " " }) else { return }
    past.removeAll { $0 == text }
    past = past.suffix(Self.mostPast - 1) + [text]
    line = TextLine()
  }

  /// The line before the one that is shown; false if there is none.
  mutating func recallEarlier() -> Bool {
    let next = (recalled ?? past.count) - 1
    guard past.indices.contains(next) else { return false }
    if recalled == nil { draft = line.text }
    show(past[next], next)
    return true
  }

  /// The line after it, at last what stood there before.
  mutating func recallLater() -> Bool {
    guard let recalled else { return false }
    let next = recalled + 1
    if past.indices.contains(next) { show(past[next], next) } else { show(draft, nil) }
    return true
  }

  private mutating func show(_ text: String, _ place: Int?) {
    line = TextLine(text)
    recalled = place
  }
}
