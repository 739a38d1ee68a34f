public import SoftmaxCore

/// Numbers in a box of any number of dimensions, row-major: the last axis runs fastest.
///
/// A shape of `[]` is a scalar with one element; an axis may have length 0.
/// ```
/// let logits: NDArray<Float> = [[2, 1, 0], [0, 0, 0]]    // shape [2, 3]
/// logits[0, 2]                                           // 0
/// ```
public struct NDArray<Scalar: ArrayScalar>: Hashable, Sendable {
  /// The length of each axis.
  public let shape: [Int]

  /// All elements, row-major; their number stays the product of the shape.
  @usableFromInline var storage: [Scalar]

  /// All elements, row-major.
  @inlinable public var elements: [Scalar] { storage }

  /// An array of a shape, from its elements.
  ///
  /// - Parameter shape: lengths ≥ 0.
  /// - Parameter elements: row-major, as many as the product of the shape.
  /// - Throws: `DomainError` if a length is negative, the lengths are too large to be counted, or
  ///   the number of elements is another.
  public init(shape: [Int], elements: [Scalar]) throws(DomainError) {
    let count = try elementCount(of: shape, in: "NDArray")
    guard elements.count == count else {
      throw DomainError(
        operation: "NDArray", operand: "the number of elements", value: elements.count,
        requirement: "shape \(shape) holds \(count)")
    }
    self.init(uncheckedShape: shape, elements: elements)
  }

  /// A vector: one axis.
  ///
  /// - Parameter vector: any sequence, an array or a slice of one for example.
  public init(_ vector: some Sequence<Scalar>) {
    let elements = Array(vector)
    self.init(uncheckedShape: [elements.count], elements: elements)
  }

  /// A matrix; no rows make shape `[0, 0]`.
  ///
  /// - Parameter rows: all of one length.
  /// - Throws: `ShapeError` if a row is longer or shorter than the first.
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
  /// - Parameter value: of each element.
  /// - Parameter shape: lengths ≥ 0. A negative one, or more elements than can be counted, is a
  ///   programmer's mistake and ends the program with a sentence.
  public init(repeating value: Scalar, shape: [Int]) {
    do throws(DomainError) {
      let count = try elementCount(of: shape, in: "NDArray")
      self.init(uncheckedShape: shape, elements: [Scalar](repeating: value, count: count))
    } catch { programmerError(error.description) }
  }

  init(uncheckedShape shape: [Int], elements: [Scalar]) {
    self.shape = shape
    storage = elements
  }

  /// How many axes there are.
  public var rank: Int { shape.count }

  /// The element of a scalar; of anything else a programmer's mistake.
  public var scalar: Scalar {
    require(storage.count == 1, "An array of shape \(shape) is no scalar.")
    return storage[0]
  }

  /// The same elements under another shape.
  ///
  /// - Parameter shape: lengths ≥ 0 with the same product.
  /// - Throws: `DomainError` if the shape holds another number of elements.
  public func reshaped(_ shape: [Int]) throws(DomainError) -> NDArray {
    try NDArray(shape: shape, elements: storage)
  }

  /// The axes in another order, as a copy: axis `i` of the result is axis `order[i]` of this array.
  ///
  /// - Parameter order: every axis once; a programmer's mistake otherwise.
  public func transposed(_ order: [Int]) -> NDArray {
    require(
      order.sorted() == Array(shape.indices), "\(order) is no order of the \(rank) axes.")
    let places = positions(along: order)
    return NDArray(
      uncheckedShape: order.map { shape[$0] },
      elements: newElements(count: places.count) { output in
        storage.withUnsafePointer { Scalar.kernels.gathered($0, places, output, places.count) }
      })
  }
}

/// How many elements a shape holds.
///
/// - Throws: `DomainError` if a length is negative, or the product of those that are not 0 is more
///   than an `Int`: strides and places are such products.
func elementCount(of shape: [Int], in operation: String) throws(DomainError) -> Int {
  var product = 1
  for (axis, length) in shape.enumerated() where length != 0 {
    guard length > 0 else {
      throw DomainError(
        operation: operation, operand: "shape", shape: [shape.count], index: [axis],
        value: length, requirement: "a length must be 0 or more")
    }
    let (next, overflows) = product.multipliedReportingOverflow(by: length)
    // In bytes too.
    guard !overflows, next <= Int.max / 8 else {
      throw DomainError(
        operation: operation, operand: "shape", value: shape,
        requirement: "its lengths multiply to more elements than a program can hold")
    }
    product = next
  }
  return shape.contains(0) ? 0 : product
}
