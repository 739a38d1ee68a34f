import SoftmaxCore

/// Random documents of the part of YAML that lessons are written in.
struct YAMLDraft {
  private var random: SplitMix64
  private var keys = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func document() -> String {
    var lines = chance(8) ? ["---"] : []
    lines += chance(6) ? sequence(at: 0, depth: 0) : mapping(at: 0, depth: 0)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same with a few characters changed: most are YAML no longer, or not of this part.
  mutating func damaged() -> String {
    var text = Array(document())
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<text.count, using: &random)
      let sign = pick(Array(" :-#'\"[]{},|>&*!?%@`\n\\a ~<."))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text[place] = sign
      case 1: text.insert(sign, at: place)
      default: if text.count > 1 { text.remove(at: place) }
      }
    }
    return String(text) + "\n"
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &random) == 0
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Blocks

  private mutating func mapping(at column: Int, depth: Int) -> [String] {
    (0..<Int.random(in: 1...4, using: &random)).flatMap { _ -> [String] in
      let between = between(column)
      keys += 1
      let name = "\(word(Self.safe)) \(keys)"
      let key = chance(6) ? quoted(name) : name
      return between + value(after: blanks(column) + key + ":", at: column, depth: depth)
    }
  }

  private mutating func sequence(at column: Int, depth: Int) -> [String] {
    (0..<Int.random(in: 1...4, using: &random)).flatMap { _ -> [String] in
      between(column) + value(after: blanks(column) + "-", at: column, depth: depth, isEntry: true)
    }
  }

  /// Comments and blank lines above an entry.
  private mutating func between(_ column: Int) -> [String] {
    guard chance(6) else { return [] }
    return chance(2) ? [""] : [blanks(column) + "# a 'note': [x"]
  }

  private mutating func value(
    after start: String, at column: Int, depth: Int, isEntry: Bool = false
  ) -> [String] {
    let note = chance(8) ? "  # note: x" : ""
    switch Int.random(in: 0..<(depth < 3 ? 12 : 7), using: &random) {
    case 0: return [start + note]
    case 1: return [start + " " + flow(depth: 0) + note]
    case 2: return literal(after: start, at: column)
    case 3, 4:
      let lines = folded(quoted(words(Self.wild)), at: column)
      return [start + " " + lines[0]] + lines.dropFirst()
    case 7: return [start + note] + mapping(at: deeper(column), depth: depth + 1)
    case 8: return [start + note] + sequence(at: deeper(column), depth: depth + 1)
    case 9 where !isEntry: return [start + note] + sequence(at: column, depth: depth + 1)
    case 9,
      10 where isEntry:
      // The first entry stands on the line of the hyphen.
      let inner = column + 2
      var lines = chance(3) ? sequence(at: inner, depth: 3) : mapping(at: inner, depth: 3)
      guard lines[0].hasPrefix(blanks(inner)), !lines[0].hasPrefix(blanks(inner) + "#") else {
        return [start + note] + lines
      }
      lines[0] = start + " " + lines[0].dropFirst(inner)
      return lines
    default:
      let lines = folded(plain(Self.safe + Self.middle), at: column)
      return [start + " " + lines[0]] + lines.dropFirst()
    }
  }

  private mutating func deeper(_ column: Int) -> Int {
    column + Int.random(in: 1...4, using: &random)
  }

  private mutating func literal(after start: String, at column: Int) -> [String] {
    let margin = blanks(deeper(column))
    var lines = chance(5) ? [""] : []
    // The first line says how far all are indented.
    lines.append(margin + word(Self.safe) + " " + words(Self.wild))
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let further = chance(3) ? blanks(Int.random(in: 1...3, using: &random)) : ""
      lines.append(chance(5) ? "" : margin + further + words(Self.wild))
    }
    if chance(4) { lines += ["", ""] }
    return [start + " |" + pick(["", "", "-", "+"])] + lines
  }

  // MARK: Scalars

  /// A text that may go on over lines, the later ones indented.
  private mutating func folded(_ text: String, at column: Int) -> [String] {
    guard chance(4) else { return [text] }
    var lines = [""]
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0, chance(3), !word.isEmpty, !word.hasPrefix("#") {
        if chance(4) { lines.append("") }
        lines.append(blanks(deeper(column)) + word)
      } else {
        lines[lines.count - 1] += (index > 0 ? " " : "") + word
      }
    }
    return lines
  }

  private mutating func flow(depth: Int) -> String {
    let count = Int.random(in: 0...3, using: &random)
    let gap = chance(3) ? " " : ""
    let end = count > 0 && chance(6) ? "," : ""
    if chance(2) {
      let items = (0..<count).map { _ in flowValue(depth) }
      return "[" + gap + items.joined(separator: ", ") + end + gap + "]"
    }
    let fields = (0..<count).map { _ -> String in
      keys += 1
      return "\(word(Self.safe))\(keys): \(flowValue(depth))"
    }
    return "{" + gap + fields.joined(separator: ", ") + end + gap + "}"
  }

  private mutating func flowValue(_ depth: Int) -> String {
    if depth < 3, chance(4) { return flow(depth: depth + 1) }
    return chance(3) ? quoted(words(Self.wild)) : plain(Self.safe)
  }

  private mutating func quoted(_ text: String) -> String {
    if !text.contains("\\"), !text.contains("\""), chance(4) { return "\"\(text)\"" }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  private mutating func plain(_ vocabulary: [String]) -> String {
    let rest = (0..<Int.random(in: 0...4, using: &random)).map { _ in word(vocabulary) }
    return ([word(Self.safe)] + rest).joined(separator: " ")
  }

  private mutating func words(_ vocabulary: [String]) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in word(vocabulary) }.joined(separator: " ")
  }

  private mutating func word(_ vocabulary: [String]) -> String { pick(vocabulary) }

  /// These may stand anywhere in a plain text, also in brackets.
  private static let safe = [
    "z", "p_1", "\\alpha", "it's", "a:b", "x#y", "-1", "-inf", "1/2", "한국어", "é", "e\u{301}", "😀",
    "=", "$z_i$", "say\"so\"", "~", "null", "true", "a&b", "2*3", "(1-p)", "a-", "1.5e3",
  ]
  /// These may not in brackets, and not at the beginning.
  private static let middle = [
    "\\frac{e^{z_i}}{S}", "[0,1]", "{p_1}", "|x|", "-", "*", "&", "?", "!", ">", "|", "%", "@", "'",
    "\"",
    ",", "- x", ":x", "]",
  ]
  /// These may in quotes and under |.
  private static let wild = safe + middle + [": ", " # ", "''", "---", "key: value", ":"]
}
