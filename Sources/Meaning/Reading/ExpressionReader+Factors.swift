import Notation

extension ExpressionReader {
  /// One factor, with what binds tighter than a product: scripts, arguments, a big sign's body.
  func readFactor(_ items: inout Items, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    guard let item = items.next else {
      throw FormulaDiagnostic("a factor is missing here", range: items.place.range)
    }
    return try nested(at: item.range) { () throws(FormulaDiagnostic) in
      try readFactor(item, &items, in: scope)
    }
  }

  private func readFactor(
    _ item: Notation, _ items: inout Items, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    if let special = try readSpecial(&items, in: scope) { return special }
    switch item.kind {
    case .symbol, .accent, .text: return try readName(&items, in: scope)
    case .font(let font, let body):
      if isName(item, in: scope) { return try readName(&items, in: scope) }
      if let word = Spelling.of(item), Self.builtIns.contains(word) {
        return try readName(&items, in: scope)
      }
      if case .number? = Items.flattened(body).first?.kind,
        [.mathbf, .boldsymbol, .mathbb].contains(font)
      {
        throw FormulaDiagnostic(
          "a bold number may stand for a vector; only the indicator has a meaning here",
          suggestion: "\\mathbb{1}(i = j)", range: item.range)
      }
      // `\mathrm{Var}` is one unknown word, not a product of three letters.
      if font.isUpright, Spelling.word(body) != nil { throw undefined(item, in: scope) }
      items.advance()
      return try read(body, in: scope)
    case .function(let name, _):
      return try readFunction(name, lower: nil, &items, in: scope)
    case .script(let base, let lower, let upper, let primes, _):
      return try readScript(
        base: base, lower: lower, upper: upper, primes: primes, &items, in: scope)
    case .bigOperator(let sign):
      throw FormulaDiagnostic(
        "\\\(sign.rawValue) needs its index below", suggestion: "\\\(sign.rawValue)_k",
        range: item.range)
    case .row(let inner) where inner.count == 1 && isName(inner[0], in: scope):
      // Braces around one name change nothing: `{\log}` or `{p}`.
      items.advance()
      var inside = Items(item)
      return try readFactor(&inside, in: scope)
    default:
      if !items.standsAlone { try refuseHiddenSum(item) }
      items.advance()
      return try readAtom(item, in: scope)
    }
  }

  /// Braces do not show: who writes `2{a + b}` reads 2a + b on the screen.
  func refuseHiddenSum(_ item: Notation) throws(FormulaDiagnostic) {
    guard case .row(let members) = item.kind else { return }
    let isSum = members.contains { [.plus, .minus].contains(Sign($0)) }
    guard isSum else { return }
    throw FormulaDiagnostic(
      "these braces do not show, and without them this says something else",
      suggestion: "( … )", range: item.range)
  }

  /// A factor that needs nothing of what follows it.
  func readAtom(_ item: Notation, in scope: Scope) throws(FormulaDiagnostic) -> Expression {
    func make(_ kind: Expression.Kind, _ sort: Expression.Sort = .scalar) -> Expression {
      Expression(kind, sort, node: item.id, range: item.range)
    }
    switch item.kind {
    case .number(let digits): return make(Expression.literal(digits))
    case .brace(_, _, let label?) where Items(label).all.contains(where: \.isRelationSign):
      throw FormulaDiagnostic(
        "what a brace is labelled with is not checked; write it on the line itself",
        range: label.range)
    case .row, .boxed, .colored, .classed, .brace, .font:
      return try read(item.held, in: scope)
    case .fraction(let upper, let lower):
      let (numerator, denominator) = (try read(upper, in: scope), try read(lower, in: scope))
      guard denominator.sort == .scalar, numerator.sort != .truth else {
        throw FormulaDiagnostic(
          "division by a \(denominator.sort.word) has no one meaning", range: lower.range)
      }
      return make(.fraction(numerator, denominator), numerator.sort)
    case .radical(let index, let radicand):
      let inner = try read(radicand, in: scope)
      guard inner.sort == .scalar else { throw notScalar(inner, in: "a root") }
      guard let index else { return make(.apply(.squareRoot, [inner])) }
      let degree = try read(index, in: scope)
      let one = Expression(Expression.literal("1"), .scalar, node: index.id, range: index.range)
      let exponent = Expression(.fraction(one, degree), .scalar, node: index.id, range: index.range)
      return make(.power(inner, exponent: exponent))
    case .fence: return try readFence(item, in: scope)
    case .matrix(_, let rows), .array(_, let rows): return try readMatrix(item, rows, in: scope)
    case .cases(let rows): return try readCases(item, rows, in: scope)
    case .broken(let text):
      throw FormulaDiagnostic("\(text) cannot be read", range: item.range)
    case .binomial:
      throw FormulaDiagnostic("a binomial is notation only: it has no value", range: item.range)
    default: throw unexpected(item)
    }
  }

