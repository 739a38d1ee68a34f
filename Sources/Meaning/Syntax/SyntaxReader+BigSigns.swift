import Notation

extension SyntaxReader {
  /// Σ and Π with their body: all factors up to the next + or − of their own level (rule 11). A
  /// minus right behind the sign belongs to the body.
  mutating func readBig(
    _ sign: BigOperator, lower: Notation?, upper: Notation?, _ items: inout Items
  ) throws(FormulaDiagnostic) -> Syntax {
    guard let item = items.next else {
      throw FormulaDiagnostic(.factorMissing, range: items.place.range)
    }
    guard sign == .sum || sign == .prod else {
      throw FormulaDiagnostic(
        .notationOnlyCommand(sign.rawValue), range: item.range)
    }
    guard let lower else { throw Self.withoutIndex(sign, item) }
    let start = items.position
    items.advance()
    let binder = try readBinder(lower, upper)
    guard !items.isAtEnd else {
      throw FormulaDiagnostic(.summandMissing, range: item.range)
    }
    let body = try readSignedProduct(&items)
    return Syntax(
      .big(Syntax.Big(sign: sign == .sum ? .sum : .product, binder: binder, body: body)),
      node: item.id, range: items.range(from: start))
  }

  private mutating func readSignedProduct(
    _ items: inout Items
  ) throws(FormulaDiagnostic) -> Syntax {
    let start = items.position
    guard let next = items.next, Sign(next) == .minus else { return try readProduct(&items) }
    items.advance()
    let product = try readProduct(&items)
    return Syntax(
      .terms([Syntax.Term(isSubtracted: true, syntax: product)]), node: next.id,
      range: items.range(from: start))
  }

  /// What stands below and above: `k`, `k = 1`, `i \neq j`, `i, j`, `x \in \mathcal{X}`.
  mutating func readBinder(
    _ lower: Notation, _ upper: Notation?
  ) throws(FormulaDiagnostic) -> Syntax.Binder {
    var parts: [Syntax.BinderPart] = []
    for part in Items(lower).split({ $0 == .comma }) {
      guard let first = part.next else {
        throw FormulaDiagnostic(.indexMissingHere, range: lower.range)
      }
      parts.append(try readBinderPart(part, first))
    }
    let end: Syntax? = if let upper { try read(upper) } else { nil }
    return Syntax.Binder(parts: parts, upper: end, range: lower.range)
  }

  private mutating func readBinderPart(
    _ part: Items, _ first: Notation
  ) throws(FormulaDiagnostic) -> Syntax.BinderPart {
    let names = part.all.compactMap(Self.boundName)
    // Σ_{ij} binds two.
    if names.count == part.all.count { return .names(names, first.range) }
    if part.all.count >= 3, Sign(part.all[1]) == .otherRelation("in"),
      let name = Self.boundName(part.all[0])
    {
      return try readMembership(of: name, part)
    }
    let sides = part.split { if case .relation = $0 { true } else { false } }
    guard sides.count >= 2 else { throw Self.noIndex(first) }
    func name(_ side: Items) -> String? {
      side.all.count == 1 ? Self.boundName(side.all[0]) : nil
    }
    if sides.count == 2, part.all.contains(where: { Sign($0) == .relation(.equal) }),
      let bound = name(sides[0])
    {
      return .from(bound, try read(all: sides[1]))
    }
    let condition = try readCondition(part)
    guard sides.count == 2 else {
      // 1 ≤ k ≤ n binds the name in the middle.
      return .condition(condition, left: name(sides[1]), right: nil)
    }
    return .condition(condition, left: name(sides[0]), right: name(sides[1]))
  }

  /// A name that a sign can bind: `k`, or `k'`.
  private static func boundName(_ item: Notation) -> String? {
    if case .script(_, nil, nil, 1..., _) = item.kind { return Spelling.of(item) }
    return word(item)?.spelling
  }

  private static func noIndex(_ first: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .noIndexSaid, suggestion: "\\sum_{k=1}^n", range: first.range)
  }

  /// `x \in \mathcal{X}`, or the numbers of a range.
  private mutating func readMembership(
    of name: String, _ part: Items
  ) throws(FormulaDiagnostic) -> Syntax.BinderPart {
    let rest = part.all.dropFirst(2)
    let range = rest[2].range.lowerBound..<(rest.last ?? rest[2]).range.upperBound
    guard rest.count == 1, let set = rest.first else { return .member(name, of: .other, range) }
    if set.isOutcomeSet(of: name) { return .member(name, of: .outcomes, range) }
    if let (from, to) = Self.rangeEnds(of: set) {
      return .member(name, of: .range(try read(from), try read(to)), range)
    }
    return .member(name, of: .other, range)
  }

  /// The first and the last of `\{1, 2, \dots, n\}`.
  static func rangeEnds(of set: Notation) -> (from: Notation, to: Notation)? {
    guard case .fence(.leftBrace, let body, .rightBrace, _) = set.kind else { return nil }
    let parts = Items(body).split { $0 == .comma }
    guard parts.count >= 3, parts.allSatisfy({ $0.all.count == 1 }),
      parts[parts.count - 2].all[0].isDots
    else { return nil }
    return (parts[0].all[0], parts[parts.count - 1].all[0])
  }
}

extension Notation {
  var isDots: Bool {
    ["ldots", "cdots", "dots"].contains { isSymbol($0) }
  }

  /// A calligraphic letter, or the variable's own in upper case: so books write the set of all
  /// outcomes.
  fileprivate func isOutcomeSet(of variable: String) -> Bool {
    if case .font(let font, _) = kind, font == .mathcal || font == .mathscr { return true }
    let spelling = Spelling.of(self)
    return spelling != variable && spelling == variable.uppercased()
  }
}
