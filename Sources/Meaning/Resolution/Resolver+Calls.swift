import Notation

// Functions that a formula defines
extension Resolver {
  /// A function of the course under another of its spellings.
  func resolveDefined(
    _ named: Named, _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let name = names[named.spelling] else { throw undefined(named, in: scope) }
    guard named.primes == 0 else { return try resolveSlope(of: named, &factors, in: scope) }
    guard let (bracket, scripts, syntax) = factors.bracket,
      name.definitions[bracket.parts.count] != nil
    else {
      throw FormulaDiagnostic(
        .argumentsInBrackets, suggestion: "\(named.spelling)(…)",
        range: named.syntax.range)
    }
    _ = factors.take()
    var picked: [Expression]?
    if let lower = named.lower { picked = try indices(lower, axes: [.classes], in: scope) }
    let call = try resolveCall(
      name, indices: picked, bracket.parts, named.syntax, until: syntax, in: scope)
    guard let scripts else { return call }
    return try addScripts(scripts, to: call, syntax, in: scope)
  }

  /// A function at work: H(P), D_{KL}(P \| Q), I(x), softmax_i(z) (rule 7).
  func resolveCall(
    _ name: Name, indices: [Expression]?, _ parts: [Syntax.Bracket.Part], _ syntax: Syntax,
    until end: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let definition = name.definitions[parts.count] else {
      throw FormulaDiagnostic(
        .otherArguments(name.spelling), range: end.range)
    }
    let range = syntax.range.lowerBound..<max(syntax.range.upperBound, end.range.upperBound)
    var arguments: [Expression] = []
    var shapes: [ParameterShape] = []
    var indices = indices
    for (part, parameter) in zip(parts, definition.parameters) {
      var (argument, shape) = try resolveArgument(part, in: scope)
      if names[parameter]?.kind == .distribution, shape.isVariable || shape.sort != .vector {
        throw FormulaDiagnostic(
          .takesDistribution(name.spelling), suggestion: "\(name.spelling)(P)",
          range: part.range)
      }
      if !shape.isOutcome, !shape.isVariable, names[parameter]?.isVariable ?? false,
        try definition.body().appliesOutcome(parameter)
      {
        throw FormulaDiagnostic(
          .takesOutcome(name.spelling), suggestion: "-\\log p_1", range: part.range)
      }
      if shape.sort == .scalar, try wantsVector(definition, parameter) {
        // softmax(z_i), as many write: entry i of softmax(z).
        guard indices == nil, definition.indices.count == 1,
          let (whole, index) = entry(argument)
        else {
          throw FormulaDiagnostic(
            .takesVector(name.spelling), suggestion: "\(name.spelling)(z)",
            range: part.range)
        }
        lint(
          .readAsEntry(of: name.spelling, index: index.label), at: range)
        (argument, indices) = (whole, [index])
        shape = ParameterShape(
          sort: .vector, axes: axes(of: whole, in: scope), isDistribution: true)
      }
      arguments.append(argument)
      shapes.append(shape)
    }
    if let mapped = try resolveMapped(
      definition, indices, arguments, shapes, syntax.node, range)
    {
      return mapped
    }
    let meaning = try self.definition(definition, shapes: shapes, at: range)
    var sort = meaning.body.sort
    if indices == nil, !meaning.indices.isEmpty {
      sort = meaning.indices.count == 1 ? .vector : .matrix
    }
    func call(_ indices: [Expression]) -> Expression {
      Expression(
        .call(Application(definition: meaning, indices: indices, arguments: arguments)), sort,
        node: syntax.node, range: range)
    }
    guard let indices else { return call([]) }
    if meaning.indices.isEmpty {
      return try element(
        of: call([]), at: indices, node: syntax.node, range: range, in: scope)
    }
    guard indices.count == meaning.indices.count else {
      throw FormulaDiagnostic(
        .functionTakesIndices(name.spelling, count: meaning.indices.count, not: indices.count),
        range: range)
    }
    return call(indices)
  }

  private func wantsVector(
    _ definition: Definition, _ parameter: String
  ) throws(FormulaDiagnostic) -> Bool {
    guard names[parameter]?.kind != .distribution else { return false }
    return try definition.body().indexes(parameter)
  }

