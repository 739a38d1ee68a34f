/// Entries of defined names that have been computed.
///
/// A ∂ makes a name independent, and everything computed inside of it carries its derivative: such
/// values are kept apart, under what was seeded. The ∂ by z₂ for the next i finds what the one
/// before has left.
struct ValueCache {
  /// What a ∂ has made independent, at which entry, on which level of ∂ within ∂.
  struct Seed: Hashable {
    var target: Expression.Target
    var positions: [Int]
    var tag: Int
    /// Two sides of a difference quotient are two seeds.
    var side = 0
  }

  private struct Key: Hashable {
    var definition: Int
    var first: Int
    var second: Int
  }

  private struct Entry {
    var value: Operand
    var asksForChosen: Bool
  }

  private var entries: [[Seed]: [Key: Entry]] = [:]
  private var current: [Key: Entry] = [:]
  private var seeds: [Seed] = []

  func value(of definition: ResolvedDefinition, at positions: [Int]) -> Operand? {
    current[Self.key(definition, positions)]?.value
  }

  mutating func keep(_ value: Operand, of definition: ResolvedDefinition, at positions: [Int]) {
    current[Self.key(definition, positions)] = Entry(
      value: value, asksForChosen: !definition.freeIndices.isEmpty)
  }

  private static func key(_ definition: ResolvedDefinition, _ positions: [Int]) -> Key {
    Key(
      definition: definition.id, first: positions.first ?? 0,
      second: positions.count > 1 ? positions[1] : 0)
  }

  /// Inside of a ∂.
  mutating func enter(_ seed: Seed) {
    entries[seeds] = current
    seeds.append(seed)
    current = entries.removeValue(forKey: seeds) ?? [:]
  }

  mutating func leave() {
    entries[seeds] = current
    seeds.removeLast()
    current = entries.removeValue(forKey: seeds) ?? [:]
  }

  /// Drops what depends on chosen indices.
  mutating func forgetChosen() {
    if current.values.contains(where: \.asksForChosen) {
      current = current.filter { !$0.value.asksForChosen }
    }
    for (seeds, values) in entries where values.values.contains(where: \.asksForChosen) {
      entries[seeds] = values.filter { !$0.value.asksForChosen }
    }
  }
}
