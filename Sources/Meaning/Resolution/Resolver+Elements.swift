import Notation

extension Resolver {
  /// An entry of a vector or matrix.
  func element(
    of whole: Expression, at indices: [Expression], node: Notation.NodeID, range: Range<Int>,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let wanted = whole.sort == .matrix ? 2 : 1
    guard whole.sort != .scalar, whole.sort != .truth else {
      throw FormulaDiagnostic(
        .noEntriesOf(whole.sort), range: range)
    }
    let axes = axes(of: whole, in: scope)
    for (position, index) in indices.enumerated() {
      if case .index(let bound) = index.kind, let own = scope.indices[bound.name],
        own.level == bound.level, own.axis == nil, position < axes.count
      {
        own.axis = axes[position]
      }
      if case .number(let value, let digits) = index.kind, value < 1 {
        throw FormulaDiagnostic(
          .noEntryBelow1(digits), range: index.range)
      }
    }
    if indices.count == 1, whole.sort == .matrix {
      // X_i is row i.
      return Expression(.example(of: whole, at: indices[0]), .vector, node: node, range: range)
    }
    guard indices.count == wanted else {
      throw FormulaDiagnostic(
        .takesIndices(whole.sort, count: wanted, not: indices.count), range: range)
    }
    if case .call(var application) = whole.kind, application.indices.isEmpty,
      application.definition.indices.count == indices.count
    {
      application.indices = indices
      return Expression(.call(application), .scalar, node: node, range: range)
    }
    return Expression(.element(of: whole, at: indices), .scalar, node: node, range: range)
  }

  /// The indices of a subscript of a name.
  func indices(
    _ lower: Syntax.Lower, of name: String, in scope: Scope
  ) throws(FormulaDiagnostic) -> [Expression] {
    let axes = scope.parameters[name]?.shape.axes ?? names[name]?.kind.axes ?? []
    let isMatrix = (scope.parameters[name]?.shape.sort ?? names[name]?.kind.sort) == .matrix
    return try indices(
      lower, axes: isMatrix && axes.count < 2 ? [.classes, .classes] : axes,
      variable: names[name]?.definitions[0]?.subscriptVariable, in: scope)
  }

  /// `i`, `i,j`, `ij`, `12` of a matrix, `k+1`, and `x_i` where the name is defined so.
  ///
  /// - Parameter axes: what the indices count, as many as are wanted.
  func indices(
    _ lower: Syntax.Lower, axes: [Axis], variable: String? = nil, in scope: Scope
  ) throws(FormulaDiagnostic) -> [Expression] {
    let written = try lower.indices.get()
    var indices: [Expression] = []
    for index in written {
      if let variable, case .scripted(let base, let scripts) = index.syntax.kind,
        base.word == variable, let inner = scripts.lower, scripts.upper == nil
      {
        indices += try self.indices(inner, axes: axes, in: scope)
        continue
      }
      let members = index.members
      // `12` is entry 1, 2 of a matrix and entry 12 of a vector.
      let isOneNumber = members.allSatisfy(\.isNumber) && index.syntax.isNumber
      if !members.isEmpty, !(isOneNumber && (axes.count < 2 || written.count > 1)) {
        for member in members { indices.append(try resolveIndex(member, in: scope)) }
      } else {
        indices.append(try resolveIndex(index.syntax, in: scope))
      }
    }
    return indices
  }

  private func resolveIndex(
    _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    if let word = syntax.word, !isKnown(word, in: scope), names.mayBeIndex(word) {
      return index(named: word, at: syntax)
    }
    let index = try resolve(syntax, in: scope)
    guard index.sort == .scalar else {
      // Many books write p_y for the probability of the class that y names.
      let isTarget = syntax.word.map { names[$0]?.meaning == .target } ?? false
      throw FormulaDiagnostic(
        .isNoIndex(syntax.word, index.sort),
        suggestion: isTarget ? "t" : nil, range: syntax.range)
    }
    return index
  }