  /// The vector and the index of an entry such as z_i.
  private func entry(_ expression: Expression) -> (whole: Expression, index: Expression)? {
    switch expression.kind {
    case .element(let whole, let indices) where indices.count == 1 && whole.sort == .vector:
      return (whole, indices[0])
    case .call(var application) where application.indices.count == 1:
      let index = application.indices[0]
      application.indices = []
      var whole = expression
      (whole.kind, whole.sort) = (.call(application), .vector)
      return (whole, index)
    default: return nil
    }
  }

  /// A function of one number, given a vector: of every entry, as the table's functions are.
  private func resolveMapped(
    _ definition: Definition, _ indices: [Expression]?, _ arguments: [Expression],
    _ shapes: [ParameterShape], _ node: Notation.NodeID, _ range: Range<Int>
  ) throws(FormulaDiagnostic) -> Expression? {
    guard indices == nil, definition.indices.isEmpty, shapes.count == 1,
      [.vector, .matrix].contains(shapes[0].sort), !shapes[0].isVariable,
      names[definition.parameters[0]]?.kind != .distribution,
      try !wantsVector(definition, definition.parameters[0]),
      (try? self.definition(definition, shapes: shapes, at: range)) == nil,
      let meaning = try? self.definition(
        definition, shapes: [ParameterShape(sort: .scalar)], at: range),
      meaning.body.sort == .scalar
    else { return nil }
    return Expression(
      .mapped(Application(definition: meaning, indices: [], arguments: arguments)),
      shapes[0].sort, node: node, range: range)
  }

  private func resolveArgument(
    _ part: Syntax.Bracket.Part, in scope: Scope
  ) throws(FormulaDiagnostic) -> (expression: Expression, shape: ParameterShape) {
    let content = try part.content.get()
    if let spelling = content.word, vocabulary.letters[spelling] == nil {
      if scope.indices[spelling] != nil
        || names[spelling]?.kind == .index && scope.parameters[spelling] == nil
      {
        return (
          try whole(spelling, at: content, in: scope),
          ParameterShape(sort: .scalar, isOutcome: true)
        )
      }
      let isVariable =
        scope.parameters[spelling]?.shape.isVariable ?? names[spelling]?.isVariable ?? false
      if isVariable {
        let whole = try whole(spelling, at: content, in: scope)
        return (
          whole,
          ParameterShape(sort: whole.sort, axes: axes(of: whole, in: scope), isVariable: true)
        )
      }
    }
    let argument = try resolve(content, in: scope)
    guard argument.sort != .truth else { throw truthAsNumber(argument) }
    return (
      argument,
      ParameterShape(
        sort: argument.sort, axes: axes(of: argument, in: scope),
        isDistribution: argument.sort == .vector)
    )
  }

  // MARK: Primes

  /// f′(x) of a function that a lesson defines: by its one variable.
  func resolveSlope(
    of named: Named, _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let definition = names[named.spelling]?.definitions[1], named.lower == nil,
      let (bracket, scripts, syntax) = factors.bracket, bracket.parts.count == 1
    else { throw undefined(named, in: scope) }
    guard named.primes <= Evaluator.deepestDerivative else {
      throw SyntaxReader.tooHigh(named.syntax.range)
    }
    _ = factors.take()
    let argument = try resolve(bracket.parts[0].content.get(), in: scope)
    let range = named.syntax.range.lowerBound..<syntax.range.upperBound
    guard argument.sort == .scalar, definition.indices.isEmpty else { throw noSlope(named) }
    let meaning = try self.definition(
      definition, shapes: [ParameterShape(sort: .scalar)], at: range)
    guard meaning.body.sort == .scalar else { throw noSlope(named) }
    let slope = Expression(
      .slope(.defined(meaning), order: named.primes, at: argument), .scalar,
      node: named.syntax.node, range: range)
    guard let scripts else { return slope }
    return try addScripts(scripts, to: slope, syntax, in: scope)
  }
}

extension Expression {
  /// An index for a sentence about it.
  fileprivate var label: String {
    switch kind {
    case .index(let index): index.name
    case .number(_, let digits): digits
    default: "chosen"
    }
  }
}
