public import SoftmaxCore

/// gᵀJ of softmax along an axis, from what the forward pass returned.
///
/// ```
/// ∂L/∂zᵢ = pᵢ (gᵢ − Σⱼ pⱼ gⱼ) / T,    g = ∂L/∂p
/// ```
/// The mean Σⱼ pⱼ gⱼ is found twice: what the first rounding left of it is the mean of the
/// differences from it. So a component keeps its digits whether one class is nearly certain or all
/// are alike.
///
/// - Parameter probabilities: p = softmax(z/T), any shape.
/// - Parameter cotangent: g, the same shape.
/// - Parameter axis: the axis of the forward pass.
/// - Parameter temperature: T of the forward pass.
/// - Returns: ∂L/∂z, the same shape; each line sums to 0.
/// - Throws: `InputError`: a shape if the two differ, a domain if there is no such axis or
///   `temperature` is negative or NaN.
/// - Complexity: O(elements); the Jacobian is not built.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
public func softmaxBackward<Scalar>(
  probabilities: NDArray<Scalar>, cotangent: NDArray<Scalar>, axis: Int = -1,
  temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  try softmaxBackward(
    probabilities: probabilities, cotangent: cotangent, axes: [axis], temperature: temperature)
}

/// gᵀJ of softmax over several axes at once.
///
/// - Parameter probabilities: p = softmax(z/T), any shape.
/// - Parameter cotangent: g, the same shape.
/// - Parameter axes: the axes of the forward pass, as for ``softmax(_:axes:temperature:)``.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: ∂L/∂z, as for one axis.
/// - Throws: `InputError` as for one axis, or if one is named twice.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
public func softmaxBackward<Scalar>(
  probabilities: NDArray<Scalar>, cotangent: NDArray<Scalar>, axes: [Int], temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  try backward(
    ("probabilities", probabilities), cotangent, axes, temperature, in: "softmaxBackward",
    by: Scalar.kernels(at: temperature).softmaxBackward)
}

/// gᵀJ of log-softmax along an axis, from what the forward pass returned.
///
/// ```
/// ∂L/∂zᵢ = (gᵢ − pᵢ Σₖ gₖ) / T,    g = ∂L/∂log p
/// ```
///
/// - Parameter logProbabilities: log p = log-softmax(z/T), in nats, any shape.
/// - Parameter cotangent: g, the same shape.
/// - Parameter axis: the axis of the forward pass.
/// - Parameter temperature: T of the forward pass.
/// - Returns: ∂L/∂z, the same shape; each line sums to 0.
/// - Throws: `InputError`: a shape if the two differ, a domain if there is no such axis or
///   `temperature` is negative or NaN.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
public func logSoftmaxBackward<Scalar>(
  logProbabilities: NDArray<Scalar>, cotangent: NDArray<Scalar>, axis: Int = -1,
  temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  try logSoftmaxBackward(
    logProbabilities: logProbabilities, cotangent: cotangent, axes: [axis],
    temperature: temperature)
}

/// gᵀJ of log-softmax over several axes at once.
///
/// - Parameter logProbabilities: log p, in nats, any shape.
/// - Parameter cotangent: g, the same shape.
/// - Parameter axes: the axes of the forward pass.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: ∂L/∂z, as for one axis.
/// - Throws: `InputError` as for one axis, or if one is named twice.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
public func logSoftmaxBackward<Scalar>(
  logProbabilities: NDArray<Scalar>, cotangent: NDArray<Scalar>, axes: [Int],
  temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  try backward(
    ("logProbabilities", logProbabilities), cotangent, axes, temperature, in: "logSoftmaxBackward",
    by: Scalar.kernels(at: temperature).logSoftmaxBackward)
}

/// gᵀJ of log-sum-exp along an axis: each line's g, shared out by softmax.
///
/// ```
/// ∂L/∂zᵢ = g pᵢ / T
/// ```
///
/// - Parameter logits: z, any shape.
/// - Parameter cotangent: g, the shape of z without the axis.
/// - Parameter axis: the axis of the forward pass.
/// - Parameter temperature: T of the forward pass.
/// - Returns: ∂L/∂z, the shape of z. A line that is `−∞` throughout, or holds a `+∞` or a NaN, is NaN:
///   its softmax, 0/0 or ∞/∞, has no value, and so log-sum-exp has no slope there.
/// - Throws: `InputError`: a shape if the two do not fit, a domain if there is no such axis or
///   `temperature` is negative or NaN.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
public func logSumExpBackward<Scalar>(
  logits: NDArray<Scalar>, cotangent: NDArray<Scalar>, axis: Int = -1, temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  try logSumExpBackward(
    logits: logits, cotangent: cotangent, axes: [axis], temperature: temperature)
}

/// gᵀJ of log-sum-exp over several axes at once.
///
/// - Parameter logits: z, any shape.
/// - Parameter cotangent: g, the shape of z without the axes.
/// - Parameter axes: the axes of the forward pass.
/// - Parameter temperature: T ≥ 0; 0 and `∞` are limits.
/// - Returns: ∂L/∂z, the shape of z.
/// - Throws: `InputError` as for one axis, or if one is named twice.
/// - SeeAlso: Griewank & Walther, *Evaluating Derivatives*, 2nd ed., SIAM 2008, §3.2 (reverse mode).
public func logSumExpBackward<Scalar>(
  logits: NDArray<Scalar>, cotangent: NDArray<Scalar>, axes: [Int], temperature: Double = 1
) throws(InputError) -> NDArray<Scalar> {
  let operation = "logSumExpBackward"
  let indices: [Int]
  var result: NDArray<Scalar>
  do {
    indices = try logits.resolved(axes: axes, in: operation)
    try checkTemperature(temperature, in: operation)
    result = try softmax(logits, axes: indices, temperature: temperature)
  } catch { throw .domain(error) }
  let reduced = logits.axesOther(than: indices).map { logits.shape[$0] }
  try checkShapes(
    ("logits without the axis", reduced), ("cotangent", cotangent.shape), in: operation)
  let factors =
    temperature == 1
    ? cotangent.storage : Scalar.rounded(Scalar.widened(cotangent.storage).map { $0 / temperature })
  let layout = logits.layout(along: indices)
  result.storage.withUnsafeMutableBufferPointer { values in
    guard let values = values.baseAddress else { return }
    factors.withUnsafePointer { Scalar.kernels.scaleFibres(values, $0, layout) }
  }
  return result
}

private func backward<Scalar>(
  _ forward: (name: String, array: NDArray<Scalar>), _ cotangent: NDArray<Scalar>, _ axes: [Int],
  _ temperature: Double, in operation: String, by kernel: RowKernels<Scalar>.Backward
) throws(InputError) -> NDArray<Scalar> {
  let array = forward.array
  try checkShapes(
    (forward.name, array.shape), ("cotangent", cotangent.shape), in: operation)
  let layout: FibreLayout
  do {
    layout = array.layout(along: try array.resolved(axes: axes, in: operation))
    try checkTemperature(temperature, in: operation)
  } catch { throw .domain(error) }
  return NDArray(
    uncheckedShape: array.shape,
    elements: newElements(count: array.elements.count) { output in
      array.storage.withUnsafePointer { forward in
        cotangent.storage.withUnsafePointer {
          kernel(forward, $0, output, layout, 1 / temperature)
        }
      }
    })
}

/// Equal shapes, or which two differ.
package func checkShapes(
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
