import Notation

/// Writes an expression again with the learner's numbers in place of the names.
///
/// Names, entries, defined names and derivatives become their values; what combines them stays.
/// Sums are written out while they fit, then with dots. Brackets are set anew where the numbers
/// need them, because a negative number needs them where its name did not.
struct Substituter {
  /// Terms of a Σ that are all written; of more, the first two and the last.
  static let longestSum = 4
  /// Entries of a vector that are all written.
  static let longestVector = 6
  /// Pieces of a formula that is still read by anyone.
  static let longestFormula = 1_000

  let answers: SubstitutionAnswers
  let notation: Notation
  let decimals: Int
  /// How much has been written: sums within sums grow fast.
  private let length = Length()

  init(answers: SubstitutionAnswers, notation: Notation, decimals: Int) {
    self.answers = answers
    self.notation = notation
    self.decimals = decimals
  }

  private final class Length { var pieces = 0 }

  /// How tightly a piece of notation holds together, from loose to tight.
  enum Binding: Int, Comparable {
    case sum, negative, product, factor
    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  struct Piece {
    var notation: Notation
    var binding: Binding
    /// Whether it would run into digits written before it.
    var startsWithDigit = false
    /// Whether what follows it would be read as its own: the argument of a logarithm.
    var isOpenEnded = false

    /// Itself, or in brackets if it is looser than its place allows.
    func fenced(below binding: Binding) -> Notation {
      self.binding < binding ? NotationMaker.fence(notation) : notation
    }
  }

  func write(_ expression: Expression) throws(FormulaDiagnostic) -> Piece {
    length.pieces += 1
    guard length.pieces <= Self.longestFormula else {
      throw FormulaDiagnostic(.tooLongToWrite, range: expression.range)
    }
    switch expression.kind {
    case .number(_, let digits):
      return Piece(
        notation: NotationMaker.node(.number(digits)), binding: .factor, startsWithDigit: true)
    case .infinity:
      return Piece(notation: NotationMaker.sign("infty", .ordinary), binding: .factor)
    case .name, .index, .parameter, .element, .call, .mapped, .slope, .partial, .example:
      return try value(of: expression)
    case .terms(let terms): return try write(terms)
    case .factors(let factors): return try write(factors)
    case .fraction(let upper, let lower):
      let fraction = NotationMaker.node(
        .fraction(numerator: try write(upper).notation, denominator: try write(lower).notation))
      return Piece(notation: fraction, binding: .factor)
    case .power(let base, let exponent):
      let power = NotationMaker.script(
        try write(base).fenced(below: .factor), upper: try write(exponent).notation)
      return Piece(notation: power, binding: .factor, startsWithDigit: true)
    case .exponential(let inner): return try writeExponential(inner, expression)
    case .logarithm(let inner, let base): return try writeLogarithm(inner, base: base)
    case .apply(let function, let arguments): return try write(function, arguments)
    case .root(let inner):
      return Piece(
        notation: NotationMaker.node(.radical(index: nil, radicand: try write(inner).notation)),
        binding: .factor)
    case .oneHot(let index):
      let unit = NotationMaker.script(
        NotationMaker.sign("e", .ordinary), lower: try write(index).notation)
      return Piece(notation: unit, binding: .factor)
    case .big(let sign, let binder, let body): return try write(sign, binder, body, expression)
    case .expectation(_, let weights, let body):
      return try write(expectation: weights, body)
    case .transpose(let inner):
      let upper = NotationMaker.sign("top", .ordinary)
      let transposed = NotationMaker.script(try write(inner).fenced(below: .factor), upper: upper)
      return Piece(notation: transposed, binding: .factor)
    case .indicator:
      // 0 or 1: beside other numbers, `1(1 = 2)` would read as a factor 1.
      return try value(of: expression)
    case .comparison(let relation, let left, let right):
      return Piece(
        notation: NotationMaker.row([
          try write(left).notation, NotationMaker.relation(relation), try write(right).notation,
        ]), binding: .sum)
    case .all(let conditions):
      var all: [Notation] = []
      for condition in conditions { all.append(try write(condition).notation) }
      return Piece(notation: NotationMaker.list(all), binding: .sum)
    case .cases(let cases):
      for option in cases {
        if let condition = option.condition, try !answers.truth(of: condition) { continue }
        return try write(option.value)
      }
      return try value(of: expression)
    case .matrix(let rows):
      var cells: [[Notation]] = []
      for row in rows {
        var line: [Notation] = []
        for cell in row { line.append(try write(cell).notation) }
        cells.append(line)
      }
      return Piece(
        notation: NotationMaker.node(.matrix(.brackets, rows: cells)), binding: .factor)
    }
  }

  // MARK: Values

  private func value(of expression: Expression) throws(FormulaDiagnostic) -> Piece {
    let name = expression.colourName
    switch try answers.value(of: expression) {
    case .scalar(let number): return coloured(piece(number), name)
    case .vector(let entries): return list(entries.map { [$0] }, name, expression)
    case .row(let entries): return list([entries], name, expression)
    case .matrix(let rows): return list(rows, name, expression)
    case .truth:
      throw FormulaDiagnostic(.numberNeeded, range: expression.range)
    }
  }

  func piece(_ number: TrackedNumber) -> Piece {
    let shown = ShownNumber(number.settled, decimals: decimals)
    let size = NotationMaker.unsigned(shown)
    var binding = Binding.factor
    if case .power = shown.size { binding = .product }
    guard shown.sign == .minus else {
      return Piece(notation: size, binding: binding, startsWithDigit: true)
    }
    return Piece(
      notation: NotationMaker.row([NotationMaker.sign("-"), size]), binding: .negative)
  }

  /// The typesetter gives the value the colour of the name that it stands for.
  private func coloured(_ piece: Piece, _ name: String?) -> Piece {
    guard let name else { return piece }
    var piece = piece
    piece.notation = NotationMaker.node(.colored(name: name, piece.notation))
    return piece
  }

  private func list(
    _ rows: [[TrackedNumber]], _ name: String?, _ expression: Expression
  ) -> Piece {
    let entries = rows.map { $0.map { piece($0).notation } }
    guard rows.count <= Self.longestVector, rows.first?.count ?? 0 <= Self.longestVector else {
      // Too long to write: the name stays.
      var written = notation.node(expression.node) ?? notation
      // `diag(p)`: the brackets around it are written anyway.
      if case .fence(_, let body, _, _) = written.kind { written = body }
      return Piece(notation: written, binding: .factor)
    }
    let matrix = Piece(
      notation: NotationMaker.node(.matrix(.brackets, rows: entries)), binding: .factor)
    return coloured(matrix, name)
  }
}

extension Expression {
  /// The name whose colour a value has.
  var colourName: String? {
    switch kind {
    case .name(let name): name.spelling
    case .parameter(let parameter): parameter.name
    case .index(let index): index.name
    case .element(let whole, _), .example(let whole, _): whole.colourName
    case .call(let application): application.definition.name
    default: nil
    }
  }
}
