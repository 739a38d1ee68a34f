public import SoftmaxCore

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
///   −w at the label and 0 elsewhere, over the divisor of the mean. The mean of nothing is NaN.
/// - Throws: `InputError`: a shape if the rows do not fit, a domain if a label is no class.
/// - SeeAlso: Goodfellow, Bengio & Courville, *Deep Learning*, MIT Press 2016, §5.5.
public func negativeLogLikelihood<Scalar>(
  logProbabilities: NDArray<Scalar>, labels: [Int], reduction: Reduction = .mean,
  classWeights: [Double]? = nil, ignoredLabel: Int? = nil
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  var gradient = logProbabilities
  let loss = try gradient.formNegativeLogLikelihoodGradient(
    labels: labels, reduction: reduction, classWeights: classWeights, ignoredLabel: ignoredLabel)
  return (loss, gradient)
}

extension NDArray {
  /// Log-probabilities become the gradient of their negative log-likelihood, in their own memory.
  ///
  /// - Parameter labels: as for
  ///   ``negativeLogLikelihood(logProbabilities:labels:reduction:classWeights:ignoredLabel:)``.
  /// - Parameter reduction: the mean divides by the weights of the rows that count.
  /// - Parameter classWeights: one factor a class; nil for 1.
  /// - Parameter ignoredLabel: rows with this label count for nothing.
  /// - Returns: the loss.
  /// - Throws: `InputError`, and then the log-probabilities are what they were.
  public mutating func formNegativeLogLikelihoodGradient(
    labels: [Int], reduction: Reduction = .mean, classWeights: [Double]? = nil,
    ignoredLabel: Int? = nil
  ) throws(InputError) -> NDArray {
    let options = LossOptions(
      reduction: reduction, classWeights: classWeights, ignoredLabel: ignoredLabel)
    let plan = try LossPlan<Scalar>(
      "logProbabilities", shape: shape, target: .labels(labels), options: options,
      operation: "negativeLogLikelihood")
    return plan.form(&self, by: plan.logLikelihood)
  }
}
