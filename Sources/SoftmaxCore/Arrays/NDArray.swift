/// Numbers in a box of any number of dimensions, row-major: the last axis runs fastest.
///
/// A shape of `[]` is a scalar with one element; an axis may have length 0.
public struct NDArray<Scalar: ArrayScalar>: Hashable, Sendable {
  /// The length of each axis.
  public let shape: [Int]
  /// All elements, row-major. Their number stays the product of the shape.
  public internal(set) var elements: [Scalar]

  /// - Parameter shape: lengths ≥ 0.
  /// - Parameter elements: row-major, as many as the product of the shape.
  /// - Throws: ``DomainError`` if a length is negative or the number of elements is another.
  public init(shape: [Int], elements: [Scalar]) throws(DomainError) {
    if let index = shape.firstIndex(where: { $0 < 0 }) {
      throw DomainError(
        operation: "NDArray", operand: "shape", shape: [shape.count], index: [index],
        value: shape[index], requirement: "a length must be 0 or more")
    }
    let count = shape.reduce(1, *)
    guard elements.count == count else {
      throw DomainError(
        operation: "NDArray", operand: "the number of elements", value: elements.count,
        requirement: "shape \(shape) holds \(count)")
    }
    self.init(uncheckedShape: shape, elements: elements)
  }

  /// One axis.
  public init(_ vector: [Scalar]) { self.init(uncheckedShape: [vector.count], elements: vector) }

  /// A matrix; no rows make shape `[0, 0]`.
  ///
  /// - Throws: ``ShapeError`` if a row is longer or shorter than the first.
  public init(rows: [[Scalar]]) throws(ShapeError) {
    let columns = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != columns {
      throw ShapeError(
        operation: "NDArray", axis: "column",
        reference: .init(name: "row 0", shape: [columns]),
        offender: .init(name: "row \(index)", shape: [row.count]))
    }
    self.init(uncheckedShape: [rows.count, columns], elements: Array(rows.joined()))
  }

  /// The same value everywhere.
  ///
  /// - Precondition: no axis has a negative length.
  public init(repeating value: Scalar, shape: [Int]) {
    precondition(shape.allSatisfy { $0 >= 0 }, "no axis has a negative length: \(shape)")
    self.init(
      uncheckedShape: shape, elements: [Scalar](repeating: value, count: shape.reduce(1, *)))
  }

  init(uncheckedShape shape: [Int], elements: [Scalar]) {
    self.shape = shape
    self.elements = elements
  }

  /// How many axes there are.
  public var rank: Int { shape.count }

  /// The element of a scalar.
  public var scalar: Scalar {
    precondition(elements.count == 1, "an array of shape \(shape) is no scalar")
    return elements[0]
  }

  /// The element at one index an axis, each counted from 0.
  public subscript(indices: Int...) -> Scalar {
    get { elements[offset(of: indices)] }
    set { elements[offset(of: indices)] = newValue }
  }

  private func offset(of indices: [Int]) -> Int {
    precondition(indices.count == rank, "\(indices) is no index of shape \(shape)")
    return zip(indices, shape).reduce(0) { offset, axis in
      precondition((0..<axis.1).contains(axis.0), "\(indices) is outside shape \(shape)")
      return offset * axis.1 + axis.0
    }
  }

  /// The same elements under another shape.
  ///
  /// - Throws: ``DomainError`` if the shape holds another number of elements.
  public func reshaped(_ shape: [Int]) throws(DomainError) -> NDArray {
    try NDArray(shape: shape, elements: elements)
  }

  /// The axes in another order, as a copy: axis `i` of the result is axis `order[i]` of this array.
  ///
  /// - Parameter order: every axis once; a programmer's mistake otherwise.
  public func transposed(_ order: [Int]) -> NDArray {
    precondition(
      order.sorted() == Array(shape.indices), "\(order) is no order of \(rank) axes")
    return NDArray(
      uncheckedShape: order.map { shape[$0] },
      elements: positions(along: order).map { elements[$0] })
  }
}
