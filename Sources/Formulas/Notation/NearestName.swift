/// The known name closest to a misspelt one, or nil if none is close.
///
/// Closeness is optimal string alignment distance (insert, delete, change, swap neighbours), at most
/// half the word's length. Ties go to the name of nearest length, then to the first in order.
func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  let letters = Array(word)
  let limit = letters.count / 2
  // A command is a word; past this length it is something else, and not worth the table.
  guard limit > 0, letters.count <= 40 else { return nil }
  var best: (distance: Int, gap: Int, name: String)?
  for name in names where abs(name.count - letters.count) <= min(limit, best?.distance ?? limit) {
    let distance = editDistance(letters, Array(name))
    let gap = abs(name.count - letters.count)
    if distance <= limit, best.map({ (distance, gap) < ($0.distance, $0.gap) }) ?? true {
      best = (distance, gap, name)
    }
  }
  return best?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var twoBack = [Int]()
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var least = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, twoBack[j - 1] + 1) }
      current.append(least)
    }
    twoBack = previous
    previous = current
  }
  return previous[b.count]
}
