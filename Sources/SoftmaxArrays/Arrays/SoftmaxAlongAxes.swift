public import SoftmaxCore

/// softmax over several axes at once, as if they were one.
///
/// - Parameter logits: any shape.
/// - Parameter axes: each counted from 0 or from −1 at the end, none twice; no axes leave each
///   element by itself.
/// - Parameter temperature: T ≥ 0, as for one axis.
/// - Returns: the same shape.
/// - Throws: `DomainError` if there is no such axis, one is named twice, or `temperature` is
///   negative or NaN.
/// - Complexity: O(elements), nothing is copied: axes that are neighbours have one stride, others a
///   table of where their elements are.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
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
/// - Throws: `DomainError` as softmax.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
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
/// - Throws: `DomainError` as softmax.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSumExp<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int], temperature: Double = 1
) throws(DomainError) -> NDArray<Scalar> {
  let axes = try logits.resolved(axes: axes, in: "logSumExp")
  try checkTemperature(temperature, in: "logSumExp")
  let shape = logits.axesOther(than: axes).map { logits.shape[$0] }
  guard !logits.elements.isEmpty else {
    // The sum over no elements; but an axis of none may stand beside one of very many.
    guard try elementCount(of: shape, in: "logSumExp") <= 1 << 31 else {
      throw DomainError(
        operation: "logSumExp", operand: "the shape of logits", value: logits.shape,
        requirement: "the answer would have more elements than memory holds")
    }
    return NDArray(repeating: -.infinity, shape: shape)
  }
  let layout = logits.layout(along: axes)
  return NDArray(
    uncheckedShape: shape,
    elements: newElements(count: layout.count) { output in
      logits.storage.withUnsafePointer {
        Scalar.kernels(at: temperature).logSumExp($0, output, layout, temperature)
      }
    })
}
