import Notation

/// What a formula is worth for given numbers.
public enum Value: Hashable, Sendable {
  case scalar(TrackedNumber)
  /// A column, whose entries formulas count from 1.
  case vector([TrackedNumber])
  /// A transposed vector.
  case row([TrackedNumber])
  /// Rows of equal length.
  case matrix([[TrackedNumber]])
  case truth(Bool)

  /// The number, if the value is a scalar.
  public var double: Double? {
    if case .scalar(let number) = self { return number.double }
    return nil
  }

  /// The rows, if the value is a matrix.
  public var rows: [[Double]]? {
    if case .matrix(let rows) = self { return rows.map { $0.map(\.double) } }
    return nil
  }

  public var truth: Bool? {
    if case .truth(let truth) = self { return truth }
    return nil
  }

  /// All numbers in it, row by row; none for a truth.
  public var numbers: [TrackedNumber] {
    switch self {
    case .scalar(let number): [number]
    case .vector(let entries), .row(let entries): entries
    case .matrix(let rows): rows.flatMap { $0 }
    case .truth: []
    }
  }
}

/// What a formula may be given: plain numbers, as a learner typed them.
public enum Given: Hashable, Sendable {
  case scalar(Double)
  case vector([Double])
  case matrix([[Double]])
}
