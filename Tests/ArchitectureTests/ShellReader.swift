/// Takes shell text apart into words and separators.
struct ShellReader {
  enum Piece {
    case word(Word)
    /// `;`, `;;`, `&`, `&&`, `|`, `||`, `(`, `)` or the end of a line.
    case separator(String)
  }

  struct Word {
    /// Without its quotes; expansions are left out.
    var text: String
    var isQuoted = false
    /// What `$(…)`, backquotes and `<(…)` in it run.
    var substitutions: [String] = []
    /// Names of the variables in it.
    var variables: [String] = []

    /// A word that the shell may take as a keyword.
    var isPlain: Bool { !isQuoted && isLiteral }
    var isLiteral: Bool { variables.isEmpty && substitutions.isEmpty }

    /// The name in `name=value`.
    var assigned: String? {
      guard !isQuoted || text.contains("="), let end = text.firstIndex(of: "=") else { return nil }
      let name = text[..<end].hasSuffix("+") ? text[..<end].dropLast() : text[..<end]
      let isName = name.first.map { $0.isLetter || $0 == "_" } ?? false
      return isName && name.allSatisfy { $0.isLetter || $0.isNumber || "_".contains($0) }
        ? String(name) : nil
    }

    /// The array in `"${name[@]}"`, if that is all there is.
    var array: String? {
      guard text.isEmpty, variables.count == 1, let end = variables[0].firstIndex(of: "[") else {
        return nil
      }
      return String(variables[0][..<end])
    }
  }

  private var rest: Substring
  /// Here-documents whose bodies come after this line.
  private var documents: [(end: String, isLiteral: Bool)] = []
  private(set) var lastWord = ""
  /// What redirections and here-documents run, so far.
  private(set) var run: [String] = []

  init(_ text: String) { rest = text[...] }

  mutating func next() -> Piece? {
    skipBlanks()
    guard let first = rest.first else { return nil }
    if first.isNewline {
      rest.removeFirst()
      for document in documents { skip(document) }
      documents = []
      return .separator("\n")
    }
    for text in [";;", "&&", "||", ";", "|", "(", ")", "&"] where rest.hasPrefix(text) {
      rest.removeFirst(text.count)
      return .separator(text)
    }
    let word = takeWord()
    lastWord = word.isPlain ? word.text : ""
    return .word(word)
  }

  mutating func wordBeforeSeparator() -> Word? {
    skipBlanks()
    guard let first = rest.first, !first.isNewline, !";|()&".contains(first) else { return nil }
    if case .word(let word)? = next() { return word }
    return nil
  }

  mutating func takeEmptyBrackets() -> Bool {
    guard rest.hasPrefix("()") else { return false }
    rest.removeFirst(2)
    return true
  }

  mutating func takeOpeningBracket() -> Bool {
    guard rest.first == "(" else { return false }
    rest.removeFirst()
    return true
  }

  mutating func wordsToClosingBracket() -> [Word] {
    var words: [Word] = []
    while let piece = next() {
      if case .word(let word) = piece { words.append(word) }
      if case .separator(")") = piece { break }
    }
    return words
  }

  /// Takes a pattern of `case` with its bracket; false at the end of the whole.
  mutating func takePattern(before end: String) -> Bool {
    var isFirst = true
    while let piece = next() {
      switch piece {
      case .separator(")"): return true
      case .separator("\n"), .separator("("), .separator("|"): continue
      case .separator: return false
      case .word(let word):
        if isFirst, word.isPlain, word.text == end { return false }
        isFirst = false
      }
    }
    return false
  }

  mutating func skip(past text: String) {
    while let piece = next() {
      if case .word(let word) = piece, word.isPlain, word.text == text { return }
    }
  }

  private mutating func skipBlanks() {
    while let first = rest.first {
      if first == " " || first == "\t" {
        rest.removeFirst()
      } else if rest.hasPrefix("\\\n") {
        rest.removeFirst(2)
      } else if first == "#" {
        rest = rest.drop { !$0.isNewline }
      } else if !takeRedirection() {
        return
      }
    }
  }

