/// An expression whose value is known before it is written: what the generator makes.
///
/// Scalars, vectors over the classes and square matrices in one type; `sort` tells which.
indirect enum Term: Hashable {
  case number(String)
  /// Names of the course, of the world or of a definition.
  case scalar(String)
  case vector(String)
  case matrix(String)
  /// An index as a number.
  case count(Index)
  case entry(Term, Index)
  case matrixEntry(Term, Index, Index)
  case apply(Operation, [Term])
  /// A defined function of a number.
  case call(String, Term)
  case sum(Binder, Term)
  case product(Binder, Term)
  case maximum(Binder, Term)
  /// E over x with the weights of a distribution; inside, `.outcome` is its entry at x.
  case expectation(String, Term)
  case outcome(String)
  case indicator(Condition)
  case cases(Condition, Term, Term)
  case derivative(Term, by: Variable)
  /// ∇ by z of a number.
  case gradient(Term)
  /// ∂v/∂z of a vector.
  case jacobian(Term)

  enum Sort { case scalar, vector, matrix }

  /// A class, counted from 1.
  enum Index: Hashable {
    case fixed(Int)
    /// Chosen by the example or bound by a sum.
    case name(String)
  }

  struct Binder: Hashable {
    var name: String
    var range = Range.all

    enum Range: Hashable {
      case all
      case from(Int)
      case to(Int)
      case except(Index)
    }
  }

  struct Condition: Hashable {
    var left: Index
    var isEqual: Bool
    var right: Index
  }

  enum Variable: Hashable {
    case score(Index)
    /// An entry of a defined name, whose definition is then left aside.
    case entry(String, Index)
    /// A name without a definition, or one whose definition is then left aside.
    case scalar(String)
    /// An entry of a name that is defined as nothing but z.
    case alias(String, Index)
  }

  enum Operation: Hashable {
    // Numbers from numbers.
    case add, subtract, multiply, divide, negate, power(Int), root, exponential, logarithm(Base)
    case sigmoid, tanh, larger, smaller
    // Vectors.
    case addVectors, subtractVectors, shift, complement, scale, elementwise, exponentials
    case logarithms, softmax, times
    // Matrices.
    case diagonal, outer, transpose, addMatrices, multiplyMatrices
    // Numbers from vectors and matrices.
    case dot, logSumExp, squaredNorm, norm, absoluteNorm, largest, smallest, trace, form
    case entropy, crossEntropy, divergence
  }

  enum Base: Hashable { case unit, e, two, ten }

  var sort: Sort {
    switch self {
    case .vector, .gradient: .vector
    case .matrix, .jacobian: .matrix
    case .apply(let operation, _): operation.sort
    default: .scalar
    }
  }

  /// The terms directly inside.
  var parts: [Term] {
    switch self {
    case .entry(let body, _), .matrixEntry(let body, _, _), .sum(_, let body),
      .product(_, let body), .maximum(_, let body), .expectation(_, let body),
      .derivative(let body, _), .gradient(let body), .jacobian(let body), .call(_, let body):
      [body]
    case .apply(_, let parts): parts
    case .cases(_, let first, let second): [first, second]
    default: []
    }
  }

  /// The same with the parts replaced, in their order.
  func with(_ parts: [Term]) -> Term {
    switch self {
    case .entry(_, let index): .entry(parts[0], index)
    case .matrixEntry(_, let row, let column): .matrixEntry(parts[0], row, column)
    case .apply(let operation, _): .apply(operation, parts)
    case .call(let name, _): .call(name, parts[0])
    case .sum(let binder, _): .sum(binder, parts[0])
    case .product(let binder, _): .product(binder, parts[0])
    case .maximum(let binder, _): .maximum(binder, parts[0])
    case .expectation(let weights, _): .expectation(weights, parts[0])
    case .cases(let condition, _, _): .cases(condition, parts[0], parts[1])
    case .derivative(_, let variable): .derivative(parts[0], by: variable)
    case .gradient: .gradient(parts[0])
    case .jacobian: .jacobian(parts[0])
    default: self
    }
  }

  var size: Int { parts.reduce(1) { $0 + $1.size } }

  func contains(_ isWanted: (Term) -> Bool) -> Bool {
    isWanted(self) || parts.contains { $0.contains(isWanted) }
  }

  /// Whether an index of that name stands in it, bound inside or not.
  func mentions(_ name: String) -> Bool {
    contains { $0.ownIndices.contains(.name(name)) }
  }

  /// The indices that stand in the node itself.
  var ownIndices: [Index] {
    switch self {
    case .count(let index), .entry(_, let index): return [index]
    case .matrixEntry(_, let row, let column): return [row, column]
    case .indicator(let condition), .cases(let condition, _, _):
      return [condition.left, condition.right]
    case .derivative(_, .score(let index)), .derivative(_, .entry(_, let index)),
      .derivative(_, .alias(_, let index)):
      return [index]
    case .sum(let binder, _), .product(let binder, _), .maximum(let binder, _):
      if case .except(let index) = binder.range { return [index] }
      return []
    default: return []
    }
  }
}

extension Term.Operation {
  var sort: Term.Sort {
    switch self {
    case .addVectors, .subtractVectors, .shift, .complement, .scale, .elementwise, .exponentials,
      .logarithms, .softmax, .times:
      .vector
    case .diagonal, .outer, .transpose, .addMatrices, .multiplyMatrices: .matrix
    default: .scalar
    }
  }
}
