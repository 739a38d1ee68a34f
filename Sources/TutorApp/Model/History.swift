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

  public mutating func undo(_ state: inout State) -> Bool {
    guard let previous = past.popLast() else { return false }
    future.append(state)
    state = previous
    lastRun = nil
    return true
  }

  public mutating func redo(_ state: inout State) -> Bool {
    guard let next = future.popLast() else { return false }
    past.append(state)
    state = next
    lastRun = nil
    return true
  }
}
