public import SoftmaxCore

/// The Jacobian of softmax of one vector, diag(p) − p pᵀ.
///
/// - Parameter logits: shape `[K]`.
/// - Returns: shape `[K, K]`, symmetric, rows summing to 0. All NaN where softmax is NaN.
/// - Throws: `DomainError` if the array has not exactly one axis.
/// - Complexity: O(K²). ``softmaxBackward(probabilities:cotangent:axis:temperature:)`` multiplies by
///   it in O(K).
/// - SeeAlso: Bridle, "Training stochastic model recognition algorithms as networks can lead to
///   maximum mutual information estimation of parameters", NIPS 2, 1989, eq. 5.
public func softmaxJacobian<Scalar>(
  _ logits: NDArray<Scalar>
) throws(DomainError) -> NDArray<Scalar> {
  guard logits.rank == 1 else {
    throw DomainError(
      operation: "softmaxJacobian", operand: "the number of axes of logits", value: logits.rank,
      requirement: "give a vector")
  }
  let count = logits.elements.count
  var probabilities = [Scalar](repeating: 0, count: count)
  return NDArray(
    uncheckedShape: [count, count],
    elements: newElements(count: count * count) { output in
      logits.storage.withUnsafePointer { logits in
        probabilities.withUnsafeMutableBufferPointer { p in
          if let p = p.baseAddress { Scalar.kernels.jacobian(logits, p, output, count) }
        }
      }
    })
}
