/// The cross entropy of a batch of probabilities, and its gradient with respect to them.
///
/// ```
/// loss = −Σₖ wₖ yₖ log pₖ,    ∂loss/∂pₖ = −wₖ yₖ / pₖ,    0·log 0 = 0
/// ```
/// Nothing is added inside the logarithm. Where the logits are at hand,
/// ``crossEntropyWithGradient(logits:target:options:)`` is the better way: there a probability that
/// underflows has a finite loss, and the gradient is p − y.
///
/// - Parameter probabilities: shape `[N, K]`, or `[K]` for one example.
/// - Parameter target: N labels, or distributions of the shape of the probabilities.
/// - Parameter options: as for the logits.
/// - Returns: the loss, shape `[N]` without reduction, else a scalar, `+∞` if a class with yₖ > 0 has
///   probability 0; and the gradient in the shape of the probabilities, `−∞` there.
/// - Throws: ``InputError``, as ``crossEntropy(logits:target:options:)``.
public func crossEntropy<Scalar>(
  probabilities: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let plan = try LossPlan(
    "probabilities", shape: probabilities.shape, target: target, options: options,
    operation: "crossEntropy")
  var gradient = NDArray<Scalar>(repeating: 0, shape: probabilities.shape)
  let loss = plan.reduced { losses in
    for row in 0..<plan.rows where plan.labels.isEmpty || plan.labels[row] >= 0 {
      var cost = CompensatedSum()
      for column in 0..<plan.classes {
        let position = row * plan.classes + column
        let p = Double(probabilities.elements[position])
        let y = plan.target(row: row, column: column)
        cost.add(productKeepingZero(y, information(p), given: p))
        let slope = y == 0 && !p.isNaN ? 0 : y / p
        gradient.elements[position] = Scalar(0 - slope * plan.gradientScale)
      }
      losses[row] = Scalar(cost.value)
    }
  }
  return (loss, gradient)
}

extension LossPlan {
  /// wₖ ((1 − ε) tₖ + ε/K).
  fileprivate func target(row: Int, column: Int) -> Double {
    let given =
      distributions.map { Double($0[row * classes + column]) }
      ?? (Int(labels[row]) == column ? 1 : 0)
    let smoothing = options.labelSmoothing
    let weight = options.classWeights?[column] ?? 1
    return weight * ((1 - smoothing) * given + smoothing / Double(classes))
  }
}
