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

/// Damerau's distance in its restricted form: no part is edited twice.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
