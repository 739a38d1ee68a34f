public import TextGrid

extension Model {
  /// Makes what the screen would show after a key and keeps it, so that the key finds it made.
  ///
  /// Nothing else changes, and nothing that shows.
  public mutating func prepare(for key: Key) {
    var ahead = self
    _ = update(&ahead, .keyPressed(key))
    guard ahead.place != place else { return }
    maker = ahead.maker
  }
}
