import Notation

/// The name that differs from `text` by the fewest letters added, dropped, changed or exchanged
/// with their neighbour; nil if none is near enough to be meant.
///
/// - Complexity: O(N·m·n) for N names.
public func nearestName(to text: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(text.lowercased())
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for name in names {
    let distance = editDistance(wanted, Array(name.lowercased()))
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, name) }
  }
  if let best { return best.name }
  // `cross` for `cross-entropy`: a beginning is meant too, if only one name has it.
  let begun = names.filter { wanted.count >= 2 && $0.lowercased().hasPrefix(text.lowercased()) }
  return begun.count == 1 ? begun[0] : nil
}
