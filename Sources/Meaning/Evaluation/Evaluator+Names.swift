import Notation

extension Evaluator {
  /// The value of a whole name that has no definition.
  func lookUp(_ name: String, at expression: Expression) throws(FormulaDiagnostic) -> Operand {
    if let value = try given(name, at: expression) { return value }
    switch names[name]?.meaning {
    case .eulersNumber:
      return .scalar(.real(.exp(.one)))
    case .classCount: return .number(Double(try count(.classes, at: expression.range)))
    case .exampleCount: return .number(Double(try count(.examples, at: expression.range)))
    default: throw FormulaDiagnostic("\(name) has no value here", range: expression.range)
    }
  }

  /// What the bindings give for a name, or a ∂ has put in its place.
  private func given(
    _ name: String, at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand? {
    if let value = overrides[name] { return value }
    guard let given = bindings.values[name] else { return nil }
    if case .vector(let entries) = given, let axis = names[name]?.kind.axes.first,
      let size = sizes[axis], size != entries.count
    {
      throw FormulaDiagnostic(
        "\(name) has \(entries.count) entries, and there are \(size) \(axis.rawValue)",
        range: expression.range)
    }
    return Operand(given)
  }

  func element(
    of whole: Operand, at indices: [Expression], in expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    var positions: [Int] = []
    for index in indices { positions.append(try wholeNumber(index)) }
    return try element(of: whole, at: positions, in: expression)
  }

  private func element(
    of whole: Operand, at positions: [Int], in expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    func entry<Entry>(_ entries: [Entry], _ position: Int) throws(FormulaDiagnostic) -> Entry {
      guard entries.indices.contains(position - 1) else {
        throw FormulaDiagnostic(
          "there is no entry \(position): this has \(entries.count)", range: expression.range)
      }
      return entries[position - 1]
    }
    switch (whole, positions.count) {
    case (.vector(let entries), 1), (.row(let entries), 1):
      return .scalar(try entry(entries, positions[0]))
    case (.matrix(let rows), 2):
      return .scalar(try entry(try entry(rows, positions[0]), positions[1]))
    default:
      throw FormulaDiagnostic(
        "\(whole.shape) with \(positions.count) indices has no meaning", range: expression.range)
    }
  }

  func row(of matrix: Expression, at index: Expression) throws(FormulaDiagnostic) -> Operand {
    guard case .matrix(let rows) = try evaluate(matrix) else {
      throw FormulaDiagnostic("a matrix is needed here", range: matrix.range)
    }
    let position = try wholeNumber(index)
    guard rows.indices.contains(position - 1) else {
      throw FormulaDiagnostic(
        "there is no example \(position): there are \(rows.count)", range: index.range)
    }
    return .vector(rows[position - 1])
  }

  /// The value of a defined name, in whole or at some indices, with or without arguments.
  func call(_ application: Application, at expression: Expression) throws(FormulaDiagnostic)
    -> Operand
  {
    let definition = application.definition
    if definition.parameters.isEmpty, let value = try given(definition.name, at: expression) {
      guard !application.indices.isEmpty else { return value }
      return try element(of: value, at: application.indices, in: expression)
    }
    var inner = Frame()
    for (parameter, argument) in zip(definition.parameters, application.arguments) {
      if case .index(let name) = argument.kind {
        let value = try index(name, at: argument)
        inner.indices.append((parameter, value))
        inner.parameters[parameter] = .number(Double(value))
      } else if case .name = argument.kind {
        // The x of I(x) may have no value of its own; whoever uses it is told.
        inner.parameters[parameter] = try? evaluate(argument)
      } else {
        inner.parameters[parameter] = try evaluate(argument)
      }
    }
    var positions: [Int] = []
    for index in application.indices { positions.append(try wholeNumber(index)) }
    let outer = frame
    frame = inner
    defer { frame = outer }
    return try entries(of: definition, at: positions, expression)
  }

  /// All entries that the written indices leave open.
  private func entries(
    of definition: ReadDefinition, at positions: [Int], _ expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    guard positions.isEmpty, !definition.indices.isEmpty else {
      return try entry(of: definition, at: positions, expression)
    }
    let rows = 1...max(1, try count(definition.axes[0], at: expression.range))
    if definition.indices.count == 1 {
      var entries: [Jet] = []
      for i in rows {
        entries.append(try entry(of: definition, at: [i], expression).scalar ?? .zero)
      }
      return .vector(entries)
    }
    let columns = 1...max(1, try count(definition.axes[1], at: expression.range))
    var matrix: [[Jet]] = []
    for i in rows {
      var row: [Jet] = []
      for j in columns {
        row.append(try entry(of: definition, at: [i, j], expression).scalar ?? .zero)
      }
      matrix.append(row)
    }
    return .matrix(matrix)
  }

  private func entry(
    of definition: ReadDefinition, at positions: [Int], _ expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    let key = CacheKey(definition: ObjectIdentifier(definition), indices: positions)
    let isCacheable = definition.parameters.isEmpty
    if isCacheable, let known = cache[key] { return known }
    let bound = frame.indices.count
    for (position, name) in zip(positions, definition.indices) {
      let axis = definition.axes[frame.indices.count - bound]
      let size = try count(axis, at: expression.range)
      guard (1...max(1, size)).contains(position) else {
        throw FormulaDiagnostic(
          "there is no entry \(position): \(definition.name) has \(size)", range: expression.range)
      }
      frame.indices.append((name, position))
    }
    defer { frame.indices.removeLast(frame.indices.count - bound) }
    let value: Operand
    do throws(FormulaDiagnostic) {
      value = try evaluate(definition.body)
    } catch {
      // The place that the reader sees is that of the use.
      throw FormulaDiagnostic(
        "\(definition.name) has no value: \(error.message)", suggestion: error.suggestion,
        range: expression.range)
    }
    if isCacheable { cache[key] = value }
    return value
  }
}
