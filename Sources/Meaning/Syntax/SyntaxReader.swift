import Notation

/// Reads rows of notation as sums of products of factors, by recursive descent (rule 1).
///
/// It knows no names: the same source has the same syntax in every lesson.
struct SyntaxReader {
  /// Factors inside one another: the stack of a thread holds them, in every walk over the tree.
  static let deepestNesting = 48

  private var depth = 0

  /// All of a node: a row is a sum.
  static func read(_ notation: Notation) throws(FormulaDiagnostic) -> Syntax {
    try read(all: Items(notation))
  }

  static func read(all items: Items) throws(FormulaDiagnostic) -> Syntax {
    var reader = SyntaxReader()
    return try reader.read(all: items)
  }

  mutating func read(_ notation: Notation) throws(FormulaDiagnostic) -> Syntax {
    try read(all: Items(notation))
  }

  mutating func read(all items: Items) throws(FormulaDiagnostic) -> Syntax {
    var items = items
    guard !items.isAtEnd else {
      throw FormulaDiagnostic(.somethingMissing, range: items.place.range)
    }
    let syntax = try readTerms(&items)
    if let next = items.next { throw Self.unexpected(next) }
    return syntax
  }

  /// Goes one level down.
  mutating func nested<Content>(
    at range: Range<Int>, _ read: (inout SyntaxReader) throws(FormulaDiagnostic) -> Content
  ) throws(FormulaDiagnostic) -> Content {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw FormulaDiagnostic(
        .nestedDeeper(deepest: Self.deepestNesting), range: range)
    }
    return try read(&self)
  }

  // MARK: Sums

  /// Terms with + and − between them.
  mutating func readTerms(_ items: inout Items) throws(FormulaDiagnostic) -> Syntax {
    let start = items.position
    var terms: [Syntax.Term] = []
    var isSubtracted = Self.takeSign(&items) == .minus
    while true {
      if let next = items.next, let sign = Sign(next), sign == .plus || sign == .minus {
        throw Self.doubleSign(sign, next)
      }
      terms.append(Syntax.Term(isSubtracted: isSubtracted, syntax: try readProduct(&items)))
      guard let sign = Self.takeSign(&items) else { break }
      isSubtracted = sign == .minus
    }
    if terms.count == 1, !terms[0].isSubtracted { return terms[0].syntax }
    return Syntax(.terms(terms), node: items.node(at: start), range: items.range(from: start))
  }

  /// A + or −, if one stands next.
  static func takeSign(_ items: inout Items) -> Sign? {
    guard let next = items.next, let sign = Sign(next), sign == .plus || sign == .minus else {
      return nil
    }
    items.advance()
    return sign
  }

  private static func doubleSign(_ sign: Sign, _ place: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .doubleSign(sign.spelling), range: place.range)
  }

  // MARK: Products

  /// Factors side by side or with a sign between them.
  mutating func readProduct(_ items: inout Items) throws(FormulaDiagnostic) -> Syntax {
    let start = items.position
    var factors: [Syntax.Factor] = []
    var sign = Expression.Factor.Sign.beside
    var signPlace: Notation?
    while let next = items.next {
      if let own = Sign(next) {
        guard case .factor(let between) = own else { break }
        if factors.isEmpty || signPlace != nil {
          throw FormulaDiagnostic(.factorMissingBefore(between.spelling), range: next.range)
        }
        (sign, signPlace) = (between, next)
        items.advance()
        continue
      }
      if sign == .beside { try Self.refuseBeside(next, after: factors) }
      let factor = try readFactor(&items)
      factors.append(
        Syntax.Factor(
          sign: factors.isEmpty ? .beside : sign, signRange: signPlace?.range, syntax: factor))
      (sign, signPlace) = (.beside, nil)
    }
    if factors.isEmpty || signPlace != nil { throw Self.missingFactor(items, after: signPlace) }
    if factors.count == 1 { return factors[0].syntax }
    return Syntax(.factors(factors), node: items.node(at: start), range: items.range(from: start))
  }

  /// What must not stand side by side with the factors before it.
  private static func refuseBeside(
    _ next: Notation, after factors: [Syntax.Factor]
  ) throws(FormulaDiagnostic) {
    guard let last = factors.last, last.sign != .slash, case .number(let digits) = next.kind
    else { return }
    // `\log 2` is a function and its argument.
    if case .word(let word) = last.syntax.kind, word.isUpright { return }
    if case .scripted(let base, _) = last.syntax.kind, case .word(let word) = base.kind,
      word.isUpright
    {
      return
    }
    if case .number(let before) = last.syntax.kind {
      throw FormulaDiagnostic(
        .signMissing(between: before, and: digits),
        suggestion: "\(before) \\times \(digits)", range: next.range)
    }
    let name = last.syntax.word
    throw FormulaDiagnostic(
      .numberBehindFactor,
      suggestion: name.map { "\($0)_\(digits) or \(digits) \($0)" }, range: next.range)
  }

  private static func missingFactor(_ items: Items, after sign: Notation?) -> FormulaDiagnostic {
    guard let next = items.next else {
      let place = sign ?? items.all.last ?? items.place
      return FormulaDiagnostic(.termMissingAtEnd, range: place.range)
    }
    switch Sign(next) {
    case .minus?: return doubleSign(.minus, next)
    case .plus?: return doubleSign(.plus, next)
    case .bar?: return bareBar(next)
    case .relation?, .comma?, .arrow?:
      return FormulaDiagnostic(.termMissingBefore, range: next.range)
    default: return unexpected(next)
    }
  }

  static func bareBar(_ notation: Notation) -> FormulaDiagnostic {
    FormulaDiagnostic(
      .bareBar, suggestion: "\\lvert x \\rvert",
      range: notation.range)
  }

  static func unexpected(_ notation: Notation) -> FormulaDiagnostic {
    switch Sign(notation) {
    case .bar?: bareBar(notation)
    case .relation(let relation)?:
      FormulaDiagnostic(.noMeaningHere(relation.rawValue), range: notation.range)
    case .otherRelation(let name)?, .unknown(let name)?:
      FormulaDiagnostic(.notationOnlyCommand(name), range: notation.range)
    case .comma?: FormulaDiagnostic(.commaWithoutMeaning, range: notation.range)
    case .arrow?: FormulaDiagnostic(.arrowWithoutValue, range: notation.range)
    default: FormulaDiagnostic(reasonWithoutValue(notation), range: notation.range)
    }
  }

  private static func reasonWithoutValue(_ notation: Notation) -> SyntaxProblem {
    guard case .symbol(let symbol) = notation.kind else { return .thisHasNoValue }
    if symbol.name == "!" { return .exclamationMark }
    return switch symbol.atomClass {
    case .opening: .bracketNeverClosed
    case .closing: .bracketNeverOpened
    default: .thisHasNoValue
    }
  }
}
