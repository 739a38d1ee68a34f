/// A distribution as the divergence needs it: each probability with its logarithm and its
/// complement, as exactly as where it comes from allows.
struct Shares {
  /// One class of it.
  struct Share {
    /// p, 0 also where it is too small for a Double.
    var pair: Pair
    /// −log p in nats, finite also there.
    var information: Double
    /// 1 − p, without cancellation.
    var complement: Pair

    var probability: Double { pair.rounded }
  }

  var shares: [Share]
  /// Terms that add up to Σ p.
  var sumTerms: [Double]

  /// Probabilities as they were given; their sum is not enforced.
  init(probabilities: [Double]) {
    shares = probabilities.map {
      Share(
        pair: Pair($0), information: SoftmaxCore.information($0), complement: Pair(1) - Pair($0))
    }
    sumTerms = probabilities
  }

  /// softmax(z/T), whose sum is exactly 1.
  init(_ shifted: ShiftedExponentials) {
    let (sum, logSum) = (shifted.sumPair, shifted.logSum)
    shares = shifted.values.indices.map { index in
      Share(
        pair: shifted.value(index) / sum,
        information: shifted.information(index, logSum: logSum).rounded,
        complement: shifted.complement(index) / sum)
    }
    sumTerms = shifted.values.isEmpty ? [] : [1]
  }
}

/// D(P‖Q) in nats.
///
/// ```
/// D = Σᵢ (pᵢ log(pᵢ/qᵢ) − pᵢ + qᵢ) + Σᵢ pᵢ − Σᵢ qᵢ
/// ```
/// No bracket is negative, and the two sums are known exactly: that of a softmax is 1, whatever its
/// entries were rounded to. Where pᵢ log(pᵢ/qᵢ) are smaller than the brackets, as they are for weights
/// whose sum is far from the other's, they are added as they are.
func divergence(of p: Shares, relativeTo q: Shares) -> Double {
  var excess = CompensatedSum()
  for term in p.sumTerms { excess.add(term) }
  for term in q.sumTerms { excess.add(-term) }
  let gap = abs(excess.value)
  var (plain, sum) = (CompensatedSum(), CompensatedSum())
  // What the terms of each sum, and so their rounding, come to.
  var (plainSize, size) = (0.0, gap)
  for (p, q) in zip(p.shares, q.shares) {
    guard p.probability >= 0, q.probability >= 0 else { return .nan }
    if p.information == .infinity {
      sum.add(q.probability)
      size += q.probability
    } else if q.information == .infinity {
      return .infinity
    } else {
      let term = (p.pair * Pair(logOfQuotient(p, q))).rounded
      plain.add(term)
      // A rounded p moves its logarithm by as much, unless its complement is what counts.
      plainSize += abs(term) + min(p.probability, abs(p.complement.rounded))
      size += addExcess(of: p, over: q, term: term, to: &sum)
    }
  }
  if gap > 0.125 || plainSize <= size { return plain.value }
  // In the same sum: a divergence may be less than the rounding of either.
  for term in p.sumTerms { sum.add(term) }
  for term in q.sumTerms { sum.add(-term) }
  return sum.value
}

/// pᵢ log(pᵢ/qᵢ) of one class, in nats.
func divergenceTerm(of p: Shares.Share, relativeTo q: Shares.Share) -> Double {
  guard p.probability >= 0, q.probability >= 0 else { return .nan }
  if p.information == .infinity { return 0 }
  if q.information == .infinity { return .infinity }
  return (p.pair * Pair(logOfQuotient(p, q))).rounded
}

/// Adds p log(p/q) − p + q, whose first term is given, and returns the size of what was rounded.
private func addExcess(
  of p: Shares.Share, over q: Shares.Share, term: Double, to sum: inout CompensatedSum
) -> Double {
  let relative = (difference(p, q) / q.pair).rounded
  if abs(relative) <= 0.125 {
    let excess = (q.pair * Pair(entropyExcess(relative))).rounded
    sum.add(excess)
    return excess
  }
  sum.add(term)
  sum.add(q.pair - p.pair)
  return abs(term)
}

/// p − q, by the complements where both are close to 1.
private func difference(_ p: Shares.Share, _ q: Shares.Share) -> Pair {
  min(p.probability, q.probability) > 0.5 ? q.complement - p.complement : p.pair - q.pair
}

/// log(p/q) for p and q > 0, also where they or their quotient are too large or too small for a
/// Double.
func logOfQuotient(_ p: Shares.Share, _ q: Shares.Share) -> Double {
  let quotient = p.pair / q.pair
  guard p.probability.isNormal, q.probability.isNormal, quotient.value.isNormal else {
    return q.information - p.information
  }
  if quotient.value > 0.5, quotient.value < 2 {
    return logOfOnePlus((difference(p, q) / q.pair).rounded)
  }
  return naturalLogarithm(quotient.value) + quotient.rest / quotient.value
}

/// (1 + δ) log(1 + δ) − δ ≥ 0 by its series, for |δ| ≤ 1/8.
///
/// ```
/// δ²/2 − δ³/6 + δ⁴/12 − … = Σ_{k ≥ 2} (−δ)ᵏ / (k (k − 1))
/// ```
private func entropyExcess(_ delta: Double) -> Double {
  var power = delta * delta
  var sum = power / 2
  var k = 3.0
  while true {
    power *= -delta
    let next = sum + power / (k * (k - 1))
    if next == sum { return sum }
    sum = next
    k += 1
  }
}
