/// What every error of these libraries is: a value with fields, and a sentence.
///
/// ```
/// do { _ = try softmax([2, 1, 0], temperature: -1) } catch let error as any SoftmaxError {
///   error.description    // softmax: temperature is -1.0; it must be 0 or more.
/// }
/// ```
/// With `import SoftmaxFoundation` the sentence is Foundation's `localizedDescription` too.
public protocol SoftmaxError: Error, CustomStringConvertible, Sendable {
  /// What was being done, what was found and what would be right, in one sentence.
  var description: String { get }
}

/// Two operands disagree about the length of an axis they share.
public struct ShapeError: SoftmaxError, Hashable {
  /// A named array and its lengths along each axis.
  public struct Operand: Hashable, Sendable, CustomStringConvertible {
    /// What the caller knows it by: the label of its argument.
    public var name: String
    /// Its length along each axis.
    public var shape: [Int]

    /// An operand as an error names it.
    public init(name: String, shape: [Int]) {
      self.name = name
      self.shape = shape
    }

    /// The name and the shape.
    public var description: String { "\(name) has shape \(shape)" }
  }

  /// The function that was called.
  public var operation: String
  /// What the axis that must agree runs over: `class`, `batch`, …
  public var axis: String
  /// The operand that the other is measured by.
  public var reference: Operand
  /// The operand that does not fit.
  public var offender: Operand

  /// An error about two operands.
  public init(operation: String, axis: String, reference: Operand, offender: Operand) {
    self.operation = operation
    self.axis = axis
    self.reference = reference
    self.offender = offender
  }

  /// Both operands, both shapes and the axis, in one sentence.
  public var description: String {
    "\(operation): \(reference) but \(offender); the \(axis) axes must agree."
  }
}

/// A value lies where the operation is not defined.
public struct DomainError: SoftmaxError, Hashable {
  /// The function that was called.
  public var operation: String
  /// The argument that holds the value.
  public var operand: String
  /// Empty for a scalar.
  public var shape: [Int]
  /// Where in the operand the value stands, counted from 0; empty for a scalar.
  public var index: [Int]
  /// The value as text, for it may be a real number or a class index.
  public var value: String
  /// What holds for a right value: `it must be 0 or more`.
  public var requirement: String

  /// An error about one value.
  public init(
    operation: String, operand: String, shape: [Int] = [], index: [Int] = [],
    value: some CustomStringConvertible, requirement: String
  ) {
    self.operation = operation
    self.operand = operand
    self.shape = shape
    self.index = index
    self.value = value.description
    self.requirement = requirement
  }

  /// The value, its place and what would be right, in one sentence.
  public var description: String {
    let subject =
      shape.isEmpty
      ? "\(operand) is \(value)" : "\(operand), shape \(shape), is \(value) at \(index)"
    return "\(operation): \(subject); \(requirement)."
  }
}

/// What is wrong with the input of a function that checks both shapes and values.
public enum InputError: SoftmaxError, Hashable {
  /// Two operands do not fit each other.
  case shape(ShapeError)
  /// A value is not allowed.
  case domain(DomainError)

  /// The sentence of the error inside.
  public var description: String {
    switch self {
    case .shape(let error): error.description
    case .domain(let error): error.description
    }
  }
}

/// T ≥ 0, or the reason why not.
package func checkTemperature(_ temperature: Double, in operation: String) throws(DomainError) {
  guard temperature >= 0 else {
    throw DomainError(
      operation: operation, operand: "temperature", value: temperature,
      requirement: "it must be 0 or more")
  }
}

/// The same number of classes on both sides, or the reason why not.
package func checkClassCount(
  of reference: (name: String, count: Int), equals offender: (name: String, count: Int),
  in operation: String
) throws(ShapeError) {
  guard reference.count == offender.count else {
    throw ShapeError(
      operation: operation, axis: "class",
      reference: .init(name: reference.name, shape: [reference.count]),
      offender: .init(name: offender.name, shape: [offender.count]))
  }
}

/// What the functions of logits, a temperature and one more vector all ask.
func checkInput<Scalar: VectorScalar>(
  logits: some Collection<Scalar>, _ operand: (name: String, count: Int), temperature: Double,
  in operation: String
) throws(InputError) {
  do {
    try checkClassCount(of: ("logits", logits.count), equals: operand, in: operation)
  } catch { throw .shape(error) }
  do { try checkTemperature(temperature, in: operation) } catch { throw .domain(error) }
}
