import Notation

extension Evaluator {
  /// Σ, Π, max and min over all values of the index that the condition admits.
  func big(
    _ sign: Expression.BigSign, _ binder: Binder, _ body: Expression, at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    let first = if let from = binder.from { try wholeNumber(from) } else { 1 }
    let last =
      if let to = binder.to { try wholeNumber(to) } else {
        try count(binder.axis, at: expression.range)
      }
    var total: Operand?
    frame.reach(binder.level)
    let depth = frame.indices.count
    defer { frame.indices.removeLast(frame.indices.count - depth) }
    frame.indices += [Int](repeating: first, count: binder.indices.count)
    guard first <= last else { return .number(sign == .product ? 1 : 0) }
    let seeksPlace = sign == .argmax || sign == .argmin
    var (place, best) = (0, 0)
    while true {
      var isAdmitted = true
      if let condition = binder.condition { isAdmitted = try truth(condition) }
      if isAdmitted {
        let value = try evaluate(body)
        if let sum = total {
          let joined = try join(sum, value, sign, body)
          if seeksPlace, joined != sum { best = place }
          total = joined
        } else {
          total = value
          best = place
        }
      }
      place += 1
      // The last index runs fastest.
      var position = binder.indices.count - 1
      while position >= 0, frame.indices[depth + position] == last {
        frame.indices[depth + position] = first
        position -= 1
      }
      guard position >= 0 else { break }
      frame.indices[depth + position] += 1
    }
    if let total {
      return seeksPlace ? .number(Double(first + best)) : total
    }
    switch sign {
    case .sum: return .number(0)
    case .product: return .number(1)
    case .max, .min, .argmax, .argmin:
      throw FormulaDiagnostic(.nothingToChoose, range: expression.range)
    }
  }

  private func join(
    _ total: Operand, _ value: Operand, _ sign: Expression.BigSign, _ body: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    let joined =
      switch sign {
      case .sum: Operand.zip(total, value, +)
      case .product:
        if case (.scalar, .scalar) = (total, value) {
          Operand.zip(total, value, *)
        } else {
          Operand.product(total, value)
        }
      case .max, .argmax: Operand.zip(total, value) { Jet.extreme($0, $1, true) }
      case .min, .argmin: Operand.zip(total, value) { Jet.extreme($0, $1, false) }
      }
    if let joined { return joined }
    throw FormulaDiagnostic(.notFitting(total.shape, value.shape), range: body.range)
  }

  /// Σ_x P(x) · body. An outcome that never happens adds nothing, whatever its body: 0·log 0 = 0.
  func expectation(
    _ outcome: Expression.Outcome, _ weights: Expression, _ body: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    guard case .vector(let weights) = try evaluate(weights) else {
      throw FormulaDiagnostic(.distributionNeeded, range: weights.range)
    }
    frame.reach(outcome.level)
    var total = Jet.zero
    for (position, weight) in weights.enumerated() {
      frame.indices.append(position + 1)
      defer { frame.indices.removeLast() }
      total = total + weight * (try scalar(body))
    }
    return .scalar(total)
  }

  /// ∂ by the first variable of ∂ by the others.
  func partial(
    of body: Expression, by variables: ArraySlice<Expression.Variable>
  ) throws(FormulaDiagnostic) -> Operand {
    guard let variable = variables.first else { return try evaluate(body) }
    guard nesting < Self.deepestDerivative else {
      throw FormulaDiagnostic(
        .derivativesTooDeep(deepest: Self.deepestDerivative),
        range: variable.range)
    }
    let rest = variables.dropFirst()
    let whole = try evaluate(variable.whole)
    guard variable.indices.isEmpty else {
      var positions: [Int] = []
      for index in variable.indices { positions.append(try wholeNumber(index)) }
      return try slope(of: body, rest, variable, whole, at: positions)
    }
    switch whole {
    case .scalar: return try slope(of: body, rest, variable, whole, at: [])
    case .vector(let entries), .row(let entries):
      var slopes: [Operand] = []
      for position in entries.indices {
        slopes.append(try slope(of: body, rest, variable, whole, at: [position + 1]))
      }
      return try gathered(slopes, at: body)
    case .matrix(let rows):
      var slopes: [[Jet]] = []
      for (i, row) in rows.enumerated() {
        var line: [Jet] = []
        for j in row.indices {
          let slope = try slope(of: body, rest, variable, whole, at: [i + 1, j + 1])
          guard let number = slope.scalar else { throw noShape(variable) }
          line.append(number)
        }
        slopes.append(line)
      }
      return .matrix(slopes)
    case .truth: throw noShape(variable)
    }
  }

