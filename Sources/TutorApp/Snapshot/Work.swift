/// How much was done to make snapshots: what tests hold each key to.
///
/// It counts in builds for tests only; elsewhere counting is no instruction at all.
struct Work: Hashable, Sendable {
  enum Kind: Int, CaseIterable {
    /// A formula read and resolved, definitions included.
    case read
    /// A formula, a side, or a term computed for some numbers.
    case evaluated
    /// Quantities computed for the panels of a step.
    case panels
    /// A picture of a formula made.
    case typeset
    /// The blocks of a step laid out.
    case laidOut
  }

  #if DEBUG
    private var counts = [Int](repeating: 0, count: Kind.allCases.count)
  #endif

  @inline(__always)
  mutating func count(_ kind: Kind, _ times: Int = 1) {
    #if DEBUG
      counts[kind.rawValue] += times
    #endif
  }

  #if DEBUG
    subscript(kind: Kind) -> Int { counts[kind.rawValue] }
  #endif
}
