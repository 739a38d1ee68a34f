public import SoftmaxCore

/// Where the largest element of each line along an axis is: the class softmax finds most probable.
///
/// - Parameter values: any shape with at least one element along the axis.
/// - Parameter axis: counted from 0, or from −1 at the end.
/// - Returns: one place a line, row-major over the other axes, counted from 0: the first of equals,
///   the first NaN if there is one.
/// - Throws: `DomainError` if there is no such axis, or it has no element to choose.
/// - SeeAlso: numpy's `argmax`.
public func argMax<Scalar>(
  _ values: NDArray<Scalar>, axis: Int = -1
) throws(DomainError) -> [Int] {
  let index = try values.resolved(axis: axis, in: "argMax")
  let (length, lines) = (values.shape[index], values.axesOther(than: [index]))
  guard length > 0 else {
    throw DomainError(
      operation: "argMax", operand: "the shape of values", value: values.shape,
      requirement: "an axis without elements has no largest")
  }
  let rows = index == values.rank - 1 ? values : values.movedToEnd(axis: index)
  let count = lines.map { values.shape[$0] }.reduce(1, *)
  let codes: [Int32] = newElements(count: count) { output in
    rows.storage.withUnsafePointer { Scalar.kernels.argMax($0, count, length, output) }
  }
  return codes.map { Int($0) }
}

/// A row a label, 1 at its class and 0 elsewhere.
///
/// - Parameter labels: N classes, counted from 0.
/// - Parameter classes: K.
/// - Parameter type: of the elements.
/// - Returns: shape `[N, K]`.
/// - Throws: `DomainError` if a label counts none of the classes, or the array would be too large.
/// - SeeAlso: PyTorch's `one_hot`; ``argMax(_:axis:)``, which undoes it.
public func oneHot<Scalar>(
  _ labels: [Int], classes: Int, as type: Scalar.Type = Double.self
) throws(DomainError) -> NDArray<Scalar> {
  let codes = try indices(of: labels, classes: classes, in: "oneHot")
  let count = try elementCount(of: [labels.count, classes], in: "oneHot")
  var elements = [Scalar](repeating: 0, count: count)
  for (row, label) in codes.enumerated() { elements[row * classes + Int(label)] = 1 }
  return NDArray(uncheckedShape: [labels.count, classes], elements: elements)
}

/// log(eᵃ + eᵇ), element by element.
///
/// - Parameter a: nats, any shape.
/// - Parameter b: nats, the same shape.
/// - Returns: nats, the same shape, each as `logAddExp(_:_:)` of two numbers.
/// - Throws: `InputError` if the shapes differ.
/// - SeeAlso: numpy's `logaddexp`.
public func logAddExp<Scalar>(
  _ a: NDArray<Scalar>, _ b: NDArray<Scalar>
) throws(InputError) -> NDArray<Scalar> {
  try checkShapes(("a", a.shape), ("b", b.shape), in: "logAddExp")
  // The two as a matrix of two rows, along its columns.
  let pairs = NDArray(uncheckedShape: [2, a.storage.count], elements: a.storage + b.storage)
  do {
    return NDArray(uncheckedShape: a.shape, elements: try logSumExp(pairs, axis: 0).storage)
  } catch { throw .domain(error) }
}
