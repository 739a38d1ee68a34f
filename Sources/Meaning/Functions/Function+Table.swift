import SoftmaxCore

/// The table. Each entry stands for one function under all its names.
extension Function {
  public static let table: [Function] = entrywise + wholes + defined + notation

  private static let entrywise: [Function] = [
    Function(
      "exp", programs: ["np.exp", "torch.exp", "math.exp", "tf.exp", "jnp.exp", "tf.math.exp"],
      isPrefix: true, .entrywise { x, _ in .exp(x) }),
    Function(
      "ln",
      programs: ["np.log", "torch.log", "math.log", "tf.math.log", "jnp.log", "tf.log"],
      isPrefix: true, .entrywise { x, _ in .log(x) }),
    Function(
      "log", isPrefix: true,
      .entrywise { x, unit in .log(x, base: unit.base) }),
    Function(
      "log2", programs: ["np.log2", "torch.log2", "math.log2", "jnp.log2"], isPrefix: true,
      .entrywise { x, _ in .log(x, base: .two) }),
    Function(
      "log10", spellings: ["lg"],
      programs: ["np.log10", "torch.log10", "math.log10", "jnp.log10"], isPrefix: true,
      .entrywise { x, _ in .log(x, base: .ten) }),
    Function(
      "log1p", programs: ["np.log1p", "torch.log1p", "math.log1p", "jnp.log1p"],
      .entrywise { x, _ in .log(.one + x) }),
    Function(
      "expm1", programs: ["np.expm1", "torch.expm1", "math.expm1", "jnp.expm1"],
      .entrywise { x, _ in .exp(x) - .one }),
    Function(
      "sqrt", programs: ["np.sqrt", "torch.sqrt", "math.sqrt", "jnp.sqrt"],
      .entrywise { x, _ in .sqrt(x) }),
    Function(
      "abs", programs: ["np.abs", "torch.abs", "math.fabs", "jnp.abs"],
      .entrywise { x, _ in .absolute(x) }),
    Function(
      "sigmoid", spellings: ["logistic", "expit"],
      programs: [
        "torch.sigmoid", "F.sigmoid", "tf.sigmoid", "jax.nn.sigmoid", "scipy.special.expit",
      ], .entrywise { x, _ in .one / (.one + .exp(-x)) }),
    // Books write σ for both: of one number it is the sigmoid, of all scores softmax.
    Function(
      "\\sigma", ofVector: "softmax",
      .entrywise { x, _ in .one / (.one + .exp(-x)) }),
    Function(
      "tanh", programs: ["np.tanh", "torch.tanh", "math.tanh", "jnp.tanh"], isPrefix: true,
      .entrywise { x, _ in
        let square = Jet.exp(x + x)
        return x.real.value > .zero
          ? .one - (.one + .one) / (square + .one) : (square - .one) / (square + .one)
      }),
    Function(
      "softplus", programs: ["F.softplus", "jax.nn.softplus", "tf.nn.softplus"],
      .entrywise { x, _ in .log(.one + .exp(x)) }),
    Function(
      "relu", spellings: ["ReLU"], programs: ["F.relu", "torch.relu", "jax.nn.relu", "tf.nn.relu"],
      .entrywise { x, _ in x.real.value > .zero ? x : .zero }),
  ]

