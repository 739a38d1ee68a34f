extension Course {
  /// A place where a text was found.
  public struct Hit: Hashable, Sendable {
    public enum Kind: Int, Hashable, Sendable, CaseIterable { case title, heading, text }

    /// Indices into the course's lessons and the lesson's steps.
    public var lesson: Int
    public var step: Int
    public var kind: Kind
    /// The title, the heading, or the words around the find.
    public var text: String
  }

  /// Every place that has all the words of `query`, in any case: titles and summaries first, then
  /// headings, then text, each in the order of the course, and one hit a step.
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
      if matches(lesson.title + " " + lesson.summary + " " + lesson.slug) {
        hits.append(Hit(lesson: index, step: 0, kind: .title, text: lesson.title))
      }
      for (number, step) in lesson.steps.enumerated() {
        if matches(step.title) {
          hits.append(Hit(lesson: index, step: number, kind: .heading, text: step.title))
        } else if let text = step.plainText.first(where: matches) {
          hits.append(
            Hit(lesson: index, step: number, kind: .text, text: excerpt(text, around: words[0])))
        }
      }
    }
    // Stable by construction: the offset decides between equals.
    return hits.enumerated()
      .sorted { ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset) }
      .map(\.element)
  }

  /// The part of a text that begins a few words before the find.
  private func excerpt(_ text: String, around word: String) -> String {
    let words = text.split { $0.isWhitespace }
    guard let place = words.firstIndex(where: { $0.lowercased().contains(word) }), place > 6 else {
      return words.joined(separator: " ")
    }
    return "… " + words[(place - 4)...].joined(separator: " ")
  }
}
