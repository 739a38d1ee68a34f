extension NDArray {
  /// The index of an axis that may be counted from the end.
  ///
  /// - Parameter axis: in −rank ..< rank.
  func resolved(axis: Int, in operation: String) throws(DomainError) -> Int {
    guard (-rank..<rank).contains(axis) else {
      throw DomainError(
        operation: operation, operand: "axis", value: axis,
        requirement: rank == 0
          ? "a scalar has no axis"
          : "an array of shape \(shape) has axes \(-rank) to \(rank - 1)")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// The array as [outer, axis, inner] around one axis.
  func layout(around axis: Int) -> AxisLayout {
    AxisLayout(
      outer: shape[..<axis].reduce(1, *), axis: shape[axis],
      inner: shape[(axis + 1)...].reduce(1, *))
  }

  /// A new array of the same shape, written by a kernel from this one.
  func mapped(
    _ layout: AxisLayout, by kernel: RowKernels<Scalar>.AlongAxis
  ) -> NDArray {
    NDArray(
      uncheckedShape: shape,
      elements: newElements(count: elements.count) { output in
        elements.withUnsafePointer { kernel($0, output, layout) }
      })
  }
}

/// `count` elements that `write` sets, all of them.
func newElements<Scalar>(
  count: Int, _ write: (UnsafeMutablePointer<Scalar>) -> Void
) -> [Scalar] {
  [Scalar](unsafeUninitializedCapacity: count) { buffer, initialized in
    if let base = buffer.baseAddress, count > 0 { write(base) }
    initialized = count
  }
}

extension Array where Element: ArrayScalar {
  /// The elements where they lie; `body` is not called when there are none.
  func withUnsafePointer(_ body: (UnsafePointer<Element>) -> Void) {
    withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base) }
    }
  }
}
