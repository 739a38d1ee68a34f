/// Notation as plain text: what a learner types for it, and reads in a sentence about it.
///
/// What is printed reads back, through ``PlainForm``, to a tree that means the same: brackets are
/// added where the plain form needs them, fonts and thin spaces go.
public enum PlainSpelling {
  /// The plain text of a tree; nil for what the plain form cannot say: cases, rows, words.
  public static func of(_ node: Notation) -> String? {
    guard let text = Speller().row(of: node)?.text, !text.isEmpty else { return nil }
    return text
  }

  /// The plain text of LaTeX; nil where it cannot be read or said.
  public static func of(latex: String) -> String? {
    let formula = Formula(latex)
    return formula.hasErrors ? nil : of(formula.notation)
  }

  /// A sentence with the LaTeX in it put into plain words, piece by piece.
  public static func sentence(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      let blank = rest.prefix { $0.isWhitespace }
      result += blank
      rest = rest[blank.endIndex...]
      let word = Self.word(rest)
      rest = rest[word.endIndex...]
      result += word.contains("\\") ? spelled(word) : String(word)
    }
    return result
  }

  /// What to write instead, in plain form: one formula or several, as in `p_1, or \\sum_k p_k`.
  public static func suggestion(_ text: String) -> String {
    var parts: [String] = []
    var rest = text[...]
    while let end = rest.firstRange(of: " or ") {
      parts.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    parts.append(String(rest))
    return parts.map { part in
      guard part.contains("\\") else { return part }
      let comma = part.hasSuffix(",") ? "," : ""
      let body = comma.isEmpty ? part : String(part.dropLast())
      return (draft(of: body) ?? sentence(body)) + comma
    }.joined(separator: " or ")
  }

  /// The plain text of LaTeX in which … may stand for anything.
  private static func draft(of latex: String) -> String? {
    let formula = Formula(latex)
    return formula.hasErrors ? nil : Speller(allowsDots: true).row(of: formula.notation)?.text
  }

  /// Up to the next blank that no braces hold.
  private static func word(_ text: Substring) -> Substring {
    var depth = 0
    var end = text.startIndex
    for index in text.indices {
      let character = text[index]
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character.isWhitespace, depth <= 0 { break }
      end = text.index(after: index)
    }
    return text[..<end]
  }

  private static func spelled(_ word: Substring) -> String {
    let mark = word.last.map { ",.;:)".contains($0) } ?? false ? word.suffix(1) : ""
    let body = mark.isEmpty ? word : word.dropLast()
    if let text = draft(of: String(body)) { return text + mark }
    var text = ""
    var rest = body
    while let backslash = rest.firstIndex(of: "\\") {
      text += rest[..<backslash]
      let name = rest[rest.index(after: backslash)...].prefix { $0.isASCIILetter }
      text += commands[String(name)] ?? String(name)
      rest = rest[name.endIndex...]
    }
    return text + rest + mark
  }

  /// Commands that are half of something, or nothing by themselves.
  private static let commands: [String: String] = [
    "lvert": "|", "rvert": "|", "lVert": "||", "rVert": "||", "top": "T", "left": "", "right": "",
    "operatorname": "", "frac": "/", "mid": "|", "times": "*", "cdot": "@", "sum": "sum",
    "prod": "prod", "odot": "odot", "partial": "d", "leq": "<=", "geq": ">=", "neq": "!=",
    "approx": "~=", "quad": "",
  ]
}
