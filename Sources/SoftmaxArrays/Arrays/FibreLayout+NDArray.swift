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

  /// The indices of several axes, in their order in the shape.
  func resolved(axes: [Int], in operation: String) throws(DomainError) -> [Int] {
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

  /// The fibres along some axes, given in their order in the shape.
  ///
  /// Neighbours are one axis with one stride; others need a table of where the elements are.
  func layout(along axes: [Int]) -> FibreLayout {
    let first = axes.first ?? rank
    guard axes == Array(first..<(first + axes.count)) else {
      return FibreLayout(
        FibreLayout.Tables(
          starts: positions(along: axesOther(than: axes)), offsets: positions(along: axes)))
    }
    return FibreLayout(
      outer: shape[..<first].reduce(1, *), axis: axes.map { shape[$0] }.reduce(1, *),
      inner: shape[(first + axes.count)...].reduce(1, *))
  }

  func axesOther(than axes: [Int]) -> [Int] { shape.indices.filter { !axes.contains($0) } }

  /// Where in the elements the indices along some axes lead, the last axis running fastest, all other
  /// indices 0.
  func positions(along axes: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return axes.reduce([0]) { positions, axis in
      [Int](unsafeUninitializedCapacity: positions.count * shape[axis]) { buffer, count in
        for position in positions {
          for index in 0..<shape[axis] {
            buffer.initializeElement(at: count, to: position + index * strides[axis])
            count += 1
          }
        }
      }
    }
  }

  /// A new array of the same shape, written by a kernel from this one.
  func mapped(
    _ layout: FibreLayout, temperature: Double, by kernel: RowKernels<Scalar>.AlongAxis
  ) -> NDArray {
    NDArray(
      uncheckedShape: shape,
      elements: newElements(count: storage.count) { output in
        storage.withUnsafePointer { kernel($0, output, layout, temperature) }
      })
  }

  /// This array written over by a kernel.
  mutating func form(
    _ layout: FibreLayout, temperature: Double, by kernel: RowKernels<Scalar>.AlongAxis
  ) {
    storage.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      kernel(base, base, layout, temperature)
    }
  }
}

extension ArrayScalar {
  /// The vectorised kernels, or near the limits T → 0 and T → ∞ those that know them.
  static func kernels(at temperature: Double) -> RowKernels<Self> {
    // 2^±60 leaves a Float room for the quotient of any two of its numbers that differ.
    (0x1p-60...0x1p60).contains(temperature) ? kernels : .plain
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
