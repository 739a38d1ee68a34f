import Notation

/// Finds out what each name in a syntax tree is, which bracket holds arguments, and whether the
/// shapes fit; the result is an expression that can be evaluated without any table.
///
/// Where a doubt remains it throws a diagnostic at the place, never a guess. One resolver serves one
/// chain, or the right side of one definition.
final class Resolver {
  let names: Names
  /// Letters that mean something else in the formulas at hand: see `Vocabulary`.
  let vocabulary: Vocabulary
  /// Indices that nothing binds: they must be chosen.
  private(set) var freeIndices: Set<String> = []
  /// Indices that are used outside of the sums whose condition leaves open which one they bind.
  var openIndices: Set<String> = []
  private(set) var lints: [FormulaDiagnostic] = []
  /// The definitions that are being resolved around this one.
  private let inProgress: [String]
  /// How deep the factor is that is resolved now, and the deepest so far.
  private var depth = 0
  private(set) var deepest = 0

  init(names: Names, vocabulary: Vocabulary = Vocabulary(), inProgress: [String] = []) {
    self.names = names
    self.vocabulary = vocabulary
    self.inProgress = inProgress
  }

  func note(freeIndex: String) { freeIndices.insert(freeIndex) }

  func lint(_ problem: ResolutionProblem, suggestion: String? = nil, at range: Range<Int>) {
    let lint = FormulaDiagnostic(.lint, problem, suggestion: suggestion, range: range)
    if !lints.contains(lint) { lints.append(lint) }
  }

  // MARK: Depth

  /// Goes one level down.
  func nested<Content>(
    at range: Range<Int>, _ resolve: () throws(FormulaDiagnostic) -> Content
  ) throws(FormulaDiagnostic) -> Content {
    depth += 1
    defer { depth -= 1 }
    try descend(by: 0, at: range)
    return try resolve()
  }

  /// Refuses what would be deeper than an expression may be: `height` is that of a definition.
  private func descend(by height: Int, at range: Range<Int>) throws(FormulaDiagnostic) {
    deepest = max(deepest, depth + height)
    guard depth + height <= SyntaxReader.deepestNesting else {
      throw FormulaDiagnostic(
        .nestedDeeperWithDefinitions(deepest: SyntaxReader.deepestNesting),
        range: range)
    }
  }

  // MARK: Definitions

  /// Resolves the right side of a definition, once for each shape of its arguments.
  func definition(
    _ definition: Definition, shapes: [ParameterShape], at range: Range<Int>
  ) throws(FormulaDiagnostic) -> ResolvedDefinition {
    let label = "\(definition.name)/\(definition.parameters.count)"
    let key = DefinitionStore.Key(name: label, shapes: shapes)
    let found: ResolvedDefinition
    if let known = names.store.definition(key) {
      found = known
    } else {
      guard !inProgress.contains(label) else {
        throw FormulaDiagnostic(.isDefinedByItself(definition.name), range: range)
      }
      do throws(FormulaDiagnostic) {
        found = try resolve(definition, key, label)
      } catch {
        // The innermost definition is the one to mend: it alone is named.
        if case .inDefinition? = error.problem as? DefinitionProblem {
          throw FormulaDiagnostic(
            .error, error.problem, suggestion: error.suggestion, range: range)
        }
        throw FormulaDiagnostic(
          .inDefinition(of: definition.name, because: error),
          suggestion: error.suggestion, range: range)
      }
    }
    try descend(by: found.height, at: range)
    freeIndices.formUnion(found.freeIndices)
    return found
  }

  private func resolve(
    _ definition: Definition, _ key: DefinitionStore.Key, _ label: String
  ) throws(FormulaDiagnostic) -> ResolvedDefinition {
    let inner = Resolver(names: names, inProgress: inProgress + [label])
    return try inner.resolveBody(of: definition, key, inner)
  }

  private func resolveBody(
    of definition: Definition, _ key: DefinitionStore.Key, _ inner: Resolver
  ) throws(FormulaDiagnostic) -> ResolvedDefinition {
    var (scope, bound) = Scope().binding(definition.indices)
    var outcomes: [Int] = []
    for (position, (parameter, shape)) in zip(definition.parameters, key.shapes).enumerated() {
      if shape.isOutcome {
        scope = scope.binding([parameter]).scope
        outcomes.append(position)
      } else {
        scope.bind(parameter: parameter, shape, at: position)
      }
    }
    openIndices = Set(definition.indices)
    let syntax = try definition.body()
    let body = try entryIfVector(resolve(syntax, in: scope), of: definition, bound, in: scope)
    guard definition.indices.isEmpty || body.sort == .scalar else {
      throw FormulaDiagnostic(
        .entryIsNoNumber(body.sort), range: body.range)
    }
    let slot = names.store.slot(of: definition.name)
    return names.store.keep(key) { id in
      ResolvedDefinition(
        id: id, source: definition, axes: bound.map { $0.axis ?? .classes }, outcomes: outcomes,
        body: body, slot: slot, freeIndices: freeIndices,
        height: deepest)
    }
  }

  /// `s_i = \operatorname{softmax}(a)`, as many write: entry i of the vector is meant.
  private func entryIfVector(
    _ body: Expression, of definition: Definition, _ bound: [BoundIndex], in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard body.sort == .vector, definition.indices.count == 1, case .call(let call) = body.kind,
      !call.arguments.isEmpty
    else { return body }
    lint(.entryTaken(of: definition.indices[0]), at: body.range)
    let index = Expression(
      .index(Expression.Index(name: definition.indices[0], level: bound[0].level)), .scalar,
      node: body.node, range: body.range)
    return try element(of: body, at: [index], node: body.node, range: body.range, in: scope)
  }

  /// Resolves a new definition as its parameters' own kinds and uses suggest, to find what is wrong
  /// with it: here its own place is the right one.
  func check(_ definition: Definition) throws(FormulaDiagnostic) -> ResolvedDefinition {
    let syntax = try definition.body()
    let shapes = definition.parameters.map { parameter in
      let name = names[parameter]
      let isIndexed = syntax.indexes(parameter)
      let kind: NameKind =
        switch name?.kind {
        case .scalar?, .function?, .index?, nil: isIndexed ? .vector(.classes) : .scalar
        case .vector?: isIndexed || !(name?.isVariable ?? false) ? .vector(.classes) : .scalar
        case let other?: other
        }
      let isOutcome = (name?.isVariable ?? false) && !isIndexed && syntax.appliesOutcome(parameter)
      return ParameterShape(
        sort: isOutcome ? .scalar : kind.sort, axes: isOutcome ? [] : kind.axes,
        isDistribution: kind == .distribution, isVariable: false, isOutcome: isOutcome)
    }
    let label = "\(definition.name)/\(definition.parameters.count)"
    let inner = Resolver(names: names, inProgress: [label])
    defer { lints = inner.lints }
    return try inner.resolveBody(
      of: definition, DefinitionStore.Key(name: label, shapes: shapes), inner)
  }
}

extension Syntax {
  /// Whether a name stands in it with a subscript.
  func indexes(_ name: String) -> Bool {
    if case .scripted(let base, let scripts) = kind, base.word == name, scripts.lower != nil {
      return true
    }
    return parts.contains { $0.indexes(name) }
  }

  /// Whether a name stands alone in a bracket behind another: the x of P(x).
  func appliesOutcome(_ name: String) -> Bool {
    if case .bracket(let bracket) = kind, bracket.parts.count == 1,
      case .success(let content) = bracket.parts[0].content, content.word == name
    {
      return true
    }
    return parts.contains { $0.appliesOutcome(name) }
  }
}
