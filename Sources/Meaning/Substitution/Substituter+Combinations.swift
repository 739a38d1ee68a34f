import Notation

extension Substituter {
  func write(_ terms: [Expression.Term]) throws(FormulaDiagnostic) -> Piece {
    var items: [Notation] = []
    for (position, term) in terms.enumerated() {
      let piece = try write(term.expression)
      if position > 0 || term.isSubtracted {
        items.append(NotationMaker.sign(term.isSubtracted ? "-" : "+"))
      }
      // A sum may open a sum; behind a sign it needs brackets, and so does a minus.
      let isFirst = position == 0 && !term.isSubtracted
      items.append(isFirst ? piece.notation : piece.fenced(below: .product))
    }
    let isNegativeOnly = terms.count == 1
    return Piece(
      notation: NotationMaker.row(items), binding: isNegativeOnly ? .negative : .sum)
  }

  func write(_ factors: [Expression.Factor]) throws(FormulaDiagnostic) -> Piece {
    var items: [Notation] = []
    var startsWithDigit = false
    // After `1.06 × 10⁻⁵` a bracket would belong to the exponent.
    var endsWithPower = false
    for (position, factor) in factors.enumerated() {
      let piece = try write(factor.expression)
      let isLast = position == factors.count - 1
      let isFunction = piece.isOpenEnded && isLast
      let notation =
        isFunction || position == 0 && !piece.isOpenEnded
        ? piece.fenced(below: .product) : piece.fenced(below: .factor)
      if position == 0 {
        startsWithDigit = piece.startsWithDigit && piece.binding >= .product
      } else {
        switch factor.sign {
        // Numbers side by side would be one number, and 0(−0.5) a function of −0.5.
        case .beside:
          let areNumbers =
            factor.expression.sort == .scalar
            && factors[position - 1].expression.sort == .scalar
          if areNumbers || isFunction || endsWithPower {
            items.append(NotationMaker.sign("times"))
          }
        case .times, .star: items.append(NotationMaker.sign("times"))
        case .dot: items.append(NotationMaker.sign("cdot"))
        case .slash: items.append(NotationMaker.sign("/", .ordinary))
        case .elementwise: items.append(NotationMaker.sign("odot"))
        }
      }
      endsWithPower = position == 0 && piece.binding == .product
      items.append(notation)
    }
    return Piece(
      notation: NotationMaker.row(items), binding: .product, startsWithDigit: startsWithDigit)
  }

  func writeExponential(
    _ inner: Expression, _ expression: Expression
  ) throws(FormulaDiagnostic) -> Piece {
    let exponent = try write(inner).notation
    if case .script? = notation.node(expression.node)?.kind {
      let power = NotationMaker.script(NotationMaker.sign("e", .ordinary), upper: exponent)
      return Piece(notation: power, binding: .factor)
    }
    return Piece(
      notation: NotationMaker.row([
        NotationMaker.function("exp"), NotationMaker.fence(exponent),
      ]), binding: .factor)
  }

  func writeLogarithm(
    _ inner: Expression, base: Expression
  ) throws(FormulaDiagnostic) -> Piece {
    let function = NotationMaker.script(
      NotationMaker.function("log"), lower: try write(base).notation)
    return try writePrefix(function, of: inner)
  }

  private func writePrefix(
    _ function: Notation, of inner: Expression
  ) throws(FormulaDiagnostic) -> Piece {
    let argument = try write(inner)
    let notation = NotationMaker.row([function, argument.fenced(below: .factor)])
    return Piece(notation: notation, binding: .product, isOpenEnded: true)
  }

  /// A function of the table, in the spelling that LaTeX has for it.
  func write(
    _ function: Function, _ arguments: [Expression]
  ) throws(FormulaDiagnostic) -> Piece {
    let ten = NotationMaker.node(.number("10"))
    switch function.name {
    case "ln", "log":
      return try writePrefix(NotationMaker.function(function.name), of: arguments[0])
    case "log2", "log10":
      let foot = function.name == "log2" ? NotationMaker.node(.number("2")) : ten
      return try writePrefix(
        NotationMaker.script(NotationMaker.function("log"), lower: foot), of: arguments[0])
    default: break
    }
    var written: [Notation] = []
    for argument in arguments { written.append(try write(argument).notation) }
    func bars(_ delimiter: Delimiter) -> Notation {
      NotationMaker.node(
        .fence(open: delimiter, body: written[0], close: delimiter, growth: .whenTall))
    }
    switch function.name {
    case "abs": return Piece(notation: bars(.bar), binding: .factor)
    case "norm": return Piece(notation: bars(.doubleBar), binding: .factor)
    case "oneNorm", "maximumNorm":
      let foot =
        function.name == "oneNorm"
        ? NotationMaker.node(.number("1"))
        : NotationMaker.sign("infty", .ordinary)
      return Piece(
        notation: NotationMaker.script(bars(.doubleBar), lower: foot), binding: .factor)
    case "sqrt":
      return Piece(
        notation: NotationMaker.node(.radical(index: nil, radicand: written[0])), binding: .factor)
    default:
      let name =
        function.name == "\\sigma"
        ? NotationMaker.sign("sigma", .ordinary) : NotationMaker.function(function.name)
      return Piece(
        notation: NotationMaker.row([name, NotationMaker.fence(NotationMaker.list(written))]),
        binding: .factor)
    }
  }

