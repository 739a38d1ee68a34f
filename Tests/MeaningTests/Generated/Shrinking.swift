extension Term {
  /// Terms a step smaller, of the same sort: a part in its place, a number, or one part smaller.
  var smaller: [Term] {
    var found: [Term] = []
    for part in parts where part.sort == sort { found.append(part) }
    switch sort {
    case .scalar:
      if size > 1 { found += [.number("2"), .scalar("a"), .entry(.vector("z"), .fixed(1))] }
    case .vector: if self != .vector("z") { found.append(.vector("z")) }
    case .matrix: if self != .matrix("A") { found.append(.matrix("A")) }
    }
    for (position, part) in parts.enumerated() {
      for less in part.smaller {
        var parts = parts
        parts[position] = less
        found.append(with(parts))
      }
    }
    return found
  }

  /// The smallest term found for which `fails` still holds.
  func shrunk(while fails: (Term) -> Bool) -> Term {
    var smallest = self
    // Each round makes it smaller, and a few hundred tries are enough for what is to be read.
    for _ in 0..<60 {
      guard
        let next = smallest.smaller.prefix(200).first(where: {
          $0.size <= smallest.size && $0 != smallest && $0.weight < smallest.weight && fails($0)
        })
      else { break }
      smallest = next
    }
    return smallest
  }

  /// What shrinking makes less of: nodes first, then names that are not the plainest.
  private var weight: Int {
    let own: Int =
      switch self {
      case .number, .entry(.vector("z"), .fixed(1)), .vector("z"), .matrix("A"): 2
      case .scalar("a"): 2
      default: 4
      }
    return parts.reduce(own) { $0 + $1.weight }
  }
}
