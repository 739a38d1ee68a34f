/// How many letters have to be added, dropped, changed or exchanged with their neighbour to make one
/// text of the other: Damerau's distance in its restricted form, in which no part is edited twice.
///
/// - Complexity: O(m·n).
package func editDistance(_ a: [Character], _ b: [Character]) -> Int {
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
