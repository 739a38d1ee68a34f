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
          report("double subscript; group with braces", at: token.range)
          break reading
        }
        tokens.next()
        lower = readArgument(of: "_", at: token.range)
        lintLongNumber(after: token, lower)
      case .character("^"):
        if upper != nil {
          report("double superscript; group with braces", at: token.range)
          break reading
        }
        tokens.next()
        upper = readArgument(of: "^", at: token.range)
        lintLongNumber(after: token, upper)
      case .character("'"):
        if upper != nil {
          report("double superscript; write the prime first", at: token.range)
          break reading
        }
        tokens.next()
        primes += 1
      case .command(let name):
        guard case .limits(let value)? = CommandTable.all[name] else { break reading }
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
    return Notation(
      .script(base: base, lower: lower, upper: upper, primes: primes, limits: limits),
      range: range, id: 0)
  }

  /// `x^12` raises the 1 alone, which its author rarely means.
  private mutating func lintLongNumber(after token: Token, _ script: Notation?) {
    guard case .number(let digits)? = script?.kind, digits.count == 1 else { return }
    let next = tokens.peek()
    guard case .character(let digit) = next.kind, digit.isASCIIDigit, !next.followsSpace else {
      return
    }
    lint(
      "\(text(token.range)) takes one digit only; group with braces",
      at: cover(token.range, next.range))
  }
}
