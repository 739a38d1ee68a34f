import Notation

extension ExpressionReader {
  /// Whether a node is a name that is known here.
  func isName(_ notation: Notation, in scope: Scope) -> Bool {
    guard let spelling = Spelling.of(notation) else { return false }
    return isKnown(spelling, in: scope)
  }

  func isKnown(_ spelling: String, in scope: Scope) -> Bool {
    scope.indices[spelling] != nil || scope.parameters[spelling] != nil || names[spelling] != nil
  }

  /// A name without scripts, and the arguments that follow it if it takes any.
  func readName(_ items: inout Items, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else { throw missing(items) }
    items.advance()
    if item.isSymbol("infty") {
      return Expression(.infinity, .scalar, node: item.id, range: item.range)
    }
    guard let spelling = Spelling.of(item) else { throw noName(item) }
    if Self.builtIns.contains(spelling), names[spelling] == nil {
      return try readBuiltIn(spelling, lower: nil, item, &items, in: scope)
    }
    return try readApplied(spelling, indices: nil, item: item, &items, in: scope)
  }

  /// A name, perhaps with indices, and the arguments that follow it if it takes any (rules 7, 8).
  func readApplied(
    _ spelling: String, indices: [Expression]?, item: Notation, _ items: inout Items,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    if scope.indices[spelling] == nil, scope.parameters[spelling] == nil,
      let name = names[spelling],
      let (fence, scripts) = argumentFence(items.next)
    {
      let parts = Items(fence).split { $0 == .comma || $0 == .bar }
      if name.definitions[parts.count] != nil, indices == nil || name.kind == .function {
        items.advance()
        let call = try readCall(name, indices: indices, arguments: parts, item: item, in: scope)
        guard let scripts else { return call }
        return try addScripts(to: call, scripts, in: scope)
      }
    }
    let whole = try whole(spelling, item: item, in: scope)
    let isDistribution = isDistribution(spelling, in: scope)
    guard let indices else {
      return try readOutcome(of: whole, isDistribution: isDistribution, &items, in: scope)
    }
    let element = try element(of: whole, at: indices, item: item, in: scope)
    // h_y(x): the whole variable behind an indexed distribution adds nothing.
    if isDistribution, let fence = items.next?.fenced, isWholeVariable(fence, in: scope) {
      items.advance()
    }
    return element
  }

