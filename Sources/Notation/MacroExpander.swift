/// Puts the definitions that a formula brings along in place: `\newcommand{\R}{\mathbb{R}} x \in \R`.
///
/// `\newcommand`, `\renewcommand`, `\providecommand`, `\DeclareMathOperator`, `\def` and `\let`, with no
/// more than substitution: parameters stand one after another, and a body is what braces hold. What
/// a body says has the place of its use, an argument keeps its own.
struct MacroExpander {
  struct Macro {
    var parameters = 0
    /// The first argument where none is given in brackets.
    var standard: [PlacedCharacter]?
    var body: [PlacedCharacter] = []
  }

  /// Deeper, a definition can only be one that uses itself.
  private static let deepest = 16
  private static let mostUses = 400

  private(set) var diagnostics: [FormulaDiagnostic] = []
  private(set) var macros: [String: Macro] = [:]
  private let length: Int
  /// What is still to be read, the next character last.
  private var rest: [PlacedCharacter]
  private var output: [PlacedCharacter] = []
  private var uses = 0

  init(_ characters: [PlacedCharacter], length: Int) {
    self.length = length
    rest = characters.reversed()
  }

  /// Whether anything is defined; most formulas define nothing.
  static func isNeeded(for source: String) -> Bool {
    var rest = source.utf8[...]
    while let backslash = rest.firstIndex(of: 0x5C) {
      rest = rest[rest.index(after: backslash)...]
      let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      switch letters.first {
      case 0x44, 0x64, 0x67, 0x6C, 0x6E, 0x70, 0x72:  // D d g l n p r
        if letters.count > 2, definers.contains(String(Substring(letters))) { return true }
      case nil:
        // A sign, which may be a backslash itself.
        rest = rest.dropFirst()
      default: continue
      }
    }
    return false
  }

