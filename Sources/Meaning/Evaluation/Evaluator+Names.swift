import Notation

extension Evaluator {
  /// The value of a whole name that has no definition.
  func lookUp(
    _ name: Expression.GivenName, at expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    if !overrides.isEmpty, let value = overrides[.given(slot: name.slot)] { return value }
    if name.slot < given.count, let value = given[name.slot] {
      if case .vector(let entries) = value, let axis = name.axes.first, let size = size(axis),
        size != entries.count
      {
        throw FormulaDiagnostic(
          .otherEntries(name.spelling, count: entries.count, of: size, axis),
          range: expression.range)
      }
      return value
    }
    switch name.meaning {
    case .eulersNumber: return .scalar(.real(.exp(.one)))
    case .classCount: return .number(Double(try count(.classes, at: expression.range)))
    case .exampleCount: return .number(Double(try count(.examples, at: expression.range)))
    default:
      throw FormulaDiagnostic(.noValueHere(name.spelling), range: expression.range)
    }
  }

  /// What is given in place of a definition, or a ∂ has put there.
  private func replacement(for definition: ResolvedDefinition) -> Operand? {
    guard definition.parameters.isEmpty else { return nil }
    if !overrides.isEmpty, let value = overrides[.definition(id: definition.id)] { return value }
    return definition.slot < given.count ? given[definition.slot] : nil
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
          .noEntryOfThis(position, count: entries.count), range: expression.range)
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
        .indexedShape(whole.shape, indices: positions.count), range: expression.range)
    }
  }

  func row(of matrix: Expression, at index: Expression) throws(FormulaDiagnostic) -> Operand {
    guard case .matrix(let rows) = try evaluate(matrix) else {
      throw FormulaDiagnostic(.matrixNeeded, range: matrix.range)
    }
    let position = try wholeNumber(index)
    guard rows.indices.contains(position - 1) else {
      throw FormulaDiagnostic(
        .noExample(position, count: rows.count), range: index.range)
    }
    return .vector(rows[position - 1])
  }

  /// The value of a defined name, in whole or at some indices, with or without arguments.
  func call(_ application: Application, at expression: Expression) throws(FormulaDiagnostic)
    -> Operand
  {
    let definition = application.definition
    if let value = replacement(for: definition) {
      guard !application.indices.isEmpty else { return value }
      return try element(of: value, at: application.indices, in: expression)
    }
    var positions: [Int] = []
    for index in application.indices { positions.append(try wholeNumber(index)) }
    var inner = Frame()
    inner.indices = [Int](repeating: 1, count: definition.indices.count)
    for (position, argument) in application.arguments.enumerated() {
      if definition.outcomes.contains(position) {
        inner.indices.append(try wholeNumber(argument))
        inner.parameters.append(nil)
      } else if case .name = argument.kind {
        // The x of I(x) may have no value of its own; whoever uses it is told.
        inner.parameters.append(try? evaluate(argument))
      } else {
        inner.parameters.append(try evaluate(argument))
      }
    }
    let outer = frame
    frame = inner
    defer { frame = outer }
    return try entries(of: definition, at: positions, expression)
  }

  /// A function of one number, of every entry of a vector or matrix.
  func map(_ application: Application, at expression: Expression) throws(FormulaDiagnostic)
    -> Operand
  {
    let argument = try evaluate(application.arguments[0])
    let outer = frame
    defer { frame = outer }
    return try argument.mapped { (entry) throws(FormulaDiagnostic) in
      try value(of: application.definition, at: entry, expression)
    }
  }

  /// A function of one number at a number.
  func value(
    of definition: ResolvedDefinition, at argument: Jet, _ expression: Expression
  ) throws(FormulaDiagnostic) -> Jet {
    let outer = frame
    frame = Frame(indices: [], parameters: [.scalar(argument)])
    defer { frame = outer }
    guard let value = try entry(of: definition, at: [], expression).scalar else {
      throw FormulaDiagnostic(.numberNeeded, range: expression.range)
    }
    return value
  }

  /// All entries that the written indices leave open.
  private func entries(
    of definition: ResolvedDefinition, at positions: [Int], _ expression: Expression
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
    of definition: ResolvedDefinition, at positions: [Int], _ expression: Expression
  ) throws(FormulaDiagnostic) -> Operand {
    let isCacheable = definition.parameters.isEmpty
    if isCacheable {
      if let known = cache.value(of: definition, at: positions) { return known }
      // A definition without arguments sees nothing of where it is used.
      frame.indices = positions
    }
    for (place, position) in positions.enumerated() {
      let size = try count(definition.axes[place], at: expression.range)
      guard (1...max(1, size)).contains(position) else {
        throw FormulaDiagnostic(
          .noEntry(position, of: definition.name, count: size), range: expression.range)
      }
      frame.indices[place] = position
    }
    let value: Operand
    do throws(FormulaDiagnostic) {
      value = try evaluate(definition.body)
    } catch {
      // The place that the reader sees is that of the use.
      var placed = FormulaDiagnostic(
        .hasNoValue(definition.name, because: error), suggestion: error.suggestion,
        range: expression.range)
      placed.isUncovered = error.isUncovered
      throw placed
    }
    if isCacheable { cache.keep(value, of: definition, at: positions) }
    return value
  }
}
