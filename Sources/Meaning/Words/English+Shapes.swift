extension Expression.Sort {
  var english: String {
    switch self {
    case .scalar: "number"
    case .vector: "vector"
    case .row: "transposed vector"
    case .matrix: "matrix"
    case .truth: "condition"
    }
  }
}

extension Operand.Shape {
  var english: String {
    switch self {
    case .number: "a number"
    case .entries(let count): "\(count) entries"
    case .row(let count): "a row of \(count)"
    case .matrix(let rows, let columns): "\(rows) × \(columns)"
    case .truth: "true or false"
    }
  }
}

extension Function.Domain {
  var english: String {
    switch self {
    case .numbersOrVector: "numbers, or one vector"
    case .vector: "a vector"
    case .twoVectors: "two vectors"
    case .vectorOrMatrix: "a vector or a matrix"
    case .matrix: "a matrix"
    }
  }
}

extension NumberPlace {
  var english: String {
    switch self {
    case .absoluteValue: "an absolute value"
    case .baseOfLogarithm: "the base of a logarithm"
    case .condition: "a condition"
    case .degreeOfRoot: "the degree of a root"
    case .entry: "an entry"
    case .expectation: "an expectation"
    case .exponent: "an exponent"
    case .limit: "a limit"
    case .list: "a list"
    case .maximumOverIndex: "a maximum over an index"
    case .root: "a root"
    }
  }
}

extension Axis {
  var english: String {
    switch self {
    case .classes: "classes"
    case .examples: "examples"
    case .features: "features"
    }
  }
}
