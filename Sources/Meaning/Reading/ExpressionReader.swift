import Notation

/// Reads notation as an expression, by the rules that make ordinary LaTeX exact.
///
/// Goals, in order: one reading or a diagnostic at its place, never a guess; the grouping that a
/// mathematician sees; a plain recursive descent over rows (relation, then + and −, then products,
/// then factors with their scripts). What a sign means depends on the kinds of the names around
/// it, so reading and the check of shapes are one pass.
final class ExpressionReader {
  /// Factors inside one another, counted on through the definitions they use: the stack of a
  /// thread holds them, in every walk over the expression.
  static let deepestNesting = 48

  let names: Names
  /// Indices that nothing binds: they must be chosen.
  private(set) var freeIndices: Set<String> = []
  /// Those of the whole chain, once it has been read; Σ_{a ≠ b} asks for them.
  var chainIndices: Set<String>?
  /// Whether a Σ_{a ≠ b} was read without knowing them: it has bound both names.
  var hasOpenSums = false
  /// Whether a definition asks for a chosen index, as `L = -\log p_t` does.
  private(set) var definitionsUseChosenIndices = false
  private(set) var lints: [FormulaDiagnostic] = []
  var readDefinitions: [DefinitionKey: ReadDefinition] = [:]
  var definitionsInProgress: [String] = []
  var checkedDefinition: Definition?
  /// How deep the factor is that is read now, and the deepest since a definition began.
  private var depth = 0
  private var deepest = 0

  init(names: Names) { self.names = names }

  /// Goes one level down.
  func nested<Result>(
    at range: Range<Int>, _ read: () throws(FormulaDiagnostic) -> Result
  ) throws(FormulaDiagnostic) -> Result {
    depth += 1
    defer { depth -= 1 }
    try descend(by: 0, at: range)
    return try read()
  }

  /// Refuses what would be deeper than an expression may be: `height` is that of a definition.
  func descend(by height: Int, at range: Range<Int>) throws(FormulaDiagnostic) {
    deepest = max(deepest, depth + height)
    guard depth + height <= Self.deepestNesting else {
      throw FormulaDiagnostic(
        "this is nested deeper than \(Self.deepestNesting), with the definitions it uses",
        range: range)
    }
  }

  /// What is read, and how many levels it goes down from here.
  func measured<Result>(
    _ read: () throws(FormulaDiagnostic) -> Result
  ) throws(FormulaDiagnostic) -> (Result, height: Int) {
    let before = deepest
    deepest = depth
    defer { deepest = max(deepest, before) }
    let result = try read()
    return (result, deepest - depth)
  }

  func note(freeIndex: String) {
    freeIndices.insert(freeIndex)
    if !definitionsInProgress.isEmpty { definitionsUseChosenIndices = true }
  }

  func lint(_ message: String, suggestion: String? = nil, at range: Range<Int>) {
    // The same place may be read twice.
    let lint = FormulaDiagnostic(.lint, message, suggestion: suggestion, range: range)
    if !lints.contains(lint) { lints.append(lint) }
  }

  /// All of a node: a row is a sum.
  func read(_ notation: Notation, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    try read(all: Items(notation), in: scope)
  }

  func read(all items: Items, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    var items = items
    guard !items.isAtEnd else {
      throw FormulaDiagnostic("something is missing here", range: items.place.range)
    }
    let expression = try readTerms(&items, in: scope)
    if let next = items.next { throw unexpected(next) }
    return expression
  }

