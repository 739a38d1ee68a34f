import Synchronization

/// What has been resolved of one set of names: each definition once for each shape of its
/// arguments, and a slot for each name that may be given a value.
///
/// A set of names that changes gets a new store, so nothing in one is ever out of date.
final class DefinitionStore: Sendable {
  /// The same right side may be resolved for arguments of other shapes.
  struct Key: Hashable {
    var name: String
    var shapes: [ParameterShape]
  }

  private struct Contents {
    var definitions: [Key: ResolvedDefinition] = [:]
    var slots: [String: Int] = [:]
    var nextDefinition = 0
    var resolutions = 0
  }

  private let contents = Mutex(Contents())

  func definition(_ key: Key) -> ResolvedDefinition? { contents.withLock { $0.definitions[key] } }

  /// Keeps a definition, unless another thread was first: then that one counts.
  func keep(
    _ key: Key, _ make: (_ id: Int) -> ResolvedDefinition
  ) -> ResolvedDefinition {
    contents.withLock { contents in
      if let known = contents.definitions[key] { return known }
      let made = make(contents.nextDefinition)
      contents.nextDefinition += 1
      contents.definitions[key] = made
      return made
    }
  }

  /// Where the evaluator keeps the value of a name.
  func slot(of name: String) -> Int {
    contents.withLock { contents in
      if let slot = contents.slots[name] { return slot }
      let slot = contents.slots.count
      contents.slots[name] = slot
      return slot
    }
  }

  /// The slots that anything resolved so far asks for.
  var slots: [String: Int] { contents.withLock { $0.slots } }
}