  /// The name as a whole.
  func whole(
    _ spelling: String, item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort) -> Expression {
      Expression(kind, sort, node: item.id, range: item.range)
    }
    if scope.indices[spelling] != nil { return make(.index(spelling), .scalar) }
    if let parameter = scope.parameters[spelling] {
      return make(.parameter(spelling), parameter.sort)
    }
    guard let name = names[spelling] else { throw undefined(item, in: scope) }
    if name.kind == .index {
      note(freeIndex: spelling)
      return make(.index(spelling), .scalar)
    }
    if let definition = name.definitions[0] {
      let meaning = try readDefinition(definition, shapes: [], at: item.range)
      return make(
        .call(Application(definition: meaning, indices: [], arguments: [])), name.kind.sort)
    }
    guard name.kind != .function else {
      throw FormulaDiagnostic(
        "this function needs its arguments in brackets", suggestion: "H(P)", range: item.range)
    }
    return make(.name(spelling), name.kind.sort)
  }

  /// An entry of a vector or matrix.
  func element(
    of whole: Expression, at indices: [Expression], item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let wanted = whole.sort == .matrix ? 2 : 1
    guard whole.sort != .scalar, whole.sort != .truth else {
      throw FormulaDiagnostic(
        "this is a \(whole.sort.word): it has no entries, and this name with its subscript is not "
          + "defined", range: item.range)
    }
    let axes = axes(of: whole, in: scope)
    for (position, index) in indices.enumerated() {
      if case .index(let name) = index.kind, let bound = scope.indices[name], bound.axis == nil,
        position < axes.count
      {
        bound.axis = axes[position]
      }
    }
    if indices.count == 1, whole.sort == .matrix {
      // X_i is row i.
      return Expression(
        .example(of: whole, at: indices[0]), .vector, node: item.id, range: item.range)
    }
    guard indices.count == wanted else {
      throw FormulaDiagnostic(
        "a \(whole.sort.word) takes \(wanted) \(wanted == 1 ? "index" : "indices"), not "
          + "\(indices.count)", range: item.range)
    }
    if case .call(var application) = whole.kind, application.indices.isEmpty,
      application.definition.indices.count == indices.count
    {
      application.indices = indices
      return Expression(.call(application), .scalar, node: item.id, range: item.range)
    }
    return Expression(.element(of: whole, at: indices), .scalar, node: item.id, range: item.range)
  }

  /// Rule 8: P(x) is an entry where x is bound, and the whole vector where it is not.
  private func readOutcome(
    of whole: Expression, isDistribution: Bool, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard whole.sort == .vector, let next = items.next,
      let (fence, scripts) = argumentFence(next)
    else { return whole }
    var applied: Expression?
    if isDistribution, let outcome = try readOutcomeIndex(fence, in: scope) {
      var item = next
      item.range = whole.range.lowerBound..<fence.range.upperBound
      item.id = whole.node
      applied = try element(of: whole, at: [outcome], item: item, in: scope)
    } else if isDistribution, isWholeVariable(fence, in: scope) {
      applied = whole
    }
    guard var applied else {
      // x (z - y)^\top is a product of a column and a row.
      if case .script(_, nil, let upper?, _, _)? = scripts?.kind, upper.isTranspositionSign {
        return whole
      }
      throw bareVector(whole, next)
    }
    items.advance()
    applied.range = whole.range.lowerBound..<next.range.upperBound
    guard let scripts else { return applied }
    return try addScripts(to: applied, scripts, in: scope)
  }

  private func bareVector(_ vector: Expression, _ fence: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      "a whole vector stands before a bracket", suggestion: "p_i (…) or p \\odot (…)",
      range: vector.range.lowerBound..<max(vector.range.upperBound, fence.range.upperBound))
  }

  /// The index that an outcome in brackets stands for: a bound x, or x_k for the variable x.
  private func readOutcomeIndex(
    _ fence: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    let items = Items.flattened(fence)
    guard items.count == 1, let item = items.first else { return nil }
    if let spelling = Spelling.of(item), scope.indices[spelling] != nil {
      return Expression(.index(spelling), .scalar, node: item.id, range: item.range)
    }
    if let spelling = Spelling.of(item), names[spelling]?.kind == .index {
      note(freeIndex: spelling)
      return Expression(.index(spelling), .scalar, node: item.id, range: item.range)
    }
    guard case .script(let base?, let lower?, nil, 0, _) = item.held.kind,
      let variable = Spelling.of(base), names[variable]?.isVariable ?? false
    else { return nil }
    return try readIndices(lower, in: scope).first
  }

  func isWholeVariable(_ fence: Notation, in scope: Scope) -> Bool {
    let items = Items.flattened(fence)
    guard items.count == 1, let spelling = Spelling.of(items[0]), scope.indices[spelling] == nil
    else { return false }
    if let parameter = scope.parameters[spelling] { return parameter.isVariable }
    return names[spelling]?.isVariable ?? false
  }

  func isDistribution(_ spelling: String, in scope: Scope) -> Bool {
    if let parameter = scope.parameters[spelling] { return parameter.isDistribution }
    return names[spelling]?.kind == .distribution
  }

  /// The inside of a fence that follows a function, and the script that hangs on the fence.
  func argumentFence(_ notation: Notation?) -> (fence: Notation, scripts: Notation?)? {
    guard let notation else { return nil }
    if let fence = notation.fenced { return (fence, nil) }
    if case .script(let base?, _, _, 0, _) = notation.kind, let fence = base.fenced {
      return (fence, notation)
    }
    return nil
  }

  func missing(_ items: Items) -> FormulaDiagnostic {
    FormulaDiagnostic("a factor is missing here", range: items.place.range)
  }

  func noName(_ item: Notation) -> FormulaDiagnostic {
    if case .symbol(let symbol) = item.kind {
      switch symbol.name {
      case "ldots", "cdots", "vdots", "ddots":
        return FormulaDiagnostic(
          "dots have no value", suggestion: "\\sum_k …", range: item.range)
      case "partial", "nabla":
        return FormulaDiagnostic(
          "this sign needs what it differentiates",
          suggestion: "\\frac{\\partial L}{\\partial z_i}",
          range: item.range)
      default: break
      }
    }
    return unexpected(item)
  }

  func undefined(_ item: Notation, in scope: Scope) -> FormulaDiagnostic {
    let spelling = Spelling.of(item) ?? "this"
    if spelling == "E" || spelling.hasPrefix("E_") {
      return FormulaDiagnostic(
        "an expected value names its outcome and its distribution",
        suggestion: "\\mathbb{E}_{x \\sim P}[\u{2026}]", range: item.range)
    }
    // A slip of the finger seldom hits the first letter; with one letter it may hit anything.
    let known = (names.all.map(\.spelling) + scope.parameters.keys.sorted()).filter {
      $0.first { $0.isLetter }?.lowercased() == spelling.first { $0.isLetter }?.lowercased()
    }
    return FormulaDiagnostic(
      "\(spelling) is not defined",
      suggestion: nearestName(to: spelling, among: known), range: item.range)
  }
}
