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
    let depth = frame.indices.count
    defer { frame.indices.removeLast(frame.indices.count - depth) }
    for name in binder.indices { frame.indices.append((name, first)) }
    guard first <= last else { return .number(sign == .product ? 1 : 0) }
    while true {
      var isAdmitted = true
      if let condition = binder.condition { isAdmitted = try truth(condition) }
      if isAdmitted {
        let value = try evaluate(body)
        total =
          try total.map { (sum) throws(FormulaDiagnostic) in
            try join(sum, value, sign, body)
          } ?? value
      }
      // The last index runs fastest.
      var position = binder.indices.count - 1
      while position >= 0, frame.indices[depth + position].value == last {
        frame.indices[depth + position].value = first
        position -= 1
      }
      guard position >= 0 else { break }
      frame.indices[depth + position].value += 1
    }
    if let total { return total }
    switch sign {
    case .sum: return .number(0)
    case .product: return .number(1)
    case .max, .min:
      throw FormulaDiagnostic("there is nothing to choose from", range: expression.range)
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
      case .max, .min: Operand.zip(total, value) { extreme($0, $1, sign == .max) }
      }
    if let joined { return joined }
    throw FormulaDiagnostic("\(total.shape) and \(value.shape) do not fit", range: body.range)
  }

  /// Σ_x P(x) · body. An outcome that never happens adds nothing, whatever its body: 0·log 0 = 0.
  func expectation(
    _ variable: String, _ weights: Expression, _ body: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    guard case .vector(let weights) = try evaluate(weights) else {
      throw FormulaDiagnostic("a distribution is needed here", range: weights.range)
    }
    var total = Jet.zero
    for (position, weight) in weights.enumerated() {
      frame.indices.append((variable, position + 1))
      let lowered = variable.lowercased()
      if lowered != variable { frame.indices.append((lowered, position + 1)) }
      defer { frame.indices.removeLast(lowered == variable ? 1 : 2) }
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
        "more than \(Self.deepestDerivative) derivatives stand within each other",
        range: variable.range)
    }
    let rest = variables.dropFirst()
    let whole = try value(of: variable)
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
    FormulaDiagnostic("this derivative has no shape that can be shown", range: variable.range)
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
        throw FormulaDiagnostic("this derivative has no shape that can be shown", range: body.range)
      }
    }
    return columns.isEmpty ? .vector(entries) : Operand.matrix(columns).transposed
  }

  /// The name that is differentiated by, as it stands now.
  private func value(of variable: Expression.Variable) throws(FormulaDiagnostic) -> Operand {
    if variable.isParameter, let value = frame.parameters[variable.name] { return value }
    let kind: Expression.Kind
    if let definition = names[variable.name]?.definitions[0] {
      let reader = ExpressionReader(names: names)
      let meaning = try reader.readDefinition(definition, shapes: [], at: variable.range)
      kind = .call(Application(definition: meaning, indices: [], arguments: []))
    } else {
      kind = .name(variable.name)
    }
    return try evaluate(Expression(kind, .scalar, node: variable.node, range: variable.range))
  }

  private func slope(
    of body: Expression, _ rest: ArraySlice<Expression.Variable>, _ variable: Expression.Variable,
    _ whole: Operand, at positions: [Int]
  ) throws(FormulaDiagnostic) -> Operand {
    switch method {
    case .dualNumbers:
      let tag = nesting
      nesting += 1
      defer { nesting -= 1 }
      let seeded = try changed(whole, at: positions, variable) { $0.seeded(tag: tag) }
      return try with(seeded, as: variable) { () throws(FormulaDiagnostic) in
        try partial(of: body, by: rest)
      }.map { $0.derivative(tag: tag) }
    case .centralDifferences(let step):
      nesting += 1
      defer { nesting -= 1 }
      var sides: [Operand] = []
      for shift in [step, -step] {
        let moved = try changed(whole, at: positions, variable) { $0 + Jet(shift) }
        sides.append(
          try with(moved, as: variable) { () throws(FormulaDiagnostic) in
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
          "there is no entry \(position): \(variable.name) has \(count)", range: variable.range)
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
        "\(variable.name) has another number of indices", range: variable.range)
    }
  }

  /// Evaluates with a name made independent; what was computed without it does not count.
  private func with(
    _ value: Operand, as variable: Expression.Variable,
    _ body: () throws(FormulaDiagnostic) -> Operand
  ) throws(FormulaDiagnostic) -> Operand {
    if variable.isParameter {
      let outer = frame.parameters[variable.name]
      frame.parameters[variable.name] = value
      defer { frame.parameters[variable.name] = outer }
      return try body()
    }
    let (outer, known) = (overrides[variable.name], cache)
    overrides[variable.name] = value
    cache = [:]
    defer {
      overrides[variable.name] = outer
      cache = known
    }
    return try body()
  }
}
