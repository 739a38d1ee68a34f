/// One idea of a step, shown by one key: a paragraph, a line of a derivation with its reason, a
/// panel.
///
/// A step has the same beats on every screen, so that a place in it outlives a change of size.
struct Beat: Hashable, Sendable {
  /// The block it ends.
  var block: Int
  /// The rows of the page that it brings; empty for a panel that stands beside the text.
  var rows: Range<Int>
}

/// A panel's rows on the page.
struct PanelRows: Hashable, Sendable {
  /// Its place among the step's panels.
  var panel: Int
  var rows: Range<Int>
}
