import Notation

extension ExpressionReader {
  /// Which reading of a definition: the same right side may be read for arguments of other shapes.
  struct DefinitionKey: Hashable {
    var name: String
    var shapes: [ParameterShape]
  }

  /// A function at work: H(P), D_{KL}(P \| Q), I(x), softmax_i(z) (rule 7).
  func readCall(
    _ name: Name, indices: [Expression]?, arguments parts: [Items], item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let definition = name.definitions[parts.count] else { throw missing(parts[0]) }
    var arguments: [Expression] = []
    var shapes: [ParameterShape] = []
    for part in parts {
      guard let first = part.next else {
        throw FormulaDiagnostic("an argument is missing here", range: item.range)
      }
      let argument = try readCallArgument(part, first, in: scope)
      let parameter = definition.parameters[arguments.count]
      if names[parameter]?.kind == .distribution,
        argument.shape.isVariable || argument.shape.sort != .vector
      {
        throw FormulaDiagnostic(
          "\(name.spelling) takes a distribution here", suggestion: "\(name.spelling)(P)",
          range: first.range)
      }
      arguments.append(argument.expression)
      shapes.append(argument.shape)
    }
    let meaning = try readDefinition(definition, shapes: shapes, at: item.range)
    let end = parts.compactMap { $0.all.last?.range.upperBound }.max() ?? item.range.upperBound
    let range = item.range.lowerBound..<max(item.range.upperBound, end)
    var sort = meaning.body.sort
    if indices == nil, !meaning.indices.isEmpty {
      sort = meaning.indices.count == 1 ? .vector : .matrix
    }
    if let indices, meaning.indices.isEmpty {
      let whole = Expression(
        .call(Application(definition: meaning, indices: [], arguments: arguments)), sort,
        node: item.id, range: range)
      return try element(of: whole, at: indices, item: item, in: scope)
    }
    if let indices, indices.count != meaning.indices.count {
      throw FormulaDiagnostic(
        "\(name.spelling) takes \(meaning.indices.count) indices, not \(indices.count)",
        range: item.range)
    }
    return Expression(
      .call(Application(definition: meaning, indices: indices ?? [], arguments: arguments)), sort,
      node: item.id, range: range)
  }

  private func readCallArgument(
    _ part: Items, _ first: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> (expression: Expression, shape: ParameterShape) {
    if part.all.count == 1, let spelling = Spelling.of(first) {
      if scope.indices[spelling] != nil {
        let index = Expression(.index(spelling), .scalar, node: first.id, range: first.range)
        return (index, ParameterShape(sort: .scalar, isOutcome: true))
      }
      if isWholeVariable(first, in: scope) {
        let whole = try whole(spelling, item: first, in: scope)
        return (
          whole,
          ParameterShape(sort: whole.sort, axes: axes(of: whole, in: scope), isVariable: true)
        )
      }
      if names[spelling]?.kind == .index, scope.parameters[spelling] == nil {
        let index = try whole(spelling, item: first, in: scope)
        return (index, ParameterShape(sort: .scalar, isOutcome: true))
      }
    }
    let read = try read(all: part, in: scope)
    guard read.sort != .truth else { throw truthAsNumber(read) }
    return (
      read,
      ParameterShape(
        sort: read.sort, axes: axes(of: read, in: scope), isDistribution: read.sort == .vector)
    )
  }

  /// Reads the right side of a definition, once for each shape of its arguments.
  func readDefinition(
    _ definition: Definition, shapes: [ParameterShape], at range: Range<Int>
  ) throws(FormulaDiagnostic) -> ReadDefinition {
    let key = DefinitionKey(
      name: "\(definition.name)/\(definition.parameters.count)", shapes: shapes)
    if let known = readDefinitions[key] {
      try descend(by: known.height, at: range)
      return known
    }
    guard !definitionsInProgress.contains(key.name) else {
      throw FormulaDiagnostic("\(definition.name) is defined by itself", range: range)
    }
    definitionsInProgress.append(key.name)
    defer { definitionsInProgress.removeLast() }
    var scope = Scope()
    var bound: [BoundIndex] = []
    for index in definition.indices {
      let counter = BoundIndex()
      bound.append(counter)
      scope = scope.binding([index], to: counter)
    }
    for (parameter, shape) in zip(definition.parameters, shapes) {
      if shape.isOutcome {
        scope = scope.binding([parameter], to: BoundIndex())
      } else {
        scope.parameters[parameter] = shape
      }
    }
    let outer = chainIndices
    chainIndices = Set(definition.indices)
    defer { chainIndices = outer }
    let (body, height): (Expression, Int)
    do throws(FormulaDiagnostic) {
      (body, height) = try measured { () throws(FormulaDiagnostic) in
        try read(definition.body, in: scope)
      }
    } catch {
      // While the definition itself is being checked, its own place is the right one.
      if definitionsInProgress.count == 1, checkedDefinition == definition { throw error }
      // The innermost definition is the one to mend: it alone is named.
      let lead = "in the definition of "
      throw FormulaDiagnostic(
        error.message.hasPrefix(lead)
          ? error.message : "\(lead)\(definition.name): \(error.message)",
        suggestion: error.suggestion, range: range)
    }
    guard definition.indices.isEmpty || body.sort == .scalar else {
      throw FormulaDiagnostic(
        "an entry must be a number, and this is a \(body.sort.word)", range: body.range)
    }
    let meaning = ReadDefinition(
      name: definition.name, source: definition, indices: definition.indices,
      axes: bound.map { $0.axis ?? .classes }, parameters: definition.parameters, body: body,
      height: height)
    readDefinitions[key] = meaning
    return meaning
  }

  /// Reads a new definition as its parameters' own kinds suggest, to find what is wrong with it.
  func check(_ definition: Definition) throws(FormulaDiagnostic) -> ReadDefinition {
    checkedDefinition = definition
    defer { checkedDefinition = nil }
    let shapes = definition.parameters.map { parameter in
      let name = names[parameter]
      let kind = name?.kind ?? .scalar
      return ParameterShape(
        sort: kind.sort, axes: kind.axes, isDistribution: kind == .distribution,
        isVariable: false, isOutcome: name?.isVariable ?? false)
    }
    return try readDefinition(definition, shapes: shapes, at: definition.body.range)
  }
}
