/// The cross entropy of a batch, straight from the logits.
///
/// ```
/// loss = −Σₖ wₖ yₖ log pₖ,    p = softmax(logits) along the last axis
/// ```
/// y is the target after smoothing, w the class weights. Nothing is added inside the logarithm.
///
/// - Parameter logits: shape `[N, K]`, or `[K]` for one example. `−∞` masks a class.
/// - Parameter target: N labels, or distributions of the shape of the logits.
/// - Parameter options: reduction (the mean by default), smoothing, weights, an ignored label, unit.
/// - Returns: shape `[N]` without reduction, else a scalar. The mean of nothing is NaN, its sum 0.
/// - Throws: ``InputError``: a shape if logits, target and weights do not fit; a domain if a label
///   is no class, a weight is negative or the smoothing is outside 0...1.
public func crossEntropy<Scalar>(
  logits: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> NDArray<Scalar> {
  let plan = try LossPlan(
    shape: logits.shape, target: target, options: options, operation: "crossEntropy")
  return logits.elements.withUnsafeBufferPointer {
    plan.crossEntropy($0.baseAddress, gradient: nil)
  }
}

/// The cross entropy of a batch and its gradient with respect to the logits, in one pass.
///
/// ```
/// ∂loss/∂zᵢ = (pᵢ Σₖ wₖ yₖ − wᵢ yᵢ) / (ln b · divisor of the mean)
/// ```
///
/// - Parameter logits: shape `[N, K]`, or `[K]` for one example.
/// - Parameter target: as for the loss alone.
/// - Parameter options: as for the loss alone. Without reduction the gradient is that of the sum.
/// - Returns: the loss, and the gradient in the shape of the logits; rows of it sum to 0.
/// - Throws: ``InputError``, as the loss alone.
public func crossEntropyWithGradient<Scalar>(
  logits: NDArray<Scalar>, target: LossTarget<Scalar>, options: LossOptions = LossOptions()
) throws(InputError) -> (loss: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let plan = try LossPlan(
    shape: logits.shape, target: target, options: options, operation: "crossEntropyWithGradient")
  var loss = NDArray<Scalar>(repeating: 0, shape: [])
  guard !logits.elements.isEmpty else { return (plan.crossEntropy(nil, gradient: nil), logits) }
  let gradient = newElements(count: logits.elements.count) { output in
    loss = logits.elements.withUnsafeBufferPointer {
      plan.crossEntropy($0.baseAddress, gradient: output)
    }
  }
  return (loss, NDArray(uncheckedShape: logits.shape, elements: gradient))
}

extension NDArray {
  /// Logits become the gradient of their cross entropy, in their own memory.
  ///
  /// - Parameter target: as for ``crossEntropy(logits:target:options:)``.
  /// - Returns: the loss.
  /// - Throws: ``InputError``, and then the logits are what they were.
  public mutating func formCrossEntropyGradient(
    target: LossTarget<Scalar>, options: LossOptions = LossOptions()
  ) throws(InputError) -> NDArray {
    let plan = try LossPlan(
      shape: shape, target: target, options: options, operation: "formCrossEntropyGradient")
    return elements.withUnsafeMutableBufferPointer {
      plan.crossEntropy($0.baseAddress.map { UnsafePointer($0) }, gradient: $0.baseAddress)
    }
  }
}