  /// Rule 1's loosest level within one side: terms with + and − between them.
  func readTerms(_ items: inout Items, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    let start = items.position
    var terms: [Expression.Term] = []
    var isSubtracted = false
    if let next = items.next, let sign = Sign(next), sign == .plus || sign == .minus {
      isSubtracted = sign == .minus
      items.advance()
    }
    while true {
      if let next = items.next, let sign = Sign(next), sign == .plus || sign == .minus {
        throw FormulaDiagnostic(
          "\(sign.spelling) stands right after another sign; put it in brackets", range: next.range)
      }
      let product = try readProduct(&items, in: scope)
      terms.append(Expression.Term(isSubtracted: isSubtracted, expression: product))
      guard let next = items.next, let sign = Sign(next), sign == .plus || sign == .minus else {
        break
      }
      isSubtracted = sign == .minus
      items.advance()
    }
    if terms.count == 1, !terms[0].isSubtracted { return terms[0].expression }
    let sort = try sortOfSum(terms)
    return Expression(
      .terms(terms), sort, node: items.node(at: start), range: items.range(from: start))
  }

  /// Factors side by side or with a sign between them, grouped from the left.
  func readProduct(_ items: inout Items, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    let start = items.position
    var factors: [Expression.Factor] = []
    var sign = Expression.Factor.Sign.beside
    var signPlace: Notation?
    while true {
      guard let next = items.next, let own = Sign(next) else {
        guard let next = items.next else {
          if factors.isEmpty || signPlace != nil { throw missingFactor(items, after: signPlace) }
          break
        }
        if sign == .beside, factors.last?.sign == .slash {
          throw FormulaDiagnostic(
            "it is unclear whether this factor stands under the / too",
            suggestion: "write \\frac{…}{…}", range: next.range)
        }
        let factor = try readFactor(&items, in: scope)
        factors.append(
          Expression.Factor(sign: factors.isEmpty ? .beside : sign, expression: factor))
        sign = .beside
        signPlace = nil
        continue
      }
      guard case .factor(let between) = own else {
        if factors.isEmpty || signPlace != nil { throw missingFactor(items, after: signPlace) }
        break
      }
      if factors.isEmpty || signPlace != nil {
        throw FormulaDiagnostic("a factor is missing before \(own.spelling)", range: next.range)
      }
      sign = between
      signPlace = next
      items.advance()
    }
    if factors.count == 1 { return factors[0].expression }
    let sort = try sortOfProduct(factors)
    return Expression(
      .factors(factors), sort, node: items.node(at: start), range: items.range(from: start))
  }

  private func missingFactor(_ items: Items, after sign: Notation?) -> FormulaDiagnostic {
    guard let next = items.next else {
      let place = sign ?? items.all.last ?? items.place
      return FormulaDiagnostic("a term is missing at the end", range: place.range)
    }
    switch Sign(next) {
    case .minus?, .plus?:
      return FormulaDiagnostic(
        "\(Sign.minus == Sign(next) ? "-" : "+") stands right after another sign; put it in brackets",
        range: next.range)
    case .bar?: return bareBar(next)
    case .relation?, .comma?, .arrow?:
      return FormulaDiagnostic("a term is missing before this", range: next.range)
    default: return unexpected(next)
    }
  }

  func bareBar(_ notation: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      "a bare bar has no meaning outside arguments", suggestion: "\\lvert x \\rvert",
      range: notation.range)
  }

  func unexpected(_ notation: Notation) -> FormulaDiagnostic {
    switch Sign(notation) {
    case .bar?: bareBar(notation)
    case .relation(let relation)?:
      FormulaDiagnostic("\(relation.rawValue) has no meaning here", range: notation.range)
    case .otherRelation(let name)?, .unknown(let name)?:
      FormulaDiagnostic("\\\(name) is notation only: it has no value", range: notation.range)
    case .comma?: FormulaDiagnostic("a comma has no meaning here", range: notation.range)
    case .arrow?: FormulaDiagnostic("an arrow has no value", range: notation.range)
    default: FormulaDiagnostic(reasonWithoutValue(notation), range: notation.range)
    }
  }

  private func reasonWithoutValue(_ notation: Notation) -> String {
    guard case .symbol(let symbol) = notation.kind else { return "this has no value" }
    if symbol.name == "!" { return "! has no value; for what is not equal write \\neq" }
    return switch symbol.atomClass {
    case .opening: "this bracket is never closed"
    case .closing: "this bracket was never opened"
    default: "this has no value"
    }
  }
}