  // MARK: Scripts

  /// The scripts on a base that is no name.
  func addScripts(
    _ scripts: Syntax.Scripts, to base: Expression, _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    guard scripts.primes == 0 else {
      throw FormulaDiagnostic(.primeWithoutName, range: syntax.range)
    }
    var value = base
    if let lower = scripts.lower, case .apply(let function, let arguments) = base.kind,
      function.name == "norm", syntax.isBars
    {
      value = Expression(
        .apply(try norm(named: lower, at: syntax), arguments), .scalar, at: syntax)
    } else if let lower = scripts.lower {
      let axes = axes(of: base, in: scope)
      let wanted = base.sort == .matrix && axes.count < 2 ? [.classes, .classes] : axes
      value = try element(
        of: base, at: indices(lower, axes: wanted, in: scope), node: syntax.node,
        range: base.range.lowerBound..<max(base.range.upperBound, lower.range.upperBound),
        in: scope)
    }
    return try addUpper(scripts.upper, to: value, syntax, in: scope)
  }

  /// Which norm a subscript means: 1, 2, ∞, or F for Frobenius's.
  private func norm(
    named lower: Syntax.Lower, at syntax: Syntax
  ) throws(FormulaDiagnostic) -> Function {
    switch lower.spelling {
    case "1"?: return try function("oneNorm", at: syntax)
    case "2"?, "F"?: return try function("norm", at: syntax)
    case "infty"?, "\\infty"?: return try function("maximumNorm", at: syntax)
    default:
      throw FormulaDiagnostic(
        .unknownNorm, suggestion: "1, 2, \\infty or F", range: lower.range)
    }
  }

  /// Rule 6: transpose, example, or power.
  func addUpper(
    _ upper: Syntax.Upper?, to base: Expression, _ syntax: Syntax, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort) -> Expression {
      Expression(kind, sort, at: syntax)
    }
    switch upper {
    case nil: return base
    case .refused(let diagnostic)?: throw diagnostic
    case .transpose(let range)?:
      switch base.sort {
      case .vector: return make(.transpose(base), .row)
      case .row: return make(.transpose(base), .vector)
      case .matrix: return make(.transpose(base), .matrix)
      case .scalar, .truth:
        throw FormulaDiagnostic(.transposed(base.sort), range: range)
      }
    case .example(let content, _)? where base.sort != .scalar:
      let index = try resolveIndex(content, in: scope)
      guard base.sort == .matrix else {
        return try element(
          of: base, at: [index], node: syntax.node, range: syntax.range, in: scope)
      }
      if case .index(let bound) = index.kind, let own = scope.indices[bound.name], own.axis == nil {
        own.axis = .examples
      }
      return make(.example(of: base, at: index), .vector)
    case .example(let content, _)?, .power(let content, _)?:
      let exponent = try resolve(content, in: scope)
      guard base.sort == .scalar, exponent.sort == .scalar else {
        throw FormulaDiagnostic(
          .powerOf(base.sort), suggestion: "a \\odot a",
          range: syntax.range)
      }
      return make(.power(base, exponent: exponent), .scalar)
    }
  }

  /// x^{(i)}_j: first the example, then its entry.
  func exampleEntry(
    of whole: Expression, _ example: Syntax, _ lower: Syntax.Lower, _ syntax: Syntax,
    in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    let row = try resolveIndex(example, in: scope)
    let axes = axes(of: whole, in: scope)
    let rest = try indices(lower, axes: Array(axes.dropFirst()), in: scope)
    return try element(
      of: whole, at: [row] + rest, node: syntax.node, range: syntax.range, in: scope)
  }
}

extension Syntax {
  /// Whether its base stands in bars: only there a subscript names a norm.
  fileprivate var isBars: Bool {
    if case .scripted(let base, _) = kind, case .bars = base.kind { return true }
    return false
  }
}
