/// What was made before, by what it was made from: a key that changes one number typesets no formula
/// again, and going back a step computes nothing.
struct Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var kept: [Key: Value] = [:]
  private let limit: Int

  /// - Parameter limit: with that many values it forgets all, which is simpler than to know which
  ///   one is oldest, and as rare as a learner's walk through so many screens.
  init(limit: Int) { self.limit = limit }

  subscript(key: Key) -> Value? { kept[key] }

  mutating func keep(_ value: Value, for key: Key) {
    if kept.count >= limit { kept.removeAll() }
    kept[key] = value
  }
}
