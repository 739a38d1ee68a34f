/// The negative log-likelihood of labels under log-probabilities: cross entropy's second half.
///
/// ```
/// negativeLogLikelihood(logSoftmax(z)) = crossEntropy(z)
/// ```
/// The loss is in the unit the log-probabilities are in.
///
/// - Parameter logProbabilities: shape `[N, K]`, or `[K]` for one example; ≤ 0.
/// - Parameter labels: N classes, counted from 0.
/// - Parameter reduction: the mean divides by the weights of the rows that count.
/// - Parameter classWeights: one factor a class; nil for 1.
/// - Parameter ignoredLabel: rows with this label count for nothing.
/// - Returns: the loss, shape `[N]` without reduction, else a scalar; and ∂loss/∂log p, which is
///   −w at the label and 0 elsewhere.
/// - Throws: ``InputError``: a shape if the rows do not fit, a domain if a label is no class.
public func negativeLogLikelihood<Scalar>(
  logProbabilities: NDArray<Scalar>, labels: [Int], reduction: Reduction = .mean,
  classWeights: [Double]? = nil, ignoredLabel: Int? = nil
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let options = LossOptions(
    reduction: reduction, classWeights: classWeights, ignoredLabel: ignoredLabel)
  let plan = try LossPlan<Scalar>(
    shape: logProbabilities.shape, target: .labels(labels), options: options,
    operation: "negativeLogLikelihood")
  let scale = reduction == .mean ? 1 / plan.divisor : 1
  var losses = [Scalar](repeating: 0, count: plan.rows)
  var gradient = NDArray<Scalar>(repeating: 0, shape: logProbabilities.shape)
  var sum = CompensatedSum()
  for (row, label) in plan.labels.enumerated() where label >= 0 {
    let weight = classWeights?[Int(label)] ?? 1
    let position = row * plan.classes + Int(label)
    let loss = weight * (0 - Double(logProbabilities.elements[position]))
    losses[row] = Scalar(loss)
    gradient.elements[position] = Scalar(0 - weight * scale)
    sum.add(loss)
  }
  if reduction == .none {
    return (NDArray(uncheckedShape: plan.isSingle ? [] : [plan.rows], elements: losses), gradient)
  }
  let reduced = reduction == .mean ? sum.value / plan.divisor : sum.value
  return (NDArray(uncheckedShape: [], elements: [Scalar(reduced)]), gradient)
}
