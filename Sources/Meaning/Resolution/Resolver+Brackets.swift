import Notation

/// Brackets behind a name: what it depends on, an outcome, or factors.
extension Resolver {
  /// What a bracket behind a name means that takes no arguments.
  func resolveBracket(
    _ found: (bracket: Syntax.Bracket, scripts: Syntax.Scripts?, syntax: Syntax),
    behind value: Expression, _ isPicked: Bool, _ spelling: String, _ isDistribution: Bool,
    _ factors: inout Factors, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let (bracket, scripts, syntax) = found
    if bracket.isSquare, let content = bracket.only, content.isNumber {
      throw FormulaDiagnostic(
        .pickedWithBrackets,
        suggestion: "\(spelling)_1", range: bracket.range)
    }
    if isPicked {
      // h_y(x), p_i(z): what it depends on adds nothing.
      if isDistribution && isWholeVariable(bracket, in: scope) || dependsOnly(bracket, value) {
        _ = factors.take()
        noteDependence(spelling, bracket)
        guard let scripts else { return value }
        return try addScripts(scripts, to: value, syntax, in: scope)
      }
      return value
    }
    var applied: Expression?
    if isDistribution, value.sort == .vector,
      let outcome = try resolveOutcomeIndex(bracket, in: scope)
    {
      let range = value.range.lowerBound..<bracket.range.upperBound
      applied = try element(of: value, at: [outcome], node: value.node, range: range, in: scope)
    } else if isDistribution, value.sort == .vector, isWholeVariable(bracket, in: scope) {
      applied = value
    } else if dependsOnly(bracket, value) {
      applied = value
      noteDependence(spelling, bracket)
    } else if names[spelling]?.definitions[0] != nil, let content = bracket.only,
      let argument = content.word, let name = names[argument],
      name.kind.hasEntries, value.sort != .vector
    {
      throw FormulaDiagnostic(
        .noFunction(spelling, of: argument), suggestion: spelling, range: syntax.range)
    }
    guard var applied else {
      guard value.sort == .vector else { return value }
      // x (z - y)^\top is a product of a column and a row.
      if case .transpose? = scripts?.upper, scripts?.lower == nil { return value }
      throw FormulaDiagnostic(
        .vectorBeforeBracket, suggestion: "p_i (…) or p \\odot (…)",
        range: value.range.lowerBound..<max(value.range.upperBound, syntax.range.upperBound))
    }
    _ = factors.take()
    applied.range = value.range.lowerBound..<syntax.range.upperBound
    guard let scripts else { return applied }
    return try addScripts(scripts, to: applied, syntax, in: scope)
  }

  /// Whether a bracket holds nothing but given names that a defined value depends on: the z of
  /// L(z).
  private func dependsOnly(_ bracket: Syntax.Bracket, _ value: Expression) -> Bool {
    guard !bracket.isSquare, let definition = value.definition, definition.parameters.isEmpty
    else { return false }
    var used: Set<String> = []
    _ = definition.body.contains {
      if case .name(let name) = $0.kind { used.insert(name.spelling) }
      return false
    }
    return bracket.parts.allSatisfy { part in
      (try? part.content.get())?.word.map(used.contains) ?? false
    }
  }

  private func noteDependence(_ spelling: String, _ bracket: Syntax.Bracket) {
    lint(.dependsOn(spelling), at: bracket.range)
  }

  /// The index that an outcome in brackets stands for: a bound x, x_k for the variable x, X = x.
  func resolveOutcomeIndex(
    _ bracket: Syntax.Bracket, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    guard let part = bracket.parts.first, bracket.parts.count == 1 || bracket.isConditional else {
      return nil
    }
    if let condition = part.condition {
      guard condition.comparisons.count == 1, condition.comparisons[0].relation == .equal,
        condition.comparisons[0].left.word != nil
      else { return nil }
      return try resolveOutcomeIndex(condition.comparisons[0].right, in: scope)
    }
    guard bracket.parts.count == 1, case .success(let content) = part.content else { return nil }
    return try resolveOutcomeIndex(content, in: scope)
  }

  func resolveOutcomeIndex(
    _ content: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    if let spelling = content.word {
      if let bound = scope.indices[spelling] {
        return Expression(
          .index(Expression.Index(name: spelling, level: bound.level)), .scalar, at: content)
      }
      return names[spelling]?.kind == .index ? index(named: spelling, at: content) : nil
    }
    guard case .scripted(let base, let scripts) = content.kind, let variable = base.word,
      names[variable]?.isVariable ?? false, let lower = scripts.lower, scripts.upper == nil
    else { return nil }
    return try indices(lower, axes: [.classes], in: scope).first
  }

  func isWholeVariable(_ bracket: Syntax.Bracket, in scope: Scope) -> Bool {
    guard let spelling = bracket.only?.word, scope.indices[spelling] == nil else { return false }
    if let parameter = scope.parameters[spelling] { return parameter.shape.isVariable }
    return names[spelling]?.isVariable ?? false
  }
}
