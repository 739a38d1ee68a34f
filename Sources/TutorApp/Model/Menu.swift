/// The course menu: which row is chosen. Lessons first, then the actions.
public struct Menu: Hashable, Sendable {
  public var selection: Int

  public init(selection: Int) { self.selection = selection }
}

/// The search over titles, headings and text.
public struct Search: Hashable, Sendable {
  public var line = TextLine()
  public var selection = 0
  /// Where the text stands, found when it was typed.
  var hits: [Hit] = []

  struct Hit: Hashable, Sendable {
    var lesson: Int
    var step: Int
    /// The line that is shown for it.
    var text: String
  }

  public init() {}
}