  /// Σ as its terms, Π as its factors: all while they fit, else the first two and the last.
  func write(
    _ sign: Expression.BigSign, _ binder: Binder, _ body: Expression, _ expression: Expression
  ) throws(FormulaDiagnostic) -> Piece {
    let choices = try answers.choices(of: binder, at: expression)
    guard !choices.isEmpty else {
      let empty = TrackedNumber(sign == .product ? 1 : 0)
      return piece(empty)
    }
    var pieces: [Piece?] = []
    for choice in Self.shown(choices) {
      guard let choice else {
        pieces.append(nil)
        continue
      }
      pieces.append(
        try answers.with(choice) { () throws(FormulaDiagnostic) in try write(body) })
    }
    return join(pieces, sign)
  }

  func write(
    expectation weights: Expression, _ body: Expression
  ) throws(FormulaDiagnostic) -> Piece {
    guard case .vector(let values) = try answers.value(of: weights) else {
      throw FormulaDiagnostic(.distributionNeeded, range: weights.range)
    }
    var pieces: [Piece?] = []
    for position in Self.shown(Array(values.indices)) {
      guard let position else {
        pieces.append(nil)
        continue
      }
      let weight = piece(values[position]).fenced(below: .factor)
      let term = try answers.with([position + 1]) { () throws(FormulaDiagnostic) in
        try write(body).fenced(below: .factor)
      }
      pieces.append(
        Piece(
          notation: NotationMaker.row([weight, NotationMaker.sign("times"), term]),
          binding: .product, startsWithDigit: true))
    }
    return join(pieces, .sum)
  }

  /// All of them, or the first two, nil for dots, and the last.
  private static func shown<Element>(_ all: [Element]) -> [Element?] {
    guard all.count > longestSum else { return all }
    return [all[0], all[1], nil, all[all.count - 1]]
  }

  private func join(_ pieces: [Piece?], _ sign: Expression.BigSign) -> Piece {
    let dots = NotationMaker.sign("cdots", .inner)
    let extremes: [Expression.BigSign: String] = [
      .max: "max", .min: "min", .argmax: "argmax", .argmin: "argmin",
    ]
    if let name = extremes[sign] {
      let list = NotationMaker.list(pieces.map { $0?.notation ?? dots })
      let function = NotationMaker.function(name)
      return Piece(
        notation: NotationMaker.row([function, NotationMaker.fence(list)]), binding: .factor)
    }
    var items: [Notation] = []
    for (position, piece) in pieces.enumerated() {
      if position > 0 { items.append(NotationMaker.sign(sign == .sum ? "+" : "times")) }
      guard let piece else {
        items.append(dots)
        continue
      }
      let tightest: Binding = sign == .product ? .factor : position == 0 ? .sum : .product
      items.append(piece.fenced(below: tightest))
    }
    if pieces.count == 1, let only = pieces[0] { return only }
    return Piece(
      notation: NotationMaker.row(items), binding: sign == .sum ? .sum : .product,
      startsWithDigit: true)
  }
}

extension Evaluator {
  /// Terms of a Σ that are looked at one by one, to be written out or listed.
  private static let longestSum = 2_000

  /// The values that a Σ takes for its indices, in order.
  func admittedChoices(
    of binder: Binder, at expression: Expression
  ) throws(FormulaDiagnostic) -> [[Int]] {
    let first = if let from = binder.from { try wholeNumber(from) } else { 1 }
    let last =
      if let to = binder.to { try wholeNumber(to) } else {
        try count(binder.axis, at: expression.range)
      }
    guard first <= last else { return [] }
    var choices: [[Int]] = [[]]
    for _ in binder.indices {
      let (count, overflows) = choices.count.multipliedReportingOverflow(by: last - first + 1)
      guard !overflows, count < Self.longestSum else {
        throw FormulaDiagnostic(.sumTooLongToWrite, range: expression.range)
      }
      choices = choices.flatMap { choice in (first...last).map { choice + [$0] } }
    }
    guard let condition = binder.condition else { return choices }
    var admitted: [[Int]] = []
    for choice in choices {
      let holds = try withIndices(choice) { () throws(FormulaDiagnostic) in try truth(condition) }
      if holds { admitted.append(choice) }
    }
    return admitted
  }

  func withIndices<Result>(
    _ indices: [Int], _ body: () throws(FormulaDiagnostic) -> Result
  ) throws(FormulaDiagnostic) -> Result {
    frame.indices += indices
    defer { frame.indices.removeLast(indices.count) }
    return try body()
  }
}
