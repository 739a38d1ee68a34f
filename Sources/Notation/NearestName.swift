/// The known name closest to a misspelt one, or nil if none is close.
///
/// Closeness is optimal string alignment distance (insert, delete, change, swap neighbours), at most
/// half the word's length. Ties go to the name of nearest length, then to the first in order.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
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
