import Notation

extension SyntaxReader {
  /// One factor, with what binds tighter than a product: scripts, a big sign's body.
  mutating func readFactor(_ items: inout Items) throws(FormulaDiagnostic) -> Syntax {
    guard let item = items.next else {
      throw FormulaDiagnostic(.factorMissing, range: items.place.range)
    }
    return try nested(at: item.range) { (reader) throws(FormulaDiagnostic) in
      try reader.readFactor(item, &items)
    }
  }

  private mutating func readFactor(
    _ item: Notation, _ items: inout Items
  ) throws(FormulaDiagnostic) -> Syntax {
    if let indicator = try readIndicator(&items) { return indicator }
    if let derivative = try readDerivative(&items) { return derivative }
    switch item.kind {
    case .bigOperator(let sign): throw Self.withoutIndex(sign, item)
    case .script(let base, let lower, let upper, let primes, _):
      guard let base else {
        throw FormulaDiagnostic(.scriptOnNothing, range: item.range)
      }
      let (lower, upper) = (lower.flatMap(Self.nonEmpty), upper.flatMap(Self.nonEmpty))
      if case .bigOperator(let sign) = base.bare.kind {
        return try readBig(sign, lower: lower, upper: upper, &items)
      }
      if let lower, let expectation = try readExpectation(base, lower, &items) {
        return expectation
      }
      items.advance()
      return try readScripts(of: base, lower, upper, primes, item)
    default:
      if !items.standsAlone { try Self.refuseHiddenSum(item) }
      items.advance()
      return try readAtom(item)
    }
  }

  /// `\sum_k^{}`: an empty script is none.
  private static func nonEmpty(_ script: Notation) -> Notation? {
    Items.flattened(script).isEmpty ? nil : script
  }

  /// Braces do not show: who writes `2{a + b}` reads 2a + b on the screen.
  private static func refuseHiddenSum(_ item: Notation) throws(FormulaDiagnostic) {
    guard case .row(let members) = item.kind,
      members.contains(where: { [.plus, .minus].contains(Sign($0)) })
    else { return }
    throw FormulaDiagnostic(
      .hiddenBraces,
      suggestion: "( … )", range: item.range)
  }

  /// A factor that needs nothing of what follows it.
  mutating func readAtom(_ item: Notation) throws(FormulaDiagnostic) -> Syntax {
    if let word = Self.word(item) { return Syntax(.word(word), at: item) }
    switch item.kind {
    case .number(let digits): return Syntax(.number(digits: digits), at: item)
    case .symbol where item.isSymbol("infty"): return Syntax(.infinity, at: item)
    case .accent(let accent, let base): return try readAccent(accent, over: base, item)
    case .brace(_, _, let label?) where Items(label).all.contains(where: \.isRelationSign):
      throw FormulaDiagnostic(
        .labelledBrace,
        range: label.range)
    case .font(let font, let body):
      if case .number? = Items.flattened(body).first?.kind, font.isBold {
        throw FormulaDiagnostic(
          .boldNumber,
          suggestion: "\\mathbb{1}(i = j)", range: item.range)
      }
      return try read(body)
    case .row, .boxed, .colored, .classed, .brace, .cancelled: return try read(item.held)
    case .fraction(let upper, let lower):
      return Syntax(.fraction(try read(upper), try read(lower)), at: item)
    case .radical(let index, let radicand):
      var degree: Syntax?
      if let index { degree = try read(index) }
      return Syntax(.root(try read(radicand), degree: degree), at: item)
    case .fence: return try readFence(item)
    case .matrix(_, let rows), .array(_, let rows): return try readMatrix(item, rows)
    case .cases(let rows): return Syntax(.cases(try readCases(rows, in: item)), at: item)
    case .broken(let text): throw FormulaDiagnostic(.cannotBeRead(text), range: item.range)
    case .binomial:
      throw FormulaDiagnostic(.notationOnlyBinomial, range: item.range)
    default: throw Self.withoutName(item)
    }
  }

  /// `\hat{y_i}` is an entry of ŷ.
  private mutating func readAccent(
    _ accent: Accent, over base: Notation, _ item: Notation
  ) throws(FormulaDiagnostic) -> Syntax {
    guard case .script(let inner?, let lower, let upper, let primes, _) = base.bare.kind else {
      throw FormulaDiagnostic(
        .accentOverLetters(accent.rawValue), range: item.range)
    }
    var named = item
    named.kind = .accent(accent, inner)
    return try readScripts(of: named, lower, upper, primes, item)
  }

