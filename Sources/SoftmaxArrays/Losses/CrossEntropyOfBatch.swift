public import SoftmaxCore

/// The cross entropy of a batch, straight from the logits.
///
/// ```
/// loss = −Σₖ wₖ yₖ log pₖ,    p = softmax(logits) along the last axis
/// ```
/// y is the target after smoothing, w the class weights. Nothing is added inside the logarithm.
///
/// - Parameter logits: shape `[N, K]`, `[K]` for one example, or more axes, such as `[N, K, H, W]`
///   with `axis: 1`. `−∞` masks a class.
/// - Parameter target: a label for each place beside the classes, row-major, or distributions of the
///   shape of the logits.
/// - Parameter options: reduction (the mean by default), smoothing, weights, an ignored label,
///   temperature, axis, unit.
/// - Returns: the shape without the classes if nothing is reduced, else a scalar. The mean of nothing
///   is NaN, its sum 0. Each loss is within 4 ulps of the exact value.
/// - Throws: `InputError`: a shape if logits, target and weights do not fit; a domain if a label
///   is no class, a weight is negative or the smoothing is outside 0...1.
/// - SeeAlso: Goodfellow, Bengio & Courville, *Deep Learning*, MIT Press 2016, §6.2.2.3.
public func crossEntropy<Scalar>(
  logits: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> NDArray<Scalar> {
  let plan = try LossPlan(
    shape: logits.shape, target: target, options: options, operation: "crossEntropy")
  return plan.crossEntropy(of: logits)
}

/// The cross entropy of a batch and its gradient with respect to the logits, in one pass.
///
/// ```
/// ∂loss/∂zᵢ = (pᵢ Σₖ wₖ yₖ − wᵢ yᵢ) / (T ln b · divisor of the mean)
/// ```
///
/// - Parameter logits: as for the loss alone.
/// - Parameter target: as for the loss alone.
/// - Parameter options: as for the loss alone. Without reduction the gradient is that of the sum.
/// - Returns: the loss, and the gradient in the shape of the logits; rows of it sum to 0.
/// - Throws: `InputError`, as the loss alone.
/// - SeeAlso: Goodfellow, Bengio & Courville, *Deep Learning*, MIT Press 2016, §6.2.2.3.
public func crossEntropyWithGradient<Scalar>(
  logits: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let plan = try LossPlan(
    shape: logits.shape, target: target, options: options, operation: "crossEntropyWithGradient")
  return plan.crossEntropyAndGradient(of: logits)
}

extension NDArray {
  /// Logits become the gradient of their cross entropy, in their own memory.
  ///
  /// - Parameter target: as for ``crossEntropy(logits:target:options:)``.
  /// - Parameter options: as for the loss alone.
  /// - Returns: the loss.
  /// - Throws: `InputError`, and then the logits are what they were.
  public mutating func formCrossEntropyGradient(
    target: LossTarget<Scalar>, options: LossOptions = LossOptions()
  ) throws(InputError) -> NDArray {
    let plan = try LossPlan(
      shape: shape, target: target, options: options, operation: "formCrossEntropyGradient")
    return plan.formCrossEntropyGradient(&self)
  }
}
