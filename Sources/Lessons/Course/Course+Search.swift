public import Notation
import TextGrid

extension Course {
  /// A place where a text was found.
  public struct Hit: Hashable, Sendable {
    public enum Kind: Int, Hashable, Sendable, CaseIterable { case title, heading, text }

    /// Indices into the course's lessons and the lesson's steps.
    public var lesson: Int
    public var step: Int
    public var kind: Kind
    /// The title or the heading.
    public var title: String
    /// The paragraph, where it is text that was found.
    public var block: Block?
    /// The first word that was asked for.
    let word: String
    /// Words that stay in front of a find that is far into its text.
    private static let wordsBefore = 4

    /// The title, the heading, or the words around the find.
    ///
    /// - Parameter value: what a sentence shows for a number that is computed.
    public func text(value: (Formula) -> String) -> String {
      guard let block else { return title }
      let words = (block.readableText(value: value) ?? "").split { $0.isWhitespace }
      // `p_i` is found where pᵢ is shown.
      let place =
        words.firstIndex {
          $0.lowercased().contains(word) || asciiText($0.lowercased()).contains(word)
        } ?? 0
      return place > Self.wordsBefore + 2
        ? "… " + words[(place - Self.wordsBefore)...].joined(separator: " ")
        : words.joined(separator: " ")
    }
  }

  /// Every place that has all the words of `query`, in any case: titles, summaries and the keywords of
  /// lessons first, then headings and the keywords of steps, then text, each in the order of the
  /// course, and one hit a step.
  ///
  /// - Complexity: O(size of the course).
  public func search(_ query: String) -> [Hit] {
    let words = query.lowercased().split { $0.isWhitespace }.map(String.init)
    guard !words.isEmpty else { return [] }
    func matches(_ text: String) -> Bool {
      let text = text.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    var hits: [Hit] = []
    for (index, lesson) in lessons.enumerated() {
      if matches(lesson.searchedText) {
        hits.append(Hit(lesson: index, step: 0, kind: .title, title: lesson.title, word: words[0]))
      }
      for (number, step) in lesson.steps.enumerated() {
        if matches(step.searchedText) {
          hits.append(
            Hit(
              lesson: index, step: number, kind: .heading, title: step.title, word: words[0]))
        } else if let block = step.blocks.first(where: { block in
          // A formula is found as it is written and as it is shown.
          block.plainText.map(matches) ?? false
            || block.readableText { _ in "…" }.map(matches) ?? false
        }) {
          hits.append(
            Hit(
              lesson: index, step: number, kind: .text, title: step.title, block: block,
              word: words[0]))
        }
      }
    }
    // Stable by construction: the offset decides between equals.
    return hits.enumerated()
      .sorted { ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset) }
      .map(\.element)
  }
}

extension Lesson {
  /// What the lesson as a whole is found by.
  fileprivate var searchedText: String {
    ([title, summary, slug] + keywords).joined(separator: " ")
  }
}

extension Step {
  /// What the step is found by before its text.
  fileprivate var searchedText: String { ([title] + keywords).joined(separator: " ") }
}
