import Synchronization

/// What was computed before, by what it was computed from: a key that changes one number typesets
/// no formula again.
///
/// It never shows: any two memories are equal, and one that has forgotten all only costs time.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<[Key: Value]>([:])
  private let limit: Int

  /// - Parameter limit: with that many values it forgets all, which is simpler than to know which
  ///   one is oldest, and as rare as a learner's walk through so many screens.
  init(limit: Int) { self.limit = limit }

  func value(for key: Key, make: () -> Value) -> Value {
    if let known = kept.withLock({ $0[key] }) { return known }
    let made = make()
    kept.withLock { kept in
      if kept.count >= limit { kept.removeAll() }
      kept[key] = made
    }
    return made
  }
}

extension Memory: Equatable {
  static func == (_: Memory, _: Memory) -> Bool { true }
}
