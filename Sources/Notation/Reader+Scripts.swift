extension Reader {
  /// The atom with the scripts that follow it, if any.
  mutating func withScripts(_ atom: Notation) -> Notation {
    switch atom.kind {
    case .space, .style: return atom
    default: break
    }
    let token = tokens.peek()
    switch token.kind {
    case .character("_"), .character("^"), .character("'"):
      return readScripts(of: atom, at: token.range)
    default: return atom
    }
  }

  /// `_…`, `^…`, primes and `\limits` in any order, at most one of each script.
  ///
  /// A second subscript is reported and then hangs on nothing, so that it still shows.
  mutating func readScripts(
    of base: Notation?, at start: Range<Int>, limits written: Limits = .automatic
  ) -> Notation {
    var lower: Notation?
    var upper: Notation?
    var primes = 0
    var limits = written
    var end = start.upperBound
    reading: while true {
      let token = tokens.peek()
      switch token.kind {
      case .character("_"):
        if lower != nil {
          report(.doubleSubscript, at: token.range)
          break reading
        }
        tokens.next()
        lower = readScript(token)
      case .character("^"):
        if upper != nil {
          report(.doubleSuperscript, at: token.range)
          break reading
        }
        tokens.next()
        upper = readScript(token)
        if let count = upper.flatMap(Self.primes) {
          primes += count
          upper = nil
        }
      case .character("'"):
        if upper != nil {
          report(.primeBehindSuperscript, at: token.range)
          break reading
        }
        tokens.next()
        primes += 1
      case .command(let name):
        guard case .limits(let value)? = CommandTable.command(name) else { break reading }
        tokens.next()
        limits = value
      default: break reading
      }
      end = max(end, tokens.end)
    }
    let range = cover(base?.range ?? start, start.lowerBound..<max(end, start.upperBound))
    if case .brace(let side, let body, nil)? = base?.kind, primes == 0 {
      // The script on the braced side is the brace's label.
      let label = side == .under ? lower : upper
      let other = side == .under ? upper : lower
      let brace = Notation(.brace(side, body: body, label: label), range: range, id: 0)
      guard let other else { return brace }
      let (low, high) = side == .under ? (nil, other) : (other, nil)
      return Notation(
        .script(base: brace, lower: low, upper: high, primes: 0, limits: .automatic),
        range: range, id: 0)
    }
    if lower == nil, upper == nil, primes == 0, let base { return base }
    let sign = base.map { summed($0, lower: lower, upper: upper) }
    return Notation(
      .script(base: sign, lower: lower, upper: upper, primes: primes, limits: limits),
      range: range, id: 0)
  }

  /// The argument of `_` or `^`; nil for an empty one, which is none.
  private mutating func readScript(_ mark: Token) -> Notation? {
    let script =
      tokens.peek().kind == .character("{")
      ? readScriptGroup() : readArgument(of: text(mark), at: mark.range)
    if case .row([]) = script.kind {
      lint(.emptyScript, at: cover(mark.range, script.range))
      return nil
    }
    lintLongNumber(after: mark, script)
    return script
  }

  /// `{…}`; rows in it, as under a sum, are what `\substack` makes of them.
  private mutating func readScriptGroup() -> Notation {
    let opening = tokens.next()
    var rows: [Notation] = []
    while true {
      let items = nestedRow(.script, at: opening.range)
      let place = items.first.flatMap { first in items.last.map { cover(first.range, $0.range) } }
      rows.append(Notation(.row(items), range: place ?? tokens.end..<tokens.end, id: 0))
      let token = tokens.peek()
      guard case .command(let name) = token.kind, case .newRow? = CommandTable.command(name) else {
        break
      }
      lint(.rowsInScript, suggestion: "\\substack{… \\\\ …}", at: token.range)
      tokens.next()
    }
    close(opening)
    let range = cover(opening.range, span(from: opening.range.lowerBound))
    if rows.count == 1 { return Notation(rows[0].kind, range: range, id: 0) }
    return Notation(.gathered(rows: rows), range: range, id: 0)
  }

  /// `^\prime` and `^{\prime\prime}` are the primes that `'` writes; nil for any other script.
  private static func primes(in upper: Notation) -> Int? {
    switch upper.kind {
    case .symbol(let symbol): return symbol.name == "prime" ? 1 : nil
    case .script(nil, nil, nil, let primes, _): return primes
    case .row(let items):
      let counts = items.map(primes)
      guard !items.isEmpty, counts.allSatisfy({ $0 != nil }) else { return nil }
      return counts.reduce(0) { $0 + ($1 ?? 0) }
    default: return nil
    }
  }

  /// `Σ_k` and `\Sigma_{k=1}^n`: the capital letter with a sum's limits is the sum, and Π the
  /// product. `\Sigma_k` and `Σ_k^{-1}` are covariances.
  private mutating func summed(
    _ base: Notation, lower: Notation?, upper: Notation?
  ) -> Notation {
    guard case .symbol(let symbol) = base.kind, let lower else { return base }
    let sign: BigOperator
    switch symbol.name {
    case "Sigma": sign = .sum
    case "Pi": sign = .prod
    default: return base
    }
    let isTyped = text(base.range).first != "\\"
    let bindsIndex = lower.children.contains { item in
      if case .symbol(let symbol) = item.kind { symbol.atomClass == .relation } else { false }
    }
    guard bindsIndex || (isTyped && !(upper.map(Self.isPower) ?? false)) else { return base }
    lint(
      sign == .sum ? .readAsSum(text(base.range)) : .readAsProduct(text(base.range)),
      suggestion: "\\\(sign.rawValue)", at: base.range)
    return Notation(.bigOperator(sign), range: base.range, id: 0)
  }

  /// An exponent that a sum cannot have for a limit: −1, T, ½.
  private static func isPower(_ upper: Notation) -> Bool {
    switch upper.kind {
    case .symbol(let symbol): ["T", "top", "intercal", "-", "+"].contains(symbol.name)
    case .row(let items): items.first.map(isPower) ?? false
    case .fraction: true
    default: false
    }
  }

  /// `x^12` raises the 1 alone, which its author rarely means.
  private mutating func lintLongNumber(after token: Token, _ script: Notation?) {
    guard case .number(let digits)? = script?.kind, digits.count == 1 else { return }
    let next = tokens.peek()
    guard case .character(let digit) = next.kind, digit.isASCIIDigit, !next.followsSpace else {
      return
    }
    lint(
      .takesOneDigit(text(token)),
      at: cover(token.range, next.range))
  }
}
