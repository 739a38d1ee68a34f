public import SoftmaxCore

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
/// - Throws: `InputError`, as ``crossEntropy(logits:target:options:)``.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §5.4.
public func crossEntropy<Scalar>(
  probabilities: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  guard options.temperature == 1 else {
    throw .domain(
      DomainError(
        operation: "crossEntropy", operand: "temperature", value: options.temperature,
        requirement: "probabilities have none: give it to softmax"))
  }
  let plan = try LossPlan(
    "probabilities", shape: probabilities.shape, target: target, options: options,
    operation: "crossEntropy")
  return plan.lossAndGradient(of: probabilities, by: plan.ofProbabilities)
}
