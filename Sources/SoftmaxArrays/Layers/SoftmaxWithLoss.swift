public import SoftmaxCore

/// softmax and cross entropy as one last layer, whose backward pass is p − y.
///
/// One example (`[K]`) or a batch (`[N, K]`); labels, one-hot rows or any distributions.
public struct SoftmaxWithLoss<Scalar: ArrayScalar>: Hashable, Sendable {
  /// Reduction, smoothing, weights, an ignored label and the unit.
  public let options: LossOptions
  /// ∂loss/∂logits of the last forward pass; nil before the first.
  public private(set) var gradient: NDArray<Scalar>?

  /// A layer that has seen nothing yet.
  public init(options: LossOptions = LossOptions()) { self.options = options }

  /// The loss; its gradient is made in the same pass and kept.
  ///
  /// - Returns: a scalar, or one loss a row without reduction.
  /// - Throws: `InputError` as ``crossEntropy(logits:target:options:)``.
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public mutating func forward(
    _ logits: NDArray<Scalar>, target: LossTarget<Scalar>
  ) throws(InputError) -> NDArray<Scalar> {
    let result = try crossEntropyWithGradient(logits: logits, target: target, options: options)
    gradient = result.gradient
    return result.loss
  }

  /// ∂L/∂z, where the loss of the last forward pass enters L with the factor `cotangent`.
  ///
  /// - Precondition: there was a forward pass.
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public func backward(_ cotangent: Scalar = 1) -> NDArray<Scalar> {
    guard let gradient else {
      programmerError("SoftmaxWithLoss.backward needs a forward pass before it.")
    }
    return gradient.times(cotangent)
  }
}
