/// softmax over several axes at once, as if they were one.
///
/// - Parameter logits: any shape.
/// - Parameter axes: each counted from 0 or from −1 at the end, none twice; no axes leave each
///   element by itself.
/// - Parameter temperature: T ≥ 0, as for one axis.
/// - Returns: the same shape.
/// - Throws: ``DomainError`` if there is no such axis, one is named twice, or `temperature` is
///   negative or NaN.
/// - Complexity: O(elements), nothing is copied: axes that are neighbours have one stride, others a
///   table of where their elements are.
public func softmax<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int], temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  let layout = logits.layout(along: try logits.resolved(axes: axes, in: "softmax"))
  try checkTemperature(temperature, in: "softmax")
  return logits.mapped(
    layout, temperature: temperature, by: Scalar.kernels(at: temperature).softmax)
}

/// log-softmax over several axes at once, in nats.
///
/// - Parameter logits: any shape.
/// - Parameter axes: as for ``softmax(_:axes:temperature:)``.
/// - Parameter temperature: T ≥ 0, as for one axis.
/// - Returns: the same shape, ≤ 0.
/// - Throws: ``DomainError`` as softmax.
public func logSoftmax<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int], temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  let layout = logits.layout(along: try logits.resolved(axes: axes, in: "logSoftmax"))
  try checkTemperature(temperature, in: "logSoftmax")
  return logits.mapped(
    layout, temperature: temperature, by: Scalar.kernels(at: temperature).logSoftmax)
}

/// log-sum-exp over several axes at once, in nats.
///
/// - Parameter logits: any shape; special values as along one axis.
/// - Parameter axes: as for ``softmax(_:axes:temperature:)``.
/// - Parameter temperature: T ≥ 0, as for one axis.
/// - Returns: the shape without those axes.
/// - Throws: ``DomainError`` as softmax.
public func logSumExp<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int], temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  let axes = try logits.resolved(axes: axes, in: "logSumExp")
  try checkTemperature(temperature, in: "logSumExp")
  let shape = logits.axesOther(than: axes).map { logits.shape[$0] }
  guard !logits.elements.isEmpty else { return NDArray(repeating: -.infinity, shape: shape) }
  let layout = logits.layout(along: axes)
  return NDArray(
    uncheckedShape: shape,
    elements: newElements(count: layout.count) { output in
      logits.elements.withUnsafePointer {
        Scalar.kernels(at: temperature).logSumExp($0, output, layout, temperature)
      }
    })
}
