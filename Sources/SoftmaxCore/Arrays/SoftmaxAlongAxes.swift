/// softmax over several axes at once, as if they were one.
///
/// - Parameter logits: any shape.
/// - Parameter axes: each counted from 0 or from −1 at the end, none twice; no axes leave each
///   element by itself.
/// - Returns: the same shape.
/// - Throws: ``DomainError`` if there is no such axis, or one is named twice.
/// - Complexity: axes that are neighbours are strided over; others cost a transposed copy.
public func softmax<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int]
) throws(DomainError) -> NDArray<Scalar> {
  try logits.mergingAxes(axes, in: "softmax") { merged throws(DomainError) in
    try softmax(merged, axis: 1)
  }
}

/// log-softmax over several axes at once, in nats.
///
/// - Parameter axes: as for ``softmax(_:axes:)``.
/// - Throws: ``DomainError`` if there is no such axis, or one is named twice.
public func logSoftmax<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int]
) throws(DomainError) -> NDArray<Scalar> {
  try logits.mergingAxes(axes, in: "logSoftmax") { merged throws(DomainError) in
    try logSoftmax(merged, axis: 1)
  }
}

/// log-sum-exp over several axes at once, in nats.
///
/// - Parameter axes: as for ``softmax(_:axes:)``.
/// - Returns: the shape without those axes.
/// - Throws: ``DomainError`` if there is no such axis, or one is named twice.
public func logSumExp<Scalar>(
  _ logits: NDArray<Scalar>, axes: [Int]
) throws(DomainError) -> NDArray<Scalar> {
  let merged = try logits.resolved(axes: axes, in: "logSumExp")
  let kept = logits.shape.indices.filter { !merged.contains($0) }
  let rows = kept.map { logits.shape[$0] }
  let matrix = NDArray(
    uncheckedShape: [rows.reduce(1, *), merged.map { logits.shape[$0] }.reduce(1, *)],
    elements: logits.transposed(kept + merged).elements)
  return try logSumExp(matrix, axis: 1).reshaped(rows)
}

extension NDArray {
  fileprivate func resolved(axes: [Int], in operation: String) throws(DomainError) -> [Int] {
    var result: [Int] = []
    for axis in axes {
      let index = try resolved(axis: axis, in: operation)
      guard !result.contains(index) else {
        throw DomainError(
          operation: operation, operand: "axes", shape: [axes.count], index: [result.count],
          value: axis, requirement: "each axis may be named once")
      }
      result.append(index)
    }
    return result.sorted()
  }

  /// `body` on [outer, merged axes, inner], back in this shape.
  fileprivate func mergingAxes(
    _ axes: [Int], in operation: String,
    _ body: (NDArray) throws(DomainError) -> NDArray
  ) throws(DomainError) -> NDArray {
    let axes = try resolved(axes: axes, in: operation)
    let length = axes.map { shape[$0] }.reduce(1, *)
    let first = axes.first ?? rank
    if axes == Array(first..<(first + axes.count)) {
      let outer = shape[..<first].reduce(1, *)
      let inner = shape[(first + axes.count)...].reduce(1, *)
      let merged = NDArray(uncheckedShape: [outer, length, inner], elements: elements)
      return NDArray(uncheckedShape: shape, elements: try body(merged).elements)
    }
    let order = shape.indices.filter { !axes.contains($0) } + axes
    let sorted = transposed(order)
    let rows = shape.reduce(1, *) / max(length, 1)
    let result = try body(
      NDArray(uncheckedShape: [rows, length, 1], elements: sorted.elements))
    let back = order.indices.map { axis in order.firstIndex(of: axis) ?? axis }
    return NDArray(uncheckedShape: sorted.shape, elements: result.elements).transposed(back)
  }
}
