import Notation

extension Notation {
  /// What is written in a range of the source, as one row.
  ///
  /// A bracket that begins in the range is taken whole, and of a base with scripts what lies inside:
  /// of p_i^2 the range of p_i is pᵢ.
  func piece(in range: Range<Int>) -> Notation {
    let found = pieces(in: range)
    return found.count == 1 ? found[0] : Notation(.row(found), range: range, id: 0)
  }

  private func pieces(in range: Range<Int>) -> [Notation] {
    if isInside(range) { return [self] }
    switch kind {
    case .fence where range.contains(self.range.lowerBound): return [self]
    case .script(let base?, let lower, let upper, let primes, let limits) where base.isInside(range):
      let lower = lower.flatMap { $0.isInside(range) ? $0 : nil }
      let upper = upper.flatMap { $0.isInside(range) ? $0 : nil }
      if lower == nil, upper == nil { return [base] }
      var script = self
      script.kind = .script(base: base, lower: lower, upper: upper, primes: primes, limits: limits)
      return [script]
    default: return children.flatMap { $0.pieces(in: range) }
    }
  }

  private func isInside(_ range: Range<Int>) -> Bool {
    !self.range.isEmpty && self.range.lowerBound >= range.lowerBound
      && self.range.upperBound <= range.upperBound
  }
}
