import Notation

extension ExpressionReader {
  /// A factor with scripts: `p_i`, `e^{z}`, `\sum_k …`, `\log_2 x`, `(\theta^\top x)_i` (rules 5, 6).
  func readScript(
    base: Notation?, lower: Notation?, upper: Notation?, primes: Int, _ items: inout Items,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else { throw missing(items) }
    guard let base else {
      throw FormulaDiagnostic("this script hangs on nothing", range: item.range)
    }
    switch base.kind {
    case .bigOperator(let sign):
      return try readBig(sign, lower: lower, upper: upper, &items, in: scope)
    case .function(let name, _):
      if let upper {
        throw FormulaDiagnostic(
          "it is unclear what is raised here", suggestion: "(\\\(name) x)^2", range: upper.range)
      }
      return try readFunction(name, lower: lower, &items, in: scope)
    default: break
    }
    if let spelling = Spelling.of(base) {
      return try readScriptedName(
        spelling + String(repeating: "'", count: primes), base: base, lower: lower, upper: upper,
        &items, in: scope)
    }
    guard primes == 0 else {
      throw FormulaDiagnostic("a prime belongs to a name", range: item.range)
    }
    // `\mathbf{x_i}^2` and the like: the wrapper's inside carries scripts of its own.
    try refuseHiddenSum(base)
    items.advance()
    let inner = try readAtom(base, in: scope)
    return try addScripts(to: inner, item, in: scope)
  }

  private func readScriptedName(
    _ spelling: String, base: Notation, lower: Notation?, upper: Notation?, _ items: inout Items,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else { throw missing(items) }
    items.advance()
    if spelling == "e", lower == nil, let upper, names["e"]?.meaning == .eulersNumber,
      !upper.isTranspositionSign
    {
      let exponent = try read(upper, in: scope)
      guard exponent.sort == .scalar || exponent.sort == .vector else {
        throw notScalar(exponent, in: "an exponent")
      }
      return Expression(.exponential(exponent), exponent.sort, node: item.id, range: item.range)
    }
    // What the lower script alone makes of the name; upper scripts come after its arguments.
    var named = item
    if let lower, upper != nil {
      named.range = item.range.lowerBound..<max(base.range.upperBound, lower.range.upperBound)
    }
    let value: Expression
    if let lower, let upper, let example = Items.flattened(upper).first, example.fenced != nil,
      Items.flattened(upper).count == 1, whole(spelling, in: scope) == .matrix
    {
      // x^{(i)}_j: first the example, then its entry.
      let matrix = try whole(spelling, item: item, in: scope)
      let indices = [try read(example, in: scope)] + (try readIndices(lower, in: scope))
      return try element(of: matrix, at: indices, item: item, in: scope)
    }
    if let lower, let whole = Spelling.subscripted(spelling, by: lower),
      isKnown(whole, in: scope)
    {
      value = try readApplied(whole, indices: nil, item: named, &items, in: scope)
    } else if let lower {
      if let special = try readSubscriptSpecial(spelling, lower, item: named, in: scope) {
        value = special
      } else if Self.builtIns.contains(spelling), names[spelling] == nil {
        value = try readBuiltIn(spelling, lower: lower, item, &items, in: scope)
      } else {
        guard isKnown(spelling, in: scope) else { throw undefined(item, in: scope) }
        let indices = try readIndices(lower, of: spelling, in: scope)
        value = try readApplied(spelling, indices: indices, item: named, &items, in: scope)
      }
    } else {
      // p^2 (x): the power comes before any bracket that follows.
      var alone = Items([base], in: base)
      if upper == nil {
        value = try readApplied(spelling, indices: nil, item: item, &items, in: scope)
      } else {
        value = try readApplied(spelling, indices: nil, item: base, &alone, in: scope)
      }
    }
    guard let upper else { return value }
    return try addUpper(upper, to: value, item: item, in: scope)
  }

  private func whole(_ spelling: String, in scope: Scope) -> Expression.Sort? {
    scope.parameters[spelling]?.sort ?? names[spelling]?.kind.sort
  }

  /// Names that a subscript makes without being declared: e_t and δ_{ij}.
  private func readSubscriptSpecial(
    _ spelling: String, _ lower: Notation, item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    if spelling == "e", names["e"]?.meaning == .eulersNumber {
      guard let index = try readIndices(lower, in: scope).first else { return nil }
      return Expression(.apply(.oneHot, [index]), .vector, node: item.id, range: item.range)
    }
    if spelling == "\\delta", !isKnown(spelling, in: scope) {
      let pair = try readIndices(lower, in: scope)
      guard pair.count == 2 else { return nil }
      let same = Expression(
        .comparison(.equal, pair[0], pair[1]), .truth, node: lower.id, range: lower.range)
      return Expression(.indicator(same), .scalar, node: item.id, range: item.range)
    }
    return nil
  }

