public import Notation

/// What formulas mean together: their chains, read and resolved once with one set of names.
///
/// Several formulas make one reading when they continue each other; most readings have one.
public struct Reading: Sendable {
  public let formulas: [Formula]
  public let names: Names
  public let chains: [Chain]
  /// By formula: what is wrong, lints included, in the order of their places.
  public let diagnostics: [[FormulaDiagnostic]]

  public init(_ formula: Formula, names: Names) { self.init(continuing: [formula], names: names) }

  public init(continuing formulas: [Formula], names: Names) {
    self.formulas = formulas
    self.names = names
    let drafts = StatementReader(formulas).statements.map(ChainDraft.init)
    let vocabulary = Vocabulary(of: drafts.flatMap(\.syntax), names: names)
    var chains = drafts.map { $0.resolved(names: names, vocabulary: vocabulary) }
    Chain.attachConditions(&chains, drafts.map(\.statement))
    self.chains = chains
    var found = formulas.map { $0.diagnostics }
    for chain in chains {
      for side in chain.sides {
        if let diagnostic = side.diagnostic { found[side.formula].append(diagnostic) }
      }
      for lint in chain.lints where !found[chain.sides[0].formula].contains(lint) {
        found[chain.sides[0].formula].append(lint)
      }
    }
    if let letter = vocabulary.letters["p"], let first = chains.first {
      let note = FormulaDiagnostic(
        .lint, ResolutionProblem.targetAndSoftmax(letter: letter),
        range: first.sides[0].range)
      found[first.sides[0].formula].append(note)
    }
    diagnostics = found.map { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
  }

  public var hasErrors: Bool {
    diagnostics.contains { $0.contains { $0.severity == .error } }
  }

  /// Indices that some chain leaves open.
  public var freeIndices: Set<String> {
    chains.reduce(into: []) { $0.formUnion($1.freeIndices) }
  }
}

/// A statement with the syntax of its sides.
private struct ChainDraft {
  let statement: Statement
  let sides: [Result<Syntax, FormulaDiagnostic>]

  init(_ statement: Statement) {
    self.statement = statement
    sides = statement.sides.enumerated().map { position, side in
      // A formula that starts with = and continues nothing has no first side.
      if side.items.isEmpty, position == 0, statement.sides.count > 1 {
        return .failure(
          FormulaDiagnostic(
            .signWithoutLeft,
            range: Self.range(of: side)))
      }
      do throws(FormulaDiagnostic) {
        return .success(try SyntaxReader.read(all: Items(side.items, in: side.place)))
      } catch {
        return .failure(error)
      }
    }
  }

  var syntax: [Syntax] { sides.compactMap { try? $0.get() } }

  private static func range(of side: Statement.Side) -> Range<Int> {
    let lower = side.items.first?.range.lowerBound ?? side.place.range.lowerBound
    let upper = side.items.last?.range.upperBound ?? side.place.range.upperBound
    return lower..<max(lower, upper)
  }

  func resolved(names: Names, vocabulary: Vocabulary) -> Chain {
    let resolver = Resolver(names: names, vocabulary: vocabulary)
    resolver.openIndices = syntax.reduce(into: []) { $0.formUnion($1.freeWords) }
    var resolved = zip(statement.sides, sides).map { side, syntax in
      var chainSide = Chain.Side(formula: side.formula, range: Self.range(of: side))
      chainSide.items = side.items.map(\.id)
      do throws(FormulaDiagnostic) {
        chainSide.expression = try resolver.resolve(syntax.get(), in: Scope())
      } catch {
        chainSide.diagnostic = error
      }
      return chainSide
    }
    Self.checkShapes(&resolved, statement.links)
    var chain = Chain(sides: resolved, links: statement.links)
    chain.freeIndices = resolver.freeIndices
    chain.lints = resolver.lints
    chain.isCondition = chain.namesIndices || statement.isLedByCondition && chain.isPlain
    return chain
  }

  /// A number and a vector are never equal, except that 0 also stands for nothing but zeros.
  private static func checkShapes(_ sides: inout [Chain.Side], _ links: [Chain.Link]) {
    for position in links.indices {
      guard let left = sides[position].expression, let right = sides[position + 1].expression,
        left.sort != right.sort, !left.isZero, !right.isZero
      else { continue }
      sides[position + 1].expression = nil
      sides[position + 1].diagnostic = FormulaDiagnostic(
        .unequalSides(left.sort, right.sort),
        range: right.range)
    }
  }
}

extension Expression {
  fileprivate var isZero: Bool {
    if case .number(0, _) = kind { return true }
    return false
  }
}

extension Chain {
  /// Whether its sides are nothing but indices and numbers: `i \neq j`, `1 \leq k \leq n`.
  fileprivate var namesIndices: Bool {
    func isIndex(_ side: Side) -> Bool {
      if case .index? = side.expression?.kind { return true }
      return false
    }
    return !links.isEmpty && sides.contains(where: isIndex)
      && sides.allSatisfy { side in
        switch side.expression?.kind {
        case .index?, .number?: true
        case .name(let name)?: name.meaning == .classCount || name.meaning == .exampleCount
        default: false
        }
      }
  }

  /// Whether its sides are single names, entries and numbers: `T = 1`, `y_t = 1`.
  fileprivate var isPlain: Bool {
    !links.isEmpty
      && sides.allSatisfy { side in
        switch side.expression?.kind {
        case .index?, .number?, .name?, .element?: true
        case .call(let application)?: application.arguments.isEmpty
        default: false
        }
      }
  }
}