  private func noShape(_ variable: Expression.Variable) -> FormulaDiagnostic {
    FormulaDiagnostic(.shapelessDerivative, range: variable.range)
  }

  /// The slopes by all entries of a vector: a gradient, or a Jacobian with ∂aᵢ/∂zⱼ in row i.
  private func gathered(
    _ slopes: [Operand], at body: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    var entries: [Jet] = []
    var columns: [[Jet]] = []
    for slope in slopes {
      switch slope {
      case .scalar(let jet): entries.append(jet)
      case .vector(let column), .row(let column): columns.append(column)
      default:
        throw FormulaDiagnostic(.shapelessDerivative, range: body.range)
      }
    }
    return columns.isEmpty ? .vector(entries) : Operand.matrix(columns).transposed
  }

  private func slope(
    of body: Expression, _ rest: ArraySlice<Expression.Variable>, _ variable: Expression.Variable,
    _ whole: Operand, at positions: [Int]
  ) throws(FormulaDiagnostic) -> Operand {
    nesting += 1
    defer { nesting -= 1 }
    var seed = ValueCache.Seed(target: variable.target, positions: positions, tag: nesting)
    switch method {
    case .dualNumbers:
      let tag = nesting - 1
      let seeded = try changed(whole, at: positions, variable) { $0.seeded(tag: tag) }
      return try with(seeded, as: variable, seed) { () throws(FormulaDiagnostic) in
        try partial(of: body, by: rest)
      }.map { $0.derivative(tag: tag) }
    case .centralDifferences(let step):
      var sides: [Operand] = []
      for shift in [step, -step] {
        let moved = try changed(whole, at: positions, variable) { $0 + Jet(shift) }
        seed.side = shift < 0 ? -1 : 1
        sides.append(
          try with(moved, as: variable, seed) { () throws(FormulaDiagnostic) in
            try partial(of: body, by: rest)
          })
      }
      return Operand.zip(sides[0], sides[1]) { ($0 - $1) / Jet(2 * step) } ?? sides[0]
    }
  }

  private func changed(
    _ whole: Operand, at positions: [Int], _ variable: Expression.Variable,
    _ change: (Jet) -> Jet
  ) throws(FormulaDiagnostic) -> Operand {
    func isInside(_ count: Int, _ position: Int) throws(FormulaDiagnostic) {
      guard (1...max(1, count)).contains(position), count > 0 else {
        throw FormulaDiagnostic(
          .noEntry(position, of: variable.name, count: count), range: variable.range)
      }
    }
    switch (whole, positions.count) {
    case (.scalar(let jet), 0): return .scalar(change(jet))
    case (.vector(var entries), 1):
      try isInside(entries.count, positions[0])
      entries[positions[0] - 1] = change(entries[positions[0] - 1])
      return .vector(entries)
    case (.matrix(var rows), 2):
      try isInside(rows.count, positions[0])
      try isInside(rows[0].count, positions[1])
      rows[positions[0] - 1][positions[1] - 1] = change(rows[positions[0] - 1][positions[1] - 1])
      return .matrix(rows)
    default:
      throw FormulaDiagnostic(
        .otherIndices(variable.name), range: variable.range)
    }
  }

  /// Evaluates with a name made independent.
  private func with(
    _ value: Operand, as variable: Expression.Variable, _ seed: ValueCache.Seed,
    _ body: () throws(FormulaDiagnostic) -> Operand
  ) throws(FormulaDiagnostic) -> Operand {
    if case .parameter(let position) = variable.target {
      let outer = frame.parameters[position]
      frame.parameters[position] = value
      defer { frame.parameters[position] = outer }
      return try body()
    }
    let outer = overrides[variable.target]
    overrides[variable.target] = value
    cache.enter(seed)
    defer {
      overrides[variable.target] = outer
      cache.leave()
    }
    return try body()
  }
}
