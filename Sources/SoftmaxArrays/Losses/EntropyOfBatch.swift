public import SoftmaxCore

/// The entropy of softmax(z/T) along the last axis, straight from the logits, and its gradient.
///
/// ```
/// H = Σᵢ pᵢ log(1/pᵢ),    ∂H/∂zᵢ = pᵢ (log(1/pᵢ) − H) / T
/// ```
/// Its use is as a bonus that keeps a policy from becoming certain too soon.
///
/// - Parameter logits: shape `[N, K]`, `[K]` for one example, or more axes. `−∞` masks a class.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter reduction: the mean over the rows by default; without one the gradient is that of the
///   sum.
/// - Returns: nats, the shape without the last axis if nothing is reduced, else a scalar; and the
///   gradient in the shape of the logits. A row whose softmax is NaN is NaN. Within 4 ulps of the
///   exact value, the gradient of the larger of its two terms.
/// - Throws: `InputError` for a scalar, or a temperature that is negative or NaN.
/// - SeeAlso: Williams & Peng, "Function optimization using connectionist reinforcement learning
///   algorithms", *Connection Science* 3(3), 1991, 241–268.
public func entropyWithGradient<Scalar>(
  logits: NDArray<Scalar>, temperature: Double = 1, reduction: Reduction = .mean
) throws(InputError) -> (entropy: NDArray<Scalar>, gradient: NDArray<Scalar>) {
  let plan = try LossPlan<Scalar>(
    rowsOf: logits.shape, reduction: reduction, temperature: temperature,
    operation: "entropyWithGradient")
  let result = plan.lossAndGradient(of: logits, by: plan.entropy)
  return (result.loss, result.gradient)
}

/// The entropy of softmax(z/T) along the last axis, straight from the logits.
///
/// - Parameter logits: shape `[N, K]`, `[K]` for one example, or more axes.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Parameter reduction: none by default: an entropy a row.
/// - Returns: nats, as with the gradient.
/// - Throws: `InputError`, as with the gradient.
/// - SeeAlso: Cover & Thomas, *Elements of Information Theory*, 2nd ed., §2.1.
public func entropy<Scalar>(
  logits: NDArray<Scalar>, temperature: Double = 1, reduction: Reduction = .none
) throws(InputError) -> NDArray<Scalar> {
  let plan = try LossPlan<Scalar>(
    rowsOf: logits.shape, reduction: reduction, temperature: temperature, operation: "entropy")
  return plan.loss(of: logits, by: plan.entropy)
}

extension LossPlan {
  fileprivate init(
    rowsOf shape: [Int], reduction: Reduction, temperature: Double, operation: String
  ) throws(InputError) {
    let unused = NDArray<Scalar>(uncheckedShape: shape, elements: [])
    try self.init(
      shape: shape, target: .distributions(unused),
      options: LossOptions(reduction: reduction, temperature: temperature), operation: operation)
  }

  fileprivate func entropy(
    _ logits: UnsafePointer<Scalar>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> NDArray<Scalar> {
    reduced { losses in
      guard let logits else { return }
      Scalar.kernels(at: options.temperature).entropy(
        PlainRows(
          logits: logits, rows: rows, classes: classes, temperature: options.temperature,
          factor: gradientScale), losses, gradient)
    }
  }
}
