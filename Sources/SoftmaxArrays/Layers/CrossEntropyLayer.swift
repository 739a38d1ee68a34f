public import SoftmaxCore

/// Cross entropy of probabilities as a layer, to follow a ``SoftmaxLayer``.
///
/// One example (`[K]`) or a batch (`[N, K]`); labels, one-hot rows or any distributions. The two
/// layers one after the other have the gradient that ``SoftmaxWithLoss`` has at once, but lose digits
/// on the way: p may underflow, and y/p is multiplied by p again.
public struct CrossEntropyLayer<Scalar: ArrayScalar>: Hashable, Sendable {
  /// Reduction, smoothing, weights, an ignored label and the unit.
  public let options: LossOptions
  /// ∂loss/∂p of the last forward pass; nil before the first.
  public private(set) var gradient: NDArray<Scalar>?

  /// A layer that has seen nothing yet.
  public init(options: LossOptions = LossOptions()) { self.options = options }

  /// The loss of probabilities.
  ///
  /// - Returns: a scalar, or one loss a row without reduction.
  /// - Throws: `InputError` as ``crossEntropy(probabilities:target:options:)``.
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public mutating func forward(
    _ probabilities: NDArray<Scalar>, target: LossTarget<Scalar>
  ) throws(InputError) -> NDArray<Scalar> {
    let result = try crossEntropy(probabilities: probabilities, target: target, options: options)
    gradient = result.gradient
    return result.loss
  }

  /// ∂L/∂p, where the loss of the last forward pass enters L with the factor `cotangent`.
  ///
  /// - Precondition: there was a forward pass.
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public func backward(_ cotangent: Scalar = 1) -> NDArray<Scalar> {
    guard let gradient else {
      programmerError("CrossEntropyLayer.backward needs a forward pass before it.")
    }
    return gradient.times(cotangent)
  }
}

extension NDArray {
  /// Each element times a factor.
  func times(_ factor: Scalar) -> NDArray {
    guard factor != 1 else { return self }
    var result = self
    let line = FibreLayout(outer: 1, axis: elements.count, inner: 1)
    result.storage.withUnsafeMutableBufferPointer { values in
      guard let values = values.baseAddress else { return }
      [factor].withUnsafePointer { Scalar.kernels.scaleFibres(values, $0, line) }
    }
    return result
  }
}
