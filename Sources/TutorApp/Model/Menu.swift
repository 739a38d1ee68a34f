/// The course menu: which row is chosen. Lessons first, then the actions.
public struct Menu: Hashable, Sendable {
  public var selection: Int

  public init(selection: Int) { self.selection = selection }
}

/// The search over titles, headings and text.
public struct Search: Hashable, Sendable {
  public var line = TextLine()
  public var selection = 0

  public init() {}
}
