import SoftmaxCore

extension NDArray {
  /// What a literal of an array is made of: numbers, or lists of equal shape.
  public struct Literal: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral
  {
    fileprivate let shape: [Int]
    fileprivate let elements: [Scalar]

    /// A number.
    public init(floatLiteral value: Double) {
      (shape, elements) = ([], [Scalar(value)])
    }

    /// A whole number.
    public init(integerLiteral value: Int) {
      (shape, elements) = ([], [Scalar(value)])
    }

    /// `+∞`; with a minus before it, a masked class.
    public static var infinity: Literal { Literal(.infinity) }

    /// Not a number.
    public static var nan: Literal { Literal(.nan) }

    /// The number with the other sign, or a list of such.
    public static prefix func - (literal: Literal) -> Literal {
      Literal(shape: literal.shape, elements: literal.elements.map { -$0 })
    }

    private init(_ value: Scalar) { self.init(shape: [], elements: [value]) }

    private init(shape: [Int], elements: [Scalar]) {
      (self.shape, self.elements) = (shape, elements)
    }

    /// A list; parts of different shapes are a programmer's mistake.
    public init(arrayLiteral parts: Literal...) { self.init(parts) }
  }
}

extension NDArray: ExpressibleByArrayLiteral {
  /// Nested lists of numbers: `[1, 2, 3]` is a vector, `[[1, 2], [3, 4]]` a matrix, and so on.
  ///
  /// Lists of different lengths are a programmer's mistake; ``init(rows:)`` throws for rows that are
  /// made while the program runs.
  public init(arrayLiteral parts: Literal...) {
    let literal = Literal(parts)
    self.init(uncheckedShape: literal.shape, elements: literal.elements)
  }
}

extension NDArray.Literal {
  fileprivate init(_ parts: [NDArray.Literal]) {
    let shape = parts.first?.shape ?? []
    for part in parts {
      require(
        part.shape == shape,
        "A literal has parts of the shapes \(shape) and \(part.shape); they must be equal.")
    }
    self.shape = [parts.count] + shape
    elements = parts.flatMap(\.elements)
  }
}

extension NDArray: Codable {
  private enum CodingKeys: String, CodingKey { case shape, elements }

  /// Reads the shape and the elements; those that do not fit each other are refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let shape = try container.decode([Int].self, forKey: .shape)
    let elements = try container.decode([Scalar].self, forKey: .elements)
    do {
      try self.init(shape: shape, elements: elements)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: container, debugDescription: error.description)
    }
  }

  /// Writes `shape` and `elements`, row-major.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(shape, forKey: .shape)
    try container.encode(storage, forKey: .elements)
  }
}

extension NDArray: CustomStringConvertible {
  /// The elements in nested lists, as they are written in Swift.
  public var description: String {
    guard rank > 1 else { return rank == 0 ? "\(scalar)" : "\(storage)" }
    return "[" + rows.map(\.description).joined(separator: ", ") + "]"
  }
}
