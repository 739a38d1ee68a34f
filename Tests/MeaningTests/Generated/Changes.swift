import SoftmaxCore

/// The small mistakes that people make in a formula.
extension Term {
  /// Every term that differs from this one in one place.
  func changed() -> [Term] {
    var found = ownChanges.filter { $0.sort == sort }
    for (position, part) in parts.enumerated() {
      for change in part.changed() {
        var parts = parts
        parts[position] = change
        found.append(with(parts))
      }
    }
    return found
  }

  private var ownChanges: [Term] {
    switch self {
    case .number(let digits): [.number(digits == "1" ? "2" : "1")]
    case .scalar, .outcome: [.apply(.negate, [self])]
    case .vector(let name): name == "z" ? [.vector("p")] : [.vector("z")]
    case .matrix: [.apply(.transpose, [self])]
    case .count(let index): index.others.map { .count($0) }
    case .entry(let body, let index): index.others.map { .entry(body, $0) }
    case .matrixEntry(let body, let row, let column):
      [.matrixEntry(body, column, row)] + row.others.map { .matrixEntry(body, $0, column) }
    case .apply(let operation, let parts): operation.changes(parts)
    case .call(let name, let argument): [.call(name, .apply(.negate, [argument])), argument]
    case .sum(let binder, let body):
      binder.others.map { .sum($0, body) } + [.apply(.negate, [self])]
    case .product(let binder, let body): binder.others.map { .product($0, body) }
    case .maximum(let binder, let body): [.sum(binder, body)]
    case .expectation(let weights, let body): weights == "P" ? [.expectation("Q", body)] : []
    case .indicator(let condition):
      [
        .indicator(
          Condition(
            left: condition.left, isEqual: !condition.isEqual, right: condition.right))
      ]
    case .cases(let condition, let first, let second): [.cases(condition, second, first)]
    case .derivative(let body, .score(let index)):
      index.others.map { .derivative(body, by: .score($0)) } + [body]
    case .derivative(let body, _): [body]
    case .gradient(let body): [.apply(.scale, [.number("2"), .gradient(body)])]
    case .jacobian(let body): [.apply(.transpose, [.jacobian(body)])]
    }
  }
}

extension Term.Index {
  fileprivate var others: [Term.Index] {
    [.fixed(1), .fixed(2), .name("i"), .name("j")].filter { $0 != self }
  }
}

extension Term.Binder {
  fileprivate var others: [Term.Binder] {
    [.all, .from(2), .to(1), .except(.name("i"))].filter { $0 != range }
      .map { Term.Binder(name: name, range: $0) }
  }
}

extension Term.Operation {
  fileprivate func changes(_ parts: [Term]) -> [Term] {
    func with(_ operation: Term.Operation) -> Term { .apply(operation, parts) }
    let swapped = Term.apply(self, parts.reversed())
    switch self {
    case .add: return [with(.subtract), parts[0], parts[1], with(.multiply)]
    case .subtract: return [with(.add), swapped, parts[0]]
    case .multiply: return [parts[0], parts[1], with(.add), with(.divide)]
    case .divide: return [swapped, with(.multiply), parts[0]]
    case .negate: return parts
    case .power(let exponent): return parts + [with(.power(exponent + 1))]
    case .root, .exponential, .sigmoid, .tanh: return parts
    case .logarithm(let base):
      return parts
        + [Term.Base.unit, .e, .two, .ten].filter { $0 != base }
        .map { with(.logarithm($0)) }
    case .larger: return [with(.smaller), parts[0]]
    case .smaller: return [with(.larger), parts[0]]
    case .addVectors: return [with(.subtractVectors), with(.elementwise), parts[0]]
    case .subtractVectors: return [with(.addVectors), swapped, parts[0]]
    case .shift, .complement, .exponentials, .logarithms, .softmax: return [parts[0]]
    case .scale: return [parts[1]]
    case .elementwise: return parts + [with(.addVectors)]
    case .times: return [parts[1], .apply(.times, [.apply(.transpose, [parts[0]]), parts[1]])]
    case .diagonal: return [.apply(.outer, [parts[0], parts[0]])]
    case .outer: return [swapped, .apply(.diagonal, [parts[0]])]
    case .transpose, .addMatrices: return [parts[0]]
    case .multiplyMatrices: return [swapped, parts[0]]
    case .dot: return [.apply(.squaredNorm, [parts[0]])]
    case .logSumExp: return [.apply(.largest, parts)]
    case .squaredNorm: return [with(.norm), with(.absoluteNorm)]
    case .norm, .absoluteNorm: return [with(.squaredNorm)]
    case .largest: return [with(.smallest)]
    case .smallest: return [with(.largest)]
    case .trace: return [.matrixEntry(parts[0], .fixed(1), .fixed(1))]
    case .form: return [.apply(.dot, [parts[0], parts[2]])]
    case .entropy: return [.apply(.negate, [with(.entropy)])]
    case .crossEntropy: return [swapped, with(.divergence), .apply(.entropy, [parts[0]])]
    case .divergence: return [swapped, with(.crossEntropy)]
    }
  }
}