  private func readFence(_ item: Notation, in scope: Scope) throws(FormulaDiagnostic) -> Expression
  {
    guard case .fence(let open, let body, let close, _) = item.kind else { throw unexpected(item) }
    switch (open, close) {
    case (.leftParenthesis, .rightParenthesis), (.leftBracket, .rightBracket):
      let parts = Items(body).split { $0 == .comma }
      guard parts.count > 1 else {
        var inner = try read(body, in: scope)
        // The brackets belong to the term: a highlight shows them too.
        (inner.node, inner.range) = (item.id, item.range)
        return inner
      }
      var entries: [Expression] = []
      for part in parts {
        let entry = try read(all: part, in: scope)
        guard entry.sort == .scalar else { throw notScalar(entry, in: "a list") }
        entries.append(entry)
      }
      return Expression(
        .matrix(entries.map { [$0] }), .vector, node: item.id, range: item.range)
    case (.bar, .bar), (.doubleBar, .doubleBar):
      let inner = try read(body, in: scope)
      let isNorm = open == .doubleBar || inner.sort == .vector || inner.sort == .row
      if !isNorm, inner.sort != .scalar { throw notScalar(inner, in: "an absolute value") }
      return Expression(
        .apply(isNorm ? .norm : .absolute, [inner]), .scalar, node: item.id, range: item.range)
    default:
      throw FormulaDiagnostic(
        "these brackets are notation only", suggestion: "( … ) or [ … ]", range: item.range)
    }
  }

  func notScalar(_ expression: Expression, in place: String) -> FormulaDiagnostic {
    FormulaDiagnostic(
      "\(place) needs a number, and this is a \(expression.sort.word)", range: expression.range)
  }

  private func readMatrix(
    _ item: Notation, _ rows: [[Notation]], in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var cells: [[Expression]] = []
    for row in rows where !row.allSatisfy(\.isBlank) {
      var entries: [Expression] = []
      for cell in row {
        let entry = try read(cell, in: scope)
        guard entry.sort == .scalar else { throw notScalar(entry, in: "an entry") }
        entries.append(entry)
      }
      cells.append(entries)
    }
    guard let width = cells.first?.count, cells.allSatisfy({ $0.count == width }) else {
      throw FormulaDiagnostic("the rows of a matrix must be equally long", range: item.range)
    }
    let sort: Expression.Sort = width == 1 ? .vector : cells.count == 1 ? .row : .matrix
    return Expression(.matrix(cells), sort, node: item.id, range: item.range)
  }

  private func readCases(
    _ item: Notation, _ rows: [[Notation]], in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression {
    var cases: [Expression.Case] = []
    for row in rows where !row.allSatisfy(\.isBlank) {
      guard row.count == 2 else {
        throw FormulaDiagnostic(
          "each case is a value, & and a condition", range: (row.first ?? item).range)
      }
      var value = Items(row[0])
      if let last = value.all.last, Sign(last) == .comma {
        value = Items(Array(value.all.dropLast()), in: row[0])
      }
      cases.append(
        Expression.Case(
          value: try read(all: value, in: scope),
          condition: try readCaseCondition(row[1], in: scope)
        ))
    }
    guard let sort = cases.first?.value.sort, cases.allSatisfy({ $0.value.sort == sort }) else {
      throw FormulaDiagnostic("all cases must have one shape", range: item.range)
    }
    return Expression(.cases(cases), sort, node: item.id, range: item.range)
  }

  private func readCaseCondition(
    _ cell: Notation, in scope: Scope
  ) throws(FormulaDiagnostic) -> Expression? {
    // Words such as "if" and "otherwise" say nothing that the rest does not.
    let said = Items.flattened(cell).filter {
      if case .text = $0.kind { return false }
      if case .symbol(let symbol) = $0.kind { return symbol.name != "." }
      return true
    }
    return said.isEmpty ? nil : try readCondition(Items(said, in: cell), in: scope)
  }
}

extension Notation {
  /// What a wrapper without meaning of its own holds.
  var held: Notation {
    switch kind {
    case .boxed(let body), .colored(_, let body), .classed(_, let body), .brace(_, let body, _),
      .font(_, let body):
      body
    default: self
    }
  }
}
