public import Notation

/// What formulas mean together: their chains, read with one set of names.
///
/// Several formulas make one reading when they continue each other; most readings have one.
public struct Reading: Sendable {
  public let formulas: [Formula]
  public let names: Names
  public let chains: [Chain]
  /// By formula: what is wrong, lints included, in the order of their places.
  public let diagnostics: [[FormulaDiagnostic]]
  /// Whether some definition asks for a chosen index.
  let definitionsUseChosenIndices: Bool

  public init(_ formula: Formula, names: Names) { self.init(continuing: [formula], names: names) }

  public init(continuing formulas: [Formula], names: Names) {
    self.formulas = formulas
    self.names = names
    let drafts = StatementSplitter(formulas, names: names).drafts
    var chains: [Chain] = []
    var found = formulas.map { $0.diagnostics }
    var definitionsAsk = false
    for draft in drafts {
      var reader = ExpressionReader(names: names)
      var chain = Self.read(draft, with: reader)
      if reader.hasOpenSums {
        let indices = reader.freeIndices
        reader = ExpressionReader(names: names)
        reader.chainIndices = indices
        chain = Self.read(draft, with: reader)
      }
      chain.freeIndices = reader.freeIndices
      definitionsAsk = definitionsAsk || reader.definitionsUseChosenIndices
      for side in chain.sides {
        if let diagnostic = side.diagnostic { found[side.formula].append(diagnostic) }
      }
      for lint in reader.lints { found[draft.sides[0].formula].append(lint) }
      chains.append(chain)
    }
    self.chains = chains
    definitionsUseChosenIndices = definitionsAsk
    diagnostics = found.map { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
  }

  public var hasErrors: Bool {
    diagnostics.contains { $0.contains { $0.severity == .error } }
  }

  /// Indices that some chain leaves open.
  public var freeIndices: Set<String> {
    chains.reduce(into: []) { $0.formUnion($1.freeIndices) }
  }

  private static func read(_ draft: StatementSplitter.Draft, with reader: ExpressionReader) -> Chain
  {
    var sides: [Chain.Side] = []
    for (position, side) in draft.sides.enumerated() {
      let items = Items(side.items, in: side.place)
      let lower = side.items.first?.range.lowerBound ?? side.place.range.lowerBound
      let upper = side.items.last?.range.upperBound ?? side.place.range.upperBound
      var read = Chain.Side(formula: side.formula, range: lower..<max(lower, upper))
      read.items = side.items.map(\.id)
      // A formula that starts with = and continues nothing has no first side.
      if side.items.isEmpty, position == 0, draft.sides.count > 1 {
        read.diagnostic = FormulaDiagnostic(
          "nothing stands before this sign, and it continues no formula", range: read.range)
      } else {
        do throws(FormulaDiagnostic) {
          read.expression = try reader.read(all: items, in: Scope())
        } catch {
          read.diagnostic = error
        }
      }
      sides.append(read)
    }
    checkShapes(&sides, draft.links)
    let isCondition =
      !draft.links.isEmpty
      && sides.allSatisfy { side in
        switch side.expression?.kind {
        case .index?, .number?: true
        default: false
        }
      }
      && sides.contains {
        if case .index? = $0.expression?.kind { true } else { false }
      }
    return Chain(sides: sides, links: draft.links, isCondition: isCondition)
  }

  /// A number and a vector are never equal, except that 0 also stands for nothing but zeros.
  private static func checkShapes(_ sides: inout [Chain.Side], _ links: [Chain.Link]) {
    for position in links.indices {
      guard let left = sides[position].expression, let right = sides[position + 1].expression,
        left.sort != right.sort, !left.isZero, !right.isZero
      else { continue }
      sides[position + 1].expression = nil
      sides[position + 1].diagnostic = FormulaDiagnostic(
        "a \(left.sort.word) stands before this sign and a \(right.sort.word) after it",
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
