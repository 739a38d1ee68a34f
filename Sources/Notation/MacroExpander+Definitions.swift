/// What is defined, and how it is written.
extension MacroExpander {
  mutating func define(with definer: String, at range: Range<Int>) {
    switch definer {
    case "def", "gdef": defineByPattern(at: range)
    case "let": defineAlias(at: range)
    case "DeclareMathOperator": defineOperator(at: range)
    default: defineCommand(with: definer, at: range)
    }
  }

  /// `\newcommand{\name}[2][standard]{body}`.
  private mutating func defineCommand(with definer: String, at range: Range<Int>) {
    _ = take("*")
    guard let name = takeDefinedName() else {
      return refuse(definer, "\\newcommand{\\R}{\\mathbb{R}}", at: range)
    }
    var macro = Macro()
    if let count = takeBracket() {
      let digits = String(count.map(\.character).filter { !$0.isWhitespace })
      guard let parameters = Int(digits), (0...9).contains(parameters) else {
        return refuse(definer, "\\newcommand{\\\(name)}[1]{…}", at: range)
      }
      macro.parameters = parameters
      if parameters > 0 { macro.standard = takeBracket() }
    }
    guard let body = takeArgument() else {
      return refuse(definer, "\\newcommand{\\\(name)}{…}", at: range)
    }
    macro.body = body.inside
    let isKnown = macros[name] != nil || CommandTable.command(name) != nil
    if definer != "providecommand" || !isKnown { keep(macro, as: name) }
  }

  /// `\DeclareMathOperator{\KL}{KL}`.
  private mutating func defineOperator(at range: Range<Int>) {
    let star = take("*") == nil ? "" : "*"
    guard let name = takeDefinedName(), let words = takeArgument() else {
      return refuse("DeclareMathOperator", "\\DeclareMathOperator{\\KL}{KL}", at: range)
    }
    let body = "\\operatorname\(star){" + String(words.inside.map(\.character)) + "}"
    keep(Macro(body: body.map { PlacedCharacter($0, at: range) }), as: name)
  }

  /// `\def\name#1#2{body}`.
  private mutating func defineByPattern(at range: Range<Int>) {
    guard let name = takeDefinedName() else { return refuse("def", "\\def\\R{…}", at: range) }
    var macro = Macro()
    while take("#") != nil {
      guard let digit = next?.character.wholeNumberValue, digit == macro.parameters + 1 else {
        return refuse("def", "\\def\\\(name)#1{…}", at: range)
      }
      _ = takeArgument()
      macro.parameters = digit
    }
    guard next?.character == "{", let body = takeArgument() else {
      return refuse("def", "\\def\\\(name){…}", at: range)
    }
    macro.body = body.inside
    keep(macro, as: name)
  }

  /// `\let\name=\other`.
  private mutating func defineAlias(at range: Range<Int>) {
    guard let name = takeDefinedName() else { return refuse("let", "\\let\\R=\\Re", at: range) }
    _ = take("=")
    guard let other = takeArgument() else { return refuse("let", "\\let\\\(name)=\\Re", at: range) }
    // What it stood for at this place, even if that is defined anew later.
    let known = macros[String(other.inside.dropFirst().map(\.character))]
    keep(known ?? Macro(body: other.inside), as: name)
  }

  /// `\name` or `{\name}`, without its backslash.
  private mutating func takeDefinedName() -> String? {
    guard let name = takeArgument()?.inside.filter({ !$0.character.isWhitespace }),
      name.first?.character == "\\", name.count > 1
    else { return nil }
    return String(name.dropFirst().map(\.character))
  }

  private mutating func refuse(_ definer: String, _ form: String, at range: Range<Int>) {
    report(
      .definerMisused(definer),
      suggestion: form, at: range)
  }
}
