/// A distribution as the divergence needs it: each probability with its logarithm and its
/// complement, as exactly as where it comes from allows.
struct Shares {
  /// One class of it.
  struct Share {
    /// p, 0 also where it is too small for a Double.
    var probability: Double
    /// −log p in nats, finite also there.
    var information: Double
    /// 1 − p, without cancellation.
    var complement: Double
  }

  var shares: [Share]
  /// Terms that add up to Σ p.
  var sumTerms: [Double]

  /// Probabilities as they were given; their sum is not enforced.
  init(probabilities: [Double]) {
    shares = probabilities.map {
      Share(probability: $0, information: SoftmaxCore.information($0), complement: 1 - $0)
    }
    sumTerms = probabilities
  }

  /// softmax(z/T), whose sum is exactly 1.
  init(_ shifted: ShiftedExponentials) {
    let (sum, logSum) = (shifted.sum, shifted.logSum)
    shares = shifted.values.indices.map { index in
      Share(
        probability: shifted.values[index] / sum,
        information: 0 - shifted.logProbability(index, logSum: logSum),
        complement: shifted.sum(without: index) / sum)
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
/// entries were rounded to. Weights whose sum is far from the other's have no use for this, for then
/// the terms do not nearly cancel.
func divergence(of p: Shares, relativeTo q: Shares) -> Double {
  var excess = CompensatedSum()
  for term in p.sumTerms { excess.add(term) }
  for term in q.sumTerms { excess.add(-term) }
  let isPlain = abs(excess.value) > 0.125
  var sum = CompensatedSum()
  for (p, q) in zip(p.shares, q.shares) {
    guard p.probability >= 0, q.probability >= 0 else { return .nan }
    if p.information == .infinity {
      if !isPlain { sum.add(q.probability) }
    } else if q.information == .infinity {
      return .infinity
    } else if isPlain {
      sum.add(p.probability * logOfQuotient(p, q))
    } else {
      addExcess(of: p, over: q, to: &sum)
    }
  }
  if isPlain { return sum.value }
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
  return p.probability * logOfQuotient(p, q)
}

/// Adds p log(p/q) − p + q.
private func addExcess(of p: Shares.Share, over q: Shares.Share, to sum: inout CompensatedSum) {
  let relative = difference(p, q) / q.probability
  if abs(relative) <= 0.125 {
    sum.add(q.probability * entropyExcess(relative))
  } else {
    sum.add(p.probability * logOfQuotient(p, q))
    sum.add(-p.probability)
    sum.add(q.probability)
  }
}

/// p − q, by the complements where both are close to 1.
private func difference(_ p: Shares.Share, _ q: Shares.Share) -> Double {
  min(p.probability, q.probability) > 0.5
    ? q.complement - p.complement : p.probability - q.probability
}

/// log(p/q) for p and q > 0, also where they or their quotient are too large or too small for a
/// Double.
func logOfQuotient(_ p: Shares.Share, _ q: Shares.Share) -> Double {
  let quotient = p.probability / q.probability
  guard p.probability.isNormal, q.probability.isNormal, quotient.isNormal else {
    return q.information - p.information
  }
  let isNear = quotient > 0.5 && quotient < 2
  return isNear ? logOfOnePlus(difference(p, q) / q.probability) : naturalLogarithm(quotient)
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
