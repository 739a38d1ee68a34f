public import TextGrid

extension Model {
  /// Makes what the screen would show after a key and keeps it, so that the key finds it made.
  ///
  /// Nothing else changes, and nothing that shows.
  ///
  /// - Returns: what the model will be then; nil for a key that shows nothing new.
  @discardableResult
  public mutating func prepare(for key: Key) -> Model? {
    var ahead = self
    _ = update(&ahead, .keyPressed(key))
    guard ahead.place != place || ahead.beat != beat else { return nil }
    maker = ahead.maker
    return ahead
  }
}
