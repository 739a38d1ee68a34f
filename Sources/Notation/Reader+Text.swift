extension Reader {
  /// The argument of `\text`: words as they stand, with `$…$` for formulas inside.
  mutating func readText(_ command: Token) -> Notation {
    let opening = tokens.peek()
    guard opening.kind == .character("{") else {
      let argument = readArgument(of: text(command), at: command.range)
      return Notation(.font(.mathrm, argument), range: cover(command.range, argument.range), id: 0)
    }
    tokens.next()
    var runs: [TextRun] = []
    var words = ""
    var braces = 0
    var isClosed = false
    func flush(_ runs: inout [TextRun], _ words: inout String) {
      if !words.isEmpty { runs.append(.words(words)) }
      words = ""
    }
    contexts.append(.group)
    reading: while true {
      let start = tokens.start
      guard let character = tokens.nextCharacter() else { break }
      switch character {
      case "}":
        if braces == 0 {
          isClosed = true
          break reading
        }
        braces -= 1
      case "{": braces += 1
      case "$":
        flush(&runs, &words)
        runs.append(.formula(readInnerFormula(openedAt: start)))
      case "~": words.append(" ")
      case "\\": words += readTextEscape(at: start)
      case _ where character.isWhitespace: if words.last != " " { words.append(" ") }
      case _ where character.isControl: reportControl(character, at: span(from: start))
      default: words.append(character)
      }
    }
    contexts.removeLast()
    flush(&runs, &words)
    if !isClosed { report(.missingBrace, at: opening.range) }
    return Notation(.text(runs), range: span(from: command.range.lowerBound), id: 0)
  }

  private mutating func readInnerFormula(openedAt start: Int) -> Notation {
    let inner = max(start, tokens.end)
    let items = nestedRow(.textFormula, at: start..<inner)
    let node = Notation(.row(items), range: span(from: inner), id: 0)
    if tokens.peek().kind == .character("$") {
      tokens.next()
    } else {
      report(.missingDollar, at: start..<inner)
    }
    return node
  }

  /// What a backslash in text stands for. An unknown command stays as written, with a diagnostic.
  private mutating func readTextEscape(at start: Int) -> String {
    var name = ""
    while let next = tokens.character(at: tokens.position), next.isASCIILetter {
      name.append(next)
      _ = tokens.nextCharacter()
    }
    if name.isEmpty {
      guard let next = tokens.nextCharacter() else { return "\\" }
      switch next {
      case " ", ",", ";", ":", "\n", "\\": return " "
      case "!", "/": return ""
      case _ where next.isControl:
        reportControl(next, at: span(from: start))
        return ""
      default: return String(next)
      }
    }
    switch name {
    case "quad": return "   "
    case "qquad": return "      "
    case "ldots", "dots", "textellipsis": return "…"
    case "textbackslash": return "\\"
    case "textbf", "textit", "emph", "textrm", "text", "mathrm", "rm", "bf", "it", "em", "small",
      "footnotesize", "normalsize", "textsf", "texttt", "mbox", "tiny", "scriptsize", "large",
      "Large", "textnormal", "textsc", "underline", "displaystyle", "textstyle":
      // Their group's braces are skipped like any others in text.
      return ""
    default:
      report(
        .unknownCommandInText(name), suggestion: "$\\\(name)$", at: span(from: start))
      return "\\" + name
    }
  }
}
