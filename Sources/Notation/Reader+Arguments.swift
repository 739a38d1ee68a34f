/// What commands take: groups, single tokens, names and options.
extension Reader {
  /// `{ … }`, with the opening brace still to be read.
  mutating func readGroup() -> Notation {
    let opening = tokens.next()
    let items = nestedRow(.group, at: opening.range)
    close(opening)
    return Notation(
      .row(items), range: cover(opening.range, span(from: opening.range.lowerBound)), id: 0)
  }

  /// Takes the `}` of a group, or says that it is missing.
  mutating func close(_ opening: Token) {
    if tokens.peek().kind == .character("}") {
      tokens.next()
    } else {
      report(.missingBrace, at: opening.range)
    }
  }

  /// The next argument of a command: a group, or a single token with its own arguments.
  mutating func readArgument(of name: String, at range: Range<Int>) -> Notation {
    let token = tokens.peek()
    switch token.kind {
    case .character("{"): return readGroup()
    case .character("_"), .character("^"), .character("'"), .character("&"), .end:
      return missingArgument(of: name, at: range)
    case .character(let digit) where digit.isASCIIDigit:
      tokens.next()
      return Notation(.number(String(digit)), range: token.range, id: 0)
    default:
      if ends(token, contexts.last ?? .source) { return missingArgument(of: name, at: range) }
      if case .command(let command) = token.kind {
        switch CommandTable.command(command) {
        case .limits, .infixFraction, .right, .end, .newRow, .middle:
          return missingArgument(of: name, at: range)
        default: break
        }
      }
      let atoms = nested(at: token.range) { $0.readAtom(single: true) } ?? []
      // In `e^xᵢ` the small letter belongs to the x, in `p_i²` to the p.
      if atoms.count == 1 {
        return name != "_" && tokens.isNextPutIn() ? withScripts(atoms[0]) : atoms[0]
      }
      return Notation(.row(atoms), range: span(from: token.range.lowerBound), id: 0)
    }
  }

  private mutating func missingArgument(of name: String, at range: Range<Int>) -> Notation {
    report(.lacksArgument(name), suggestion: "\(name){…}", at: range)
    return Notation(.broken("?"), range: range.upperBound..<range.upperBound, id: 0)
  }

  /// `{name}` as written: a colour, an environment, a length.
  mutating func readName(of token: Token) -> String {
    guard tokens.peek().kind == .character("{") else {
      report(.lacksName(text(token)), at: token.range)
      return ""
    }
    let opening = tokens.next()
    var name = ""
    var depth = 0
    while let character = tokens.nextCharacter() {
      if character == "}" {
        if depth == 0 { return name }
        depth -= 1
      }
      if character == "{" { depth += 1 }
      name.append(character.isControl || character.isNewline ? " " : character)
    }
    report(.missingBrace, at: opening.range)
    return name
  }

  /// `[…]` right after a command, as written; nil if there is none.
  mutating func readOption(_ accepts: (String) -> Bool = { _ in true }) -> String? {
    let token = tokens.peek()
    guard token.kind == .character("["), !token.followsSpace else { return nil }
    let saved = tokens
    tokens.next()
    var option = ""
    while let character = tokens.nextCharacter(), option.count < 40 {
      if character == "]" {
        if accepts(option) { return option }
        break
      }
      option.append(character)
    }
    tokens = saved
    return nil
  }
}