  /// The scripts of a `.script` node on a base that has been read.
  func addScripts(
    to base: Expression, _ item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard case .script(_, let lower, let upper, _, _) = item.kind else { return base }
    var value = base
    if let lower, case .apply(.norm, let arguments) = base.kind {
      let kind = try norm(named: lower)
      value = Expression(.apply(kind, arguments), .scalar, node: item.id, range: item.range)
    } else if let lower {
      value = try element(of: base, at: readIndices(lower, in: scope), item: item, in: scope)
    }
    guard let upper else { return value }
    return try addUpper(upper, to: value, item: item, in: scope)
  }

  /// Which norm a subscript means: 1, 2, ∞, or F for Frobenius's.
  private func norm(named lower: Notation) throws(FormulaDiagnostic) -> Expression.Operation {
    let inside = Items.flattened(lower)
    if inside.count == 1 {
      switch inside[0].kind {
      case .number("1"): return .oneNorm
      case .number("2"): return .norm
      default:
        if inside[0].isSymbol("infty") { return .maximumNorm }
        if inside[0].isSymbol("F") { return .norm }
      }
    }
    throw FormulaDiagnostic(
      "this norm has no meaning here", suggestion: "1, 2, \\infty or F", range: lower.range)
  }

  /// Rule 6: transpose, example, or power.
  private func addUpper(
    _ upper: Notation, to base: Expression, item: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort) -> Expression {
      Expression(kind, sort, node: item.id, range: item.range)
    }
    if upper.isTranspositionSign {
      switch base.sort {
      case .vector: return make(.transpose(base), .row)
      case .row: return make(.transpose(base), .vector)
      case .matrix: return make(.transpose(base), .matrix)
      case .scalar, .truth:
        throw FormulaDiagnostic(
          "^T transposes, and this is a \(base.sort.word)", range: upper.range)
      }
    }
    let inside = Items.flattened(upper)
    if inside.count == 1, inside[0].fenced != nil, base.sort != .scalar {
      let index = try read(inside[0], in: scope)
      guard base.sort == .matrix else {
        return try element(of: base, at: [index], item: item, in: scope)
      }
      if case .index(let name) = index.kind, let bound = scope.indices[name], bound.axis == nil {
        bound.axis = .examples
      }
      return make(.example(of: base, at: index), .vector)
    }
    let exponent = try read(upper, in: scope)
    guard base.sort == .scalar, exponent.sort == .scalar else {
      throw FormulaDiagnostic(
        "a power of a \(base.sort.word) has no one meaning", suggestion: "a \\odot a",
        range: item.range)
    }
    return make(.power(base, exponent: exponent), .scalar)
  }

  /// The indices in a subscript: `i`, `i,j`, `ij`, `12`, `k+1`, and `x_i` where defined so.
  func readIndices(
    _ lower: Notation, of name: String? = nil, in scope: Scope
  ) throws(FormulaDiagnostic) -> [Expression] {
    let variable = name.flatMap { names[$0]?.definitions[0]?.subscriptVariable }
    var indices: [Expression] = []
    for part in Items(lower).split({ $0 == .comma }) {
      guard let first = part.next else {
        throw FormulaDiagnostic("an index is missing here", range: lower.range)
      }
      if let variable, part.all.count == 1,
        case .script(let base?, let inner?, nil, 0, _) = first.held.kind,
        Spelling.of(base) == variable
      {
        indices += try readIndices(inner, in: scope)
        continue
      }
      // `ij` is i and j, never a product.
      if part.all.count > 1, part.all.allSatisfy({ isIndexName($0, in: scope) }) {
        for item in part.all { indices.append(try read(item, in: scope)) }
        continue
      }
      // `J_{12}` of a matrix is its entry 1, 2.
      if part.all.count == 1, case .number(let digits) = first.kind, digits.count == 2,
        digits.allSatisfy(\.isNumber), let name, names[name]?.kind.axes.count == 2,
        Items(lower).split({ $0 == .comma }).count == 1
      {
        indices += digits.map {
          Expression(Expression.literal(String($0)), .scalar, node: first.id, range: first.range)
        }
        continue
      }
      let index = try read(all: part, in: scope)
      guard index.sort == .scalar else {
        // Many books write p_y for the probability of the class that y names.
        let isTarget = Spelling.of(first).map { names[$0]?.meaning == .target } ?? false
        throw FormulaDiagnostic(
          "a \(index.sort.word) is no index, and this name with its subscript is not defined",
          suggestion: isTarget ? "t" : nil, range: first.range)
      }
      indices.append(index)
    }
    return indices
  }

  private func isIndexName(_ item: Notation, in scope: Scope) -> Bool {
    if case .number = item.kind { return true }
    guard let spelling = Spelling.of(item) else { return false }
    return scope.indices[spelling] != nil || names[spelling]?.kind == .index
  }
}
