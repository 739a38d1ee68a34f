/// gᵀJ of softmax along an axis, from what the forward pass returned.
///
/// ```
/// ∂L/∂zᵢ = pᵢ (gᵢ − Σⱼ pⱼ gⱼ),    g = ∂L/∂p
/// ```
///
/// - Parameter probabilities: p = softmax(z), any shape.
/// - Parameter cotangent: g, the same shape.
/// - Parameter axis: the axis of the forward pass.
/// - Returns: ∂L/∂z, the same shape; each line sums to 0.
/// - Throws: ``InputError``: a shape if the two differ, a domain if there is no such axis.
/// - Complexity: O(elements); the Jacobian is not built.
public func softmaxBackward<Scalar>(
  probabilities: NDArray<Scalar>, cotangent: NDArray<Scalar>, axis: Int = -1
) throws(InputError) -> NDArray<Scalar> {
  try backward(
    ("probabilities", probabilities), cotangent, axis: axis, in: "softmaxBackward",
    by: Scalar.kernels.softmaxBackward)
}

/// gᵀJ of log-softmax along an axis, from what the forward pass returned.
///
/// ```
/// ∂L/∂zᵢ = gᵢ − pᵢ Σₖ gₖ,    g = ∂L/∂log p
/// ```
///
/// - Parameter logProbabilities: log p = log-softmax(z), in nats, any shape.
/// - Parameter cotangent: g, the same shape.
/// - Parameter axis: the axis of the forward pass.
/// - Returns: ∂L/∂z, the same shape; each line sums to 0.
/// - Throws: ``InputError``: a shape if the two differ, a domain if there is no such axis.
public func logSoftmaxBackward<Scalar>(
  logProbabilities: NDArray<Scalar>, cotangent: NDArray<Scalar>, axis: Int = -1
) throws(InputError) -> NDArray<Scalar> {
  try backward(
    ("logProbabilities", logProbabilities), cotangent, axis: axis, in: "logSoftmaxBackward",
    by: Scalar.kernels.logSoftmaxBackward)
}

/// gᵀJ of log-sum-exp along an axis: each line's g, shared out by softmax.
///
/// ```
/// ∂L/∂zᵢ = g pᵢ
/// ```
///
/// - Parameter logits: z, any shape.
/// - Parameter cotangent: g, the shape of z without the axis.
/// - Parameter axis: the axis of the forward pass.
/// - Returns: ∂L/∂z, the shape of z.
/// - Throws: ``InputError``: a shape if the two do not fit, a domain if there is no such axis.
public func logSumExpBackward<Scalar>(
  logits: NDArray<Scalar>, cotangent: NDArray<Scalar>, axis: Int = -1
) throws(InputError) -> NDArray<Scalar> {
  let operation = "logSumExpBackward"
  let index: Int
  var result: NDArray<Scalar>
  do {
    index = try logits.resolved(axis: axis, in: operation)
    result = try softmax(logits, axis: index)
  } catch { throw .domain(error) }
  var reduced = logits.shape
  reduced.remove(at: index)
  try checkShapes(
    ("logits without the axis", reduced), ("cotangent", cotangent.shape), in: operation)
  let layout = logits.layout(around: index)
  result.elements.withUnsafeMutableBufferPointer { values in
    guard let values = values.baseAddress else { return }
    cotangent.elements.withUnsafePointer { Scalar.kernels.scaleFibres(values, $0, layout) }
  }
  return result
}

private func backward<Scalar>(
  _ forward: (name: String, array: NDArray<Scalar>), _ cotangent: NDArray<Scalar>, axis: Int,
  in operation: String, by kernel: RowKernels<Scalar>.Backward
) throws(InputError) -> NDArray<Scalar> {
  let array = forward.array
  try checkShapes(
    (forward.name, array.shape), ("cotangent", cotangent.shape), in: operation)
  let layout: AxisLayout
  do {
    layout = array.layout(around: try array.resolved(axis: axis, in: operation))
  } catch { throw .domain(error) }
  return NDArray(
    uncheckedShape: array.shape,
    elements: newElements(count: array.elements.count) { output in
      array.elements.withUnsafePointer { forward in
        cotangent.elements.withUnsafePointer { kernel(forward, $0, output, layout) }
      }
    })
}

/// Equal shapes, or which two differ.
func checkShapes(
  _ reference: (name: String, shape: [Int]), _ offender: (name: String, shape: [Int]),
  in operation: String
) throws(InputError) {
  guard reference.shape == offender.shape else {
    let differing = zip(reference.shape, offender.shape).enumerated().first { $1.0 != $1.1 }
    let axis = differing.map { "index-\($0.offset)" } ?? "number of"
    throw .shape(
      ShapeError(
        operation: operation, axis: axis,
        reference: .init(name: reference.name, shape: reference.shape),
        offender: .init(name: offender.name, shape: offender.shape)))
  }
}
