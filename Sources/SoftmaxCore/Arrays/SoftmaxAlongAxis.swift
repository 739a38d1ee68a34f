/// softmax along one axis.
///
/// ```
/// pᵢ = exp(zᵢ − m) / Σⱼ exp(zⱼ − m),    m = maxⱼ zⱼ,    i and j along the axis
/// ```
///
/// - Parameter logits: any shape. Along the axis `−∞` masks a class; a NaN or `+∞`, or `−∞`
///   throughout, makes the whole line NaN and no other.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Returns: the same shape, each line summing to 1 up to rounding.
/// - Throws: ``DomainError`` if there is no such axis.
/// - Complexity: O(elements), nothing is transposed: other axes than the last are strided over.
public func softmax<Scalar>(
  _ logits: NDArray<Scalar>, axis: Int = -1
) throws(DomainError) -> NDArray<Scalar> {
  let axis = try logits.resolved(axis: axis, in: "softmax")
  return logits.mapped(logits.layout(around: axis), by: Scalar.kernels.softmax)
}

/// log-softmax along one axis, in nats, by the same sums as the vector function.
///
/// - Parameter logits: any shape, as for softmax.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Returns: the same shape, ≤ 0.
/// - Throws: ``DomainError`` if there is no such axis.
public func logSoftmax<Scalar>(
  _ logits: NDArray<Scalar>, axis: Int = -1
) throws(DomainError) -> NDArray<Scalar> {
  let axis = try logits.resolved(axis: axis, in: "logSoftmax")
  return logits.mapped(logits.layout(around: axis), by: Scalar.kernels.logSoftmax)
}

/// log-sum-exp along one axis, in nats.
///
/// - Parameter logits: any shape. A line is `−∞` if it is empty or `−∞` throughout, `+∞` if it holds
///   a `+∞` and no NaN, NaN if it holds one.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Returns: the shape without the axis.
/// - Throws: ``DomainError`` if there is no such axis.
public func logSumExp<Scalar>(
  _ logits: NDArray<Scalar>, axis: Int = -1
) throws(DomainError) -> NDArray<Scalar> {
  let axis = try logits.resolved(axis: axis, in: "logSumExp")
  let layout = logits.layout(around: axis)
  var shape = logits.shape
  shape.remove(at: axis)
  guard !logits.elements.isEmpty else {
    return NDArray(repeating: -.infinity, shape: shape)
  }
  return NDArray(
    uncheckedShape: shape,
    elements: newElements(count: layout.outer * layout.inner) { output in
      logits.elements.withUnsafePointer { Scalar.kernels.logSumExp($0, output, layout) }
    })
}

extension NDArray {
  /// Becomes its softmax along an axis, in its own memory.
  ///
  /// - Throws: ``DomainError`` if there is no such axis.
  public mutating func formSoftmax(axis: Int = -1) throws(DomainError) {
    let layout = layout(around: try resolved(axis: axis, in: "formSoftmax"))
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      Scalar.kernels.softmax(base, base, layout)
    }
  }

  /// Becomes its log-softmax along an axis, in its own memory.
  ///
  /// - Throws: ``DomainError`` if there is no such axis.
  public mutating func formLogSoftmax(axis: Int = -1) throws(DomainError) {
    let layout = layout(around: try resolved(axis: axis, in: "formLogSoftmax"))
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      Scalar.kernels.logSoftmax(base, base, layout)
    }
  }
}

/// The Jacobian of softmax of one vector, diag(p) − p pᵀ.
///
/// - Parameter logits: shape `[K]`.
/// - Returns: shape `[K, K]`.
/// - Throws: ``DomainError`` if the array has not exactly one axis.
/// - Complexity: O(K²). ``softmaxBackward(probabilities:cotangent:axis:)`` multiplies by it in O(K).
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
      logits.elements.withUnsafePointer { logits in
        probabilities.withUnsafeMutableBufferPointer { p in
          if let p = p.baseAddress { Scalar.kernels.jacobian(logits, p, output, count) }
        }
      }
    })
}
