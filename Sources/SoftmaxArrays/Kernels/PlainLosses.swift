import SoftmaxCore

// The losses of the plain table, a row at a time, by the functions on vectors.

@Sendable
func plainLabelLoss<Scalar: VectorScalar>(
  _ batch: LabelledRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>?
) {
  forEachFibre(of: batch.layout) { fibre in
    let label = Int(batch.labels[fibre.number])
    guard label >= 0 else {
      losses[fibre.number] = 0
      if let gradient { fibre.write([Double](repeating: 0, count: batch.classes), to: gradient) }
      return
    }
    let logits = fibre.read(batch.logits)
    let shifted = ShiftedExponentials(logits, temperature: 1)
    let weight =
      (batch.classWeights.map { Double($0[label]) } ?? 1)
      * (batch.rowWeights.map { Double($0[fibre.number]) } ?? 1)
    losses[fibre.number] = Scalar(
      shifted.cost(of: label, in: logits, weight, logSum: shifted.logSum, temperature: 1))
    guard let gradient else { return }
    let factor = weight * batch.gradientScale / shifted.sum
    fibre.write(
      shifted.values.indices.map {
        ($0 == label ? 0 - shifted.sum(without: $0) : shifted.values[$0]) * factor
      }, to: gradient)
  }
}

@Sendable
func plainTargetLoss<Scalar: VectorScalar>(
  _ batch: TargetedRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>?
) {
  forEachFibre(of: FibreLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    if batch.labels?[fibre.number] == -1 {
      losses[fibre.number] = 0
      if let gradient { fibre.write([Double](repeating: 0, count: batch.classes), to: gradient) }
      return
    }
    let logits = fibre.read(batch.logits)
    let shifted = ShiftedExponentials(logits, temperature: batch.temperature)
    let shares = batch.shares(fibre)
    let target = zip(shares, batch.weights(fibre)).map { $0 * $1 }
    var cost = shifted.crossEntropy(of: logits, with: target, temperature: batch.temperature)
    if batch.isRelative {
      for (share, weighted) in zip(shares, target) {
        cost -= productKeepingZero(weighted, information(share), given: share)
      }
    }
    losses[fibre.number] = Scalar(cost)
    guard let gradient else { return }
    fibre.write(
      shifted.pullBackThroughLog(target, overTemperature: false).map {
        scaled(0 - $0, by: batch.gradientScale)
      },
      to: gradient)
  }
}

extension TargetedRows where Scalar: VectorScalar {
  /// (1 − ε) t + ε/K.
  func shares(_ row: Fibre) -> [Double] {
    let label = labels?[row.number]
    return (0..<classes).map { index in
      let given = distributions.map { Double($0[row.position(index)]) }
      return (1 - smoothing) * (given ?? (label == Int32(index) ? 1 : 0))
        + smoothing / Double(classes)
    }
  }

  /// Of the class and of the row.
  func weights(_ row: Fibre) -> [Double] {
    let own = rowWeights.map { Double($0[row.number]) } ?? 1
    return (0..<classes).map { index in (classWeights.map { Double($0[index]) } ?? 1) * own }
  }
}

@Sendable
func plainProbabilityLoss<Scalar: VectorScalar>(
  _ batch: TargetedRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>
) {
  forEachFibre(of: FibreLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    let isLeftOut = batch.labels?[fibre.number] == -1
    let p = fibre.read(batch.logits)
    let target = zip(batch.shares(fibre), batch.weights(fibre)).map { isLeftOut ? 0 : $0 * $1 }
    var cost = CompensatedSum()
    for (p, y) in zip(p, target) { cost.add(productKeepingZero(y, information(p), given: p)) }
    losses[fibre.number] = isLeftOut ? 0 : Scalar(cost.value)
    fibre.write(
      zip(p, target).map { p, y in
        isLeftOut || (y == 0 && !p.isNaN) ? 0 : (0 - y / p) * batch.gradientScale
      }, to: gradient)
  }
}

@Sendable
func plainLogDivergence<Scalar: VectorScalar>(
  _ batch: LogTargetedRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>?
) {
  forEachFibre(of: FibreLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    let (logP, given) = (fibre.read(batch.logProbabilities), fibre.read(batch.targets))
    let y = batch.areLogs ? given.map(exponential) : given
    var sum = CompensatedSum()
    for index in y.indices {
      let logY = batch.areLogs ? given[index] : 0 - information(given[index])
      sum.add(productKeepingZero(y[index], logY - logP[index], given: logP[index]))
    }
    losses[fibre.number] = Scalar(sum.value)
    if let gradient { fibre.write(y.map { 0 - $0 * batch.gradientScale }, to: gradient) }
  }
}

@Sendable
func plainEntropy<Scalar: VectorScalar>(
  _ batch: PlainRows<Scalar>, entropies: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>?
) {
  forEachFibre(of: FibreLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    let shifted = ShiftedExponentials(fibre.read(batch.logits), temperature: batch.temperature)
    let total = shifted.entropy
    entropies[fibre.number] = Scalar(total)
    guard let gradient else { return }
    let (p, logSum) = (shifted.probabilities, shifted.logSum)
    fibre.write(
      p.indices.map { index in
        let excess = (0 - shifted.logProbability(index, logSum: logSum)) - total
        return p[index] == 0 ? 0 : scaled(p[index] * excess, by: batch.factor)
      }, to: gradient)
  }
}

@Sendable
func plainLogLikelihoodLoss<Scalar: VectorScalar>(
  _ batch: LabelledRows<Scalar>, losses: UnsafeMutablePointer<Scalar>,
  gradient: UnsafeMutablePointer<Scalar>
) {
  forEachFibre(of: FibreLayout(outer: batch.rows, axis: batch.classes, inner: 1)) { fibre in
    let label = Int(batch.labels[fibre.number])
    let weight =
      label < 0
      ? 0
      : (batch.classWeights.map { Double($0[label]) } ?? 1)
        * (batch.rowWeights.map { Double($0[fibre.number]) } ?? 1)
    let information = label < 0 ? 0 : 0 - fibre.read(batch.logits)[label]
    losses[fibre.number] = Scalar(productKeepingZero(weight, information, given: information))
    fibre.write(
      (0..<fibre.count).map { $0 == label ? 0 - weight * batch.gradientScale : 0 }, to: gradient)
  }
}