  private static let definers: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "DeclareMathOperator", "def", "gdef", "let",
  ]

  mutating func expanded() -> [PlacedCharacter] {
    while let next = rest.popLast() {
      switch next.character {
      case "%":
        output.append(next)
        while let comment = rest.last, !comment.character.isNewline {
          output.append(comment)
          rest.removeLast()
        }
      case "\\": readCommand(next)
      default: output.append(next)
      }
      if output.count > NotationParser.longestSource { reportLength() }
    }
    return output
  }

  private mutating func reportLength() {
    report(
      .tooLongWithDefinitions(longest: NotationParser.longestSource),
      at: 0..<length)
    (rest, output) = ([], [])
  }

  private mutating func readCommand(_ backslash: PlacedCharacter) {
    let characters = takeName(backslash)
    let name = String(characters.dropFirst().map(\.character))
    let range = Self.cover(characters)
    if Self.definers.contains(name) {
      define(with: name, at: range)
    } else if let macro = macros[name] {
      use(macro, name: name, characters, at: range)
    } else {
      output += characters
    }
  }

  /// The backslash with the letters, or the one sign, that follow.
  mutating func takeName(_ backslash: PlacedCharacter) -> [PlacedCharacter] {
    var characters = [backslash]
    while let next = rest.last, next.character.isASCIILetter {
      characters.append(next)
      rest.removeLast()
    }
    if characters.count == 1, let sign = rest.popLast() { characters.append(sign) }
    return characters
  }

  // MARK: Uses

  private mutating func use(
    _ macro: Macro, name: String, _ written: [PlacedCharacter], at range: Range<Int>
  ) {
    let depth = (written.map(\.depth).max() ?? 0) + 1
    uses += 1
    guard depth <= Self.deepest, uses <= Self.mostUses else {
      report(
        depth > Self.deepest
          ? .definedByItself(name) : .usedTooOften(name), at: range
      )
      rest = []
      return
    }
    var arguments: [[PlacedCharacter]] = []
    var whole = range
    if let standard = macro.standard {
      arguments.append(
        takeBracket() ?? standard.map { $0.moved(to: range, depth: depth) }
      )
    }
    while arguments.count < macro.parameters {
      guard let argument = takeArgument() else {
        report(.takesArguments(name, count: macro.parameters), at: range)
        output += "\\square".map { PlacedCharacter($0, at: range) }
        return
      }
      arguments.append(argument.inside)
      whole = whole.lowerBound..<max(whole.upperBound, argument.end)
    }
    let text = substituted(macro.body, arguments, at: whole, depth: depth)
    guard text.count + rest.count <= 2 * NotationParser.longestSource else {
      return reportLength()
    }
    rest += text.reversed()
  }

  /// The body with its arguments, and blanks where a command would run into what follows it.
  private func substituted(
    _ body: [PlacedCharacter], _ arguments: [[PlacedCharacter]], at range: Range<Int>, depth: Int
  ) -> [PlacedCharacter] {
    var text: [PlacedCharacter] = []
    func separate(_ text: inout [PlacedCharacter]) {
      let letters = text.reversed().prefix { $0.character.isASCIILetter }.count
      let before = text.count - letters - 1
      guard letters > 0, before >= 0, text[before].character == "\\" else { return }
      text.append(PlacedCharacter(" ", at: range))
    }
    var position = 0
    while position < body.count, text.count <= 2 * NotationParser.longestSource {
      if body[position].character == "#", position + 1 < body.count,
        let number = body[position + 1].character.wholeNumberValue,
        arguments.indices.contains(number - 1)
      {
        separate(&text)
        text += arguments[number - 1]
        separate(&text)
        position += 2
      } else {
        text.append(body[position].moved(to: range, depth: depth))
        position += 1
      }
    }
    separate(&text)
    return text
  }

  // MARK: Groups

  mutating func skipBlanks() {
    while rest.last?.character.isWhitespace == true { rest.removeLast() }
  }

  /// `{…}`, or one command or sign.
  mutating func takeArgument() -> (inside: [PlacedCharacter], end: Int)? {
    skipBlanks()
    guard let first = rest.last, first.character != "}" else { return nil }
    rest.removeLast()
    if first.character == "\\" {
      let name = takeName(first)
      return (name, Self.cover(name).upperBound)
    }
    guard first.character == "{" else { return ([first], first.range.upperBound) }
    return takeGroup()
  }

  /// What stands up to the `}` of an open brace.
  private mutating func takeGroup() -> (inside: [PlacedCharacter], end: Int)? {
    var inside: [PlacedCharacter] = []
    var depth = 0
    while let next = rest.popLast() {
      switch next.character {
      case "}" where depth == 0: return (inside, next.range.upperBound)
      case "}": depth -= 1
      case "{": depth += 1
      case "\\":
        inside += takeName(next)
        continue
      default: break
      }
      inside.append(next)
    }
    rest = inside.reversed()
    return nil
  }

  /// `[…]`, where it stands.
  mutating func takeBracket() -> [PlacedCharacter]? {
    skipBlanks()
    guard rest.last?.character == "[",
      let close = rest.lastIndex(where: { $0.character == "]" })
    else { return nil }
    let inside = rest[(close + 1)...].dropLast().reversed()
    rest.removeSubrange(close...)
    return Array(inside)
  }

  // MARK: Definitions

  /// Takes the next character if it is this one.
  mutating func take(_ character: Character) -> PlacedCharacter? {
    skipBlanks()
    guard rest.last?.character == character else { return nil }
    return rest.popLast()
  }

  mutating func keep(_ macro: Macro, as name: String) { macros[name] = macro }

  mutating func report(_ problem: ReadingProblem, suggestion: String? = nil, at range: Range<Int>) {
    diagnostics.append(FormulaDiagnostic(.error, problem, suggestion: suggestion, range: range))
  }

  static func cover(_ characters: [PlacedCharacter]) -> Range<Int> {
    let lower = characters.map(\.range.lowerBound).min() ?? 0
    return lower..<(characters.map(\.range.upperBound).max() ?? lower)
  }

  /// The next character, which stays.
  var next: PlacedCharacter? { rest.last }
}