  /// `>file`, `2>&1`, `<<END`, `<<<word`; not `<(…)`, which is a word.
  private mutating func takeRedirection() -> Bool {
    let digits = rest.prefix { $0.isNumber }
    let sign = rest.dropFirst(digits.count)
    let signs = ["<<<", "<<-", "<<", "&>", ">>", ">&", "<&", ">|", ">", "<"]
    guard let found = signs.first(where: sign.hasPrefix), !sign.hasPrefix("<("),
      !sign.hasPrefix(">(")
    else { return false }
    rest = sign.dropFirst(found.count)
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    let word = takeWord()
    if found == "<<" || found == "<<-" { documents.append((word.text, word.isQuoted)) }
    run += word.substitutions
    return true
  }

  private mutating func skip(_ document: (end: String, isLiteral: Bool)) {
    while !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      rest = rest.dropFirst(line.count).dropFirst()
      if line.drop(while: { $0 == "\t" }) == document.end { break }
      if !document.isLiteral {
        var reader = ShellReader("\"" + line + "\"")
        run += reader.takeWord().substitutions
      }
    }
  }

  private mutating func takeWord() -> Word {
    var word = Word(text: "")
    while let first = rest.first {
      if first.isWhitespace || ";|&".contains(first) { break }
      if first == "(" || first == ")" { break }
      rest.removeFirst()
      switch first {
      case "'":
        word.isQuoted = true
        let inside = rest.prefix { $0 != "'" }
        word.text += inside
        rest = rest.dropFirst(inside.count + 1)
      case "\"":
        word.isQuoted = true
        takeDoubleQuoted(into: &word)
      case "\\": if let next = rest.popFirst() { word.text.append(next) }
      case "$": takeExpansion(into: &word)
      case "`": takeBackquoted(into: &word)
      case "<" where rest.first == "(", ">" where rest.first == "(":
        word.substitutions.append(takeBrackets())
      case "<", ">": return word
      default: word.text.append(first)
      }
    }
    return word
  }

  private mutating func takeDoubleQuoted(into word: inout Word) {
    while let first = rest.popFirst(), first != "\"" {
      switch first {
      case "\\":
        // Only some characters lose their backslash here.
        if let next = rest.popFirst() {
          if !"\"\\$`\n".contains(next) { word.text.append("\\") }
          word.text.append(next)
        }
      case "$": takeExpansion(into: &word)
      case "`": takeBackquoted(into: &word)
      default: word.text.append(first)
      }
    }
  }

  private mutating func takeBackquoted(into word: inout Word) {
    let inside = rest.prefix { $0 != "`" }
    word.substitutions.append(String(inside))
    rest = rest.dropFirst(inside.count + 1)
  }

  /// After a `$`.
  private mutating func takeExpansion(into word: inout Word) {
    if rest.hasPrefix("((") {
      _ = takeBrackets()
      word.variables.append("((")
    } else if rest.first == "(" {
      word.substitutions.append(takeBrackets())
    } else if rest.first == "{" {
      rest.removeFirst()
      var name = ""
      var depth = 1
      while let first = rest.popFirst() {
        depth += first == "{" ? 1 : first == "}" ? -1 : 0
        if depth == 0 { break }
        if first == "$", rest.first == "(" {
          word.substitutions.append(takeBrackets())
        } else {
          name.append(first)
        }
      }
      word.variables.append(name)
    } else if rest.first == "'" {
      // $'\n'
      word.isQuoted = true
      rest = rest.dropFirst().drop { $0 != "'" }.dropFirst()
    } else {
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let taken = name.isEmpty ? rest.prefix(1) : name
      rest = rest.dropFirst(taken.count)
      word.variables.append(String(taken))
    }
  }

  /// From an opening bracket to its own closing one, quotes respected; without the two.
  private mutating func takeBrackets() -> String {
    var depth = 0
    var inside = ""
    var quote: Character?
    while let first = rest.popFirst() {
      inside.append(first)
      if first == "\\", quote != "'" {
        if let next = rest.popFirst() { inside.append(next) }
      } else if let open = quote {
        if first == open { quote = nil }
      } else if first == "'" || first == "\"" {
        quote = first
      } else if first == "(" {
        depth += 1
      } else if first == ")" {
        depth -= 1
        if depth == 0 { break }
      }
    }
    return String(inside.dropFirst().dropLast())
  }
}
