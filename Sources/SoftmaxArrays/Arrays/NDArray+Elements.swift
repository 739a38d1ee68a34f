import SoftmaxCore

// Elements one by one. The subscripts are inlined into their callers, so that a loop over indices
// costs what one over an array costs, and no list of indices is made for up to three axes.

extension NDArray {
  /// An element of a vector, counted from 0; outside of it, a programmer's mistake.
  @inlinable
  public subscript(index: Int) -> Scalar {
    get { storage[place(index)] }
    _modify { yield &storage[place(index)] }
  }

  /// An element of a matrix; outside of it, a programmer's mistake.
  @inlinable
  public subscript(row: Int, column: Int) -> Scalar {
    get { storage[place(row, column)] }
    _modify { yield &storage[place(row, column)] }
  }

  /// An element of an array with three axes; outside of it, a programmer's mistake.
  @inlinable
  public subscript(first: Int, second: Int, third: Int) -> Scalar {
    get { storage[place(first, second, third)] }
    _modify { yield &storage[place(first, second, third)] }
  }

  /// The element at one index an axis, each counted from 0; outside, a programmer's mistake.
  public subscript(indices: Int...) -> Scalar {
    get { storage[place(of: indices)] }
    set { storage[place(of: indices)] = newValue }
  }

  @inlinable
  func place(_ index: Int) -> Int {
    if shape.count != 1 || UInt(bitPattern: index) >= UInt(bitPattern: shape[0]) {
      noPlace([index])
    }
    return index
  }

  @inlinable
  func place(_ row: Int, _ column: Int) -> Int {
    if shape.count != 2 || UInt(bitPattern: row) >= UInt(bitPattern: shape[0])
      || UInt(bitPattern: column) >= UInt(bitPattern: shape[1])
    {
      noPlace([row, column])
    }
    return row &* shape[1] &+ column
  }

  @inlinable
  func place(_ first: Int, _ second: Int, _ third: Int) -> Int {
    if shape.count != 3 || UInt(bitPattern: first) >= UInt(bitPattern: shape[0])
      || UInt(bitPattern: second) >= UInt(bitPattern: shape[1])
      || UInt(bitPattern: third) >= UInt(bitPattern: shape[2])
    {
      noPlace([first, second, third])
    }
    return (first &* shape[1] &+ second) &* shape[2] &+ third
  }

  private func place(of indices: [Int]) -> Int {
    guard indices.count == rank else { noPlace(indices) }
    return zip(indices, shape).reduce(0) { place, axis in
      guard (0..<axis.1).contains(axis.0) else { noPlace(indices) }
      return place * axis.1 + axis.0
    }
  }

  @usableFromInline
  @inline(never)
  func noPlace(_ indices: [Int]) -> Never {
    programmerError("\(indices) is no index of an array of shape \(shape).")
  }

  /// Each element changed by a function.
  ///
  /// - Parameter transform: from an element to an element of the same or the other type.
  /// - Returns: the same shape.
  /// - Throws: what `transform` throws.
  @inlinable
  public func map<Other: ArrayScalar, Failure: Error>(
    _ transform: (Scalar) throws(Failure) -> Other
  ) throws(Failure) -> NDArray<Other> {
    NDArray<Other>(mapped: try storage.map(transform), shape: shape)
  }

  @usableFromInline
  init(mapped elements: [Scalar], shape: [Int]) {
    self.init(uncheckedShape: shape, elements: elements)
  }

  /// The same numbers as Doubles, or rounded to Floats.
  ///
  /// - Parameter other: an array of either type.
  public init<Other: ArrayScalar>(_ other: NDArray<Other>) {
    self.init(
      uncheckedShape: other.shape, elements: Scalar.rounded(Other.widened(other.storage)))
  }

  /// The parts along the first axis: the rows of a matrix, the elements of a vector as scalars.
  public var rows: [NDArray] {
    guard let count = shape.first else { return [] }
    let rest = Array(shape.dropFirst())
    let size = rest.reduce(1, *)
    return (0..<count).map {
      NDArray(uncheckedShape: rest, elements: Array(storage[($0 * size)..<(($0 + 1) * size)]))
    }
  }

  /// One part along the first axis.
  ///
  /// - Parameter index: counted from 0; outside, a programmer's mistake.
  public func row(_ index: Int) -> NDArray {
    require(
      rank > 0 && (0..<shape[0]).contains(index), "An array of shape \(shape) has no row \(index).")
    let rest = Array(shape.dropFirst())
    let size = rest.reduce(1, *)
    return NDArray(
      uncheckedShape: rest, elements: Array(storage[(index * size)..<((index + 1) * size)]))
  }
}

extension NDArray: Sequence {
  /// The elements in their order, row by row.
  public func makeIterator() -> IndexingIterator<[Scalar]> { storage.makeIterator() }

  /// The number of elements, exactly.
  public var underestimatedCount: Int { storage.count }

  /// The number of elements.
  public var count: Int { storage.count }
}
