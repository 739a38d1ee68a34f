public import SoftmaxCore

/// softmax as a layer: what it returned forward is what its backward pass needs.
public struct SoftmaxLayer<Scalar: ArrayScalar>: Hashable, Sendable {
  /// The axis of the classes, counted from 0, or from −1 at the end.
  public let axis: Int
  /// The probabilities of the last forward pass; nil before the first.
  public private(set) var probabilities: NDArray<Scalar>?

  /// A layer that has seen nothing yet; the axis is looked at when it does.
  public init(axis: Int = -1) { self.axis = axis }

  /// softmax of the logits, any shape that has the axis.
  ///
  /// - Throws: `DomainError` if the logits have no such axis.
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public mutating func forward(
    _ logits: NDArray<Scalar>
  ) throws(DomainError) -> NDArray<Scalar> {
    let result = try softmax(logits, axis: axis)
    probabilities = result
    return result
  }

  /// ∂L/∂z from ∂L/∂p, through the last forward pass.
  ///
  /// - Precondition: there was a forward pass.
  /// - Throws: `InputError` if the shape is not that of the probabilities.
  /// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
  public func backward(
    _ cotangent: NDArray<Scalar>
  ) throws(InputError) -> NDArray<Scalar> {
    guard let probabilities else {
      programmerError("SoftmaxLayer.backward needs a forward pass before it.")
    }
    return try softmaxBackward(probabilities: probabilities, cotangent: cotangent, axis: axis)
  }
}