  private static let wholes: [Function] = [
    Function(
      "max", programs: ["np.max", "torch.max", "jnp.max", "np.amax", "np.maximum"],
      arguments: 1...12, isPrefix: true,
      .whole(takes: .numbersOrVector, shape: scalarOfMany) { $0.extreme(isMaximum: true) }),
    Function(
      "min", programs: ["np.min", "torch.min", "jnp.min", "np.amin", "np.minimum"],
      arguments: 1...12, isPrefix: true,
      .whole(takes: .numbersOrVector, shape: scalarOfMany) { $0.extreme(isMaximum: false) }),
    Function(
      "argmax", spellings: ["arg max"], programs: ["np.argmax", "torch.argmax", "jnp.argmax"],
      isPrefix: true,
      .whole(takes: .vector, shape: scalarOfVector) { $0[0].place(isMaximum: true) }),
    Function(
      "argmin", spellings: ["arg min"], programs: ["np.argmin", "torch.argmin", "jnp.argmin"],
      isPrefix: true,
      .whole(takes: .vector, shape: scalarOfVector) { $0[0].place(isMaximum: false) }),
    Function(
      "sum", programs: ["np.sum", "torch.sum", "jnp.sum", "math.fsum"],
      .whole(takes: .vectorOrMatrix, shape: scalarOfAny) {
        .scalar($0[0].entries.reduce(.zero, +))
      }),
    Function(
      "mean", spellings: ["avg"], programs: ["np.mean", "torch.mean", "jnp.mean"],
      .whole(takes: .vectorOrMatrix, shape: scalarOfAny) {
        let entries = $0[0].entries
        return .scalar(entries.reduce(.zero, +) / Jet(Double(entries.count)))
      }),
    Function(
      "dot", programs: ["np.dot", "torch.dot", "jnp.dot", "np.inner", "np.matmul"],
      arguments: 2...2,
      .whole(
        takes: .twoVectors,
        shape: { $0.allSatisfy { $0 == .vector || $0 == .row } ? .scalar : nil }
      ) { arguments in
        let (a, b) = (arguments[0].entries, arguments[1].entries)
        return a.count == b.count ? .scalar(Operand.dot(a, b)) : nil
      }),
    Function(
      "norm", programs: ["np.linalg.norm", "torch.linalg.norm", "jnp.linalg.norm"],
      .whole(takes: .vectorOrMatrix, shape: scalarOfAny) {
        .scalar(.sqrt(Operand.dot($0[0].entries, $0[0].entries)))
      }),
    Function(
      "oneNorm",
      .whole(takes: .vector, shape: scalarOfAny) {
        .scalar($0[0].entries.reduce(.zero) { $0 + .absolute($1) })
      }),
    Function(
      "maximumNorm",
      .whole(takes: .vector, shape: scalarOfAny) {
        [$0[0].map { .absolute($0) }].extreme(isMaximum: true)
      }),
    Function(
      "diag", programs: ["np.diag", "torch.diag", "jnp.diag"],
      .whole(takes: .vector, shape: { $0[0] == .vector ? .matrix : nil }) {
        let entries = $0[0].entries
        return .matrix(
          entries.indices.map { i in entries.indices.map { $0 == i ? entries[i] : .zero } })
      }),
    Function(
      "tr", spellings: ["trace"], programs: ["np.trace", "torch.trace", "jnp.trace"],
      .whole(takes: .matrix, shape: { $0[0] == .matrix ? .scalar : nil }) {
        guard case .matrix(let rows) = $0[0], rows.count == rows.first?.count else { return nil }
        return .scalar(rows.indices.reduce(Jet.zero) { $0 + rows[$1][$1] })
      }),
  ]

  private static let notation: [Function] = [
    ("lim", nil), ("lim inf", nil), ("lim sup", nil), ("inf", "\\min"), ("sup", "\\max"),
    ("det", nil), ("gcd", nil), ("Pr", "P(x)"), ("arg", "\\operatorname{argmax}"),
    ("inj lim", nil), ("proj lim", nil),
  ].map { name, instead in
    Function(
      name, programs: [], arguments: 0...12, isPrefix: true,
      .notation(instead: instead))
  }

  // MARK: Shapes

  private static let scalarOfVector: @Sendable ([Expression.Sort]) -> Expression.Sort? = {
    $0[0] == .vector || $0[0] == .row ? .scalar : nil
  }

  private static let scalarOfAny: @Sendable ([Expression.Sort]) -> Expression.Sort? = {
    $0[0] == .truth ? nil : .scalar
  }

  private static let scalarOfMany: @Sendable ([Expression.Sort]) -> Expression.Sort? = { sorts in
    if sorts.count == 1 { return sorts[0] == .truth || sorts[0] == .matrix ? nil : .scalar }
    return sorts.allSatisfy { $0 == .scalar } ? .scalar : nil
  }
}

extension Operand {
  /// All numbers in it, row by row.
  var entries: [Jet] {
    switch self {
    case .scalar(let jet): [jet]
    case .vector(let entries), .row(let entries): entries
    case .matrix(let rows): rows.flatMap { $0 }
    case .truth: []
    }
  }

  /// Where its largest or smallest entry stands, from 1; of equal ones the first.
  fileprivate func place(isMaximum: Bool) -> Operand? {
    let values = entries.map(\.real.value)
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    let best = values.indices.reduce(0) { best, next in
      (isMaximum ? values[next] > values[best] : values[next] < values[best]) ? next : best
    }
    return .number(Double(best + 1))
  }
}

extension [Operand] {
  fileprivate func extreme(isMaximum: Bool) -> Operand? {
    let entries = flatMap(\.entries)
    guard let first = entries.first else { return nil }
    return .scalar(entries.dropFirst().reduce(first) { Jet.extreme($0, $1, isMaximum) })
  }
}