  private mutating func readFence(_ item: Notation) throws(FormulaDiagnostic) -> Syntax {
    guard case .fence(let open, let body, let close, _) = item.kind else {
      throw Self.unexpected(item)
    }
    switch (open, close) {
    case (.leftBrace, nil):
      // `\left\{ \begin{array} … \right.` is how cases were written before there was a name for them.
      guard let rows = Items.flattened(body).only?.rows else { throw Self.notationOnly(item) }
      return Syntax(.cases(try readCases(rows, in: item)), at: item)
    case (.leftParenthesis, .rightParenthesis), (.leftBracket, .rightBracket),
      (.leftBrace, .rightBrace), (nil, nil):
      let bracket = readBracket(body, isSquare: open == .leftBracket, item)
      guard open != .leftBrace || bracket.parts.count == 1 && bracket.parts[0].condition == nil
      else { throw Self.notationOnly(item) }
      return Syntax(.bracket(bracket), at: item)
    case (.bar, .bar), (.doubleBar, .doubleBar):
      return Syntax(.bars(isDouble: open == .doubleBar, try read(body)), at: item)
    default: throw Self.notationOnly(item)
    }
  }

  private static func notationOnly(_ item: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .notationOnlyBrackets, suggestion: "( … ) or [ … ]", range: item.range)
  }

  /// What stands in a bracket, part by part. A part that can't be read is wrong only if asked for.
  mutating func readBracket(
    _ body: Notation, isSquare: Bool, _ item: Notation
  ) -> Syntax.Bracket {
    let parts = Items(body).split { $0 == .comma || $0 == .bar }
    return Syntax.Bracket(
      isSquare: isSquare,
      parts: parts.map { part in
        let range = (part.next ?? body).range.lowerBound..<(part.all.last ?? body).range.upperBound
        var read = Syntax.Bracket.Part(
          content: .failure(FormulaDiagnostic(.somethingMissing, range: body.range)),
          condition: nil, range: range)
        if part.all.contains(where: \.isRelationSign) {
          do throws(FormulaDiagnostic) {
            read.condition = try readCondition(part)
            let sign = part.all.first(where: \.isRelationSign) ?? item
            read.content = .failure(Self.unexpected(sign))
          } catch {
            read.content = .failure(error)
          }
        } else if !part.all.isEmpty {
          do throws(FormulaDiagnostic) { read.content = .success(try self.read(all: part)) } catch {
            read.content = .failure(error)
          }
        }
        return read
      }, node: item.id, range: item.range)
  }

  private mutating func readMatrix(
    _ item: Notation, _ rows: [[Notation]]
  ) throws(FormulaDiagnostic) -> Syntax {
    var cells: [[Syntax]] = []
    for row in rows where !row.allSatisfy(\.isBlank) {
      var entries: [Syntax] = []
      for cell in row { entries.append(try read(cell)) }
      cells.append(entries)
    }
    guard let width = cells.first?.count, cells.allSatisfy({ $0.count == width }) else {
      throw FormulaDiagnostic(.unequalRows, range: item.range)
    }
    return Syntax(.matrix(cells), at: item)
  }

  // MARK: Words

  /// The name that a node is, if it is one.
  static func word(_ item: Notation) -> Syntax.Word? {
    switch item.kind {
    case .function(let name, let limits):
      return Syntax.Word(spelling: name, isUpright: true, takesLimits: limits)
    case .text: return Spelling.of(item).map { Syntax.Word(spelling: $0, isUpright: true) }
    case .font(let font, let body):
      guard let letters = Spelling.word(body) else {
        // `\mathbf{\log}` and `\mathrm{z}` are what they hold.
        let held = Items.flattened(body)
        return held.count == 1 ? word(held[0]) : nil
      }
      // `\mathbf{Wx}` is a product of two, `\mathrm{KL}` one word.
      guard font.isUpright || font == .mathit || Function.named(letters) != nil else { return nil }
      return Syntax.Word(spelling: letters, isUpright: true)
    case .symbol, .accent:
      return Spelling.of(item).map { Syntax.Word(spelling: $0, isUpright: false) }
    case .row(let items) where items.count == 1: return word(items[0])
    case .boxed(let body), .colored(_, let body), .classed(_, let body), .cancelled(let body):
      return word(body)
    default: return nil
    }
  }

  private static func withoutName(_ item: Notation) -> FormulaDiagnostic {
    if case .symbol(let symbol) = item.kind {
      switch symbol.name {
      case "ldots", "cdots", "vdots", "ddots":
        return FormulaDiagnostic(.dotsWithoutValue, suggestion: "\\sum_k …", range: item.range)
      case "partial", "nabla":
        return FormulaDiagnostic(
          .derivativeOfNothing,
          suggestion: "\\frac{\\partial L}{\\partial z_i}", range: item.range)
      default: break
      }
    }
    return unexpected(item)
  }

  static func withoutIndex(_ sign: BigOperator, _ item: Notation) -> FormulaDiagnostic {
    guard sign == .sum || sign == .prod else {
      return FormulaDiagnostic(
        .notationOnlyCommand(sign.rawValue), range: item.range)
    }
    return FormulaDiagnostic(
      .indexBelowMissing(sign.rawValue), suggestion: "\\\(sign.rawValue)_k",
      range: item.range)
  }
}

extension [Notation] {
  fileprivate var only: Notation? { count == 1 ? self[0] : nil }
}

extension Notation {
  /// The rows of a grid.
  fileprivate var rows: [[Notation]]? {
    switch kind {
    case .array(_, let rows), .matrix(_, let rows), .cases(let rows), .aligned(let rows): rows
    default: nil
    }
  }
}
