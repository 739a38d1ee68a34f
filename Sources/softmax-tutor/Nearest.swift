/// The name that `text` was probably meant to be: the one fewest changes of a letter away, if that
/// is less than half of the letters; what one begins with the other counts as near too.
func nearest(to text: String, among names: some Sequence<String>) -> String? {
  let typed = Array(text.lowercased())
  guard !typed.isEmpty else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let letters = Array(name.lowercased())
    let isStart = typed.count >= 3 && (letters.starts(with: typed) || typed.starts(with: letters))
    let distance = isStart ? 1 : changes(from: typed, to: letters)
    guard isStart || distance * 2 < max(typed.count, letters.count) else { continue }
    if distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// Letters to put in, take out, replace, or swap with the next one, to make `b` from `a`.
private func changes(from a: [Character], to b: [Character]) -> Int {
  var earlier: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, earlier[j - 1] + 1) }
      row.append(least)
    }
    (earlier, previous) = (previous, row)
  }
  return previous[b.count]
}
