/// Undo and redo without limit.
///
/// Changes that carry the same `run` and follow each other directly are one change, so a held
/// arrow is undone at once.
public struct History<State: Hashable & Sendable>: Hashable, Sendable {
  private var past: [State] = []
  private var future: [State] = []
  private var lastRun: String?

  public init() {}

  public var canUndo: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  /// Remembers `state` as it was before a change.
  public mutating func record(_ state: State, run: String? = nil) {
    future = []
    if let run, run == lastRun { return }
    past.append(state)
    lastRun = run
  }

  /// Ends a run: the next change stands for itself.
  public mutating func breakRun() { lastRun = nil }

  /// The state before the last change; `state`, as it is now, comes back with `redo`.
  public mutating func undo(from state: State) -> State? {
    guard let previous = past.popLast() else { return nil }
    future.append(state)
    lastRun = nil
    return previous
  }

  public mutating func redo(from state: State) -> State? {
    guard let next = future.popLast() else { return nil }
    past.append(state)
    lastRun = nil
    return next
  }

  /// The latest state of the past that is as asked for.
  func latest(where isWanted: (State) -> Bool) -> State? { past.last(where: isWanted) }
}
