/// One piece of plain text.
struct PlainToken: Hashable {
  enum Kind: Hashable {
    /// Letters: `p`, `log`, `θ`.
    case word(String)
    case number(String)
    case sign(String)
  }

  var kind: Kind
  var range: Range<Int>
  var followsSpace: Bool
  /// As typed, for words about it.
  var text: String

  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }
}

/// Cuts plain text into pieces.
struct PlainTokenizer {
  private static let longSigns = [
    "||", "<=", ">=", "!=", "~=", "==", ":=", "->", "=>", "**", "//", "..", "+-",
  ]
  private static let shortSigns: Set<Character> = [
    "+", "-", "*", "/", "^", "_", "(", ")", "[", "]", "{", "}", ",", "=", "<", ">", "|", "'", "~",
    "@", ".", ":", ";", "!", "%", "&",
  ]
  /// Signs that keyboards, screens and other programs put in the place of the plain ones.
  private static let variants: [Character: String] = [
    "−": "-", "×": "*", "·": "·", "∗": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=",
    "∼": "~", "‖": "||", "→": "->", "⇒": "=>", "⊙": "odot", "∑": "sum", "Σ": "sum", "∏": "prod",
    "Π": "prod", "∂": "∂", "√": "sqrt", "∞": "inf", "∇": "nabla", "⊤": "T", "≜": ":=", "≔": ":=",
    "½": "½", "⅓": "⅓", "¼": "¼", "¾": "¾", "⅔": "⅔", "𝟙": "𝟙", "…": "..", "∈": "∈",
  ]
  private static let largestExponent = 400

  private let source: [PlacedCharacter]
  private let end: Int
  private var position = 0
  private var followsSpace = false
  private var tokens: [PlainToken] = []

  /// - Throws: what has no meaning, at its place.
  static func tokens(of source: String) throws(FormulaDiagnostic) -> [PlainToken] {
    var tokenizer = try PlainTokenizer(source)
    while tokenizer.position < tokenizer.source.count { try tokenizer.readToken() }
    return tokenizer.tokens
  }

  /// The pieces before what has no meaning, if anything has none.
  static func start(of source: String) -> [PlainToken] {
    guard var tokenizer = try? PlainTokenizer(source) else { return [] }
    while tokenizer.position < tokenizer.source.count {
      do { try tokenizer.readToken() } catch { break }
    }
    return tokenizer.tokens
  }

  private init(_ source: String) throws(FormulaDiagnostic) {
    end = source.utf8.count
    guard end <= NotationParser.longestSource else {
      throw FormulaDiagnostic(
        .longerThan(bytes: NotationParser.longestSource), range: 0..<end)
    }
    let characters = Array(source)
    self.source =
      TypedCharacters.replaced(in: characters) ?? PlacedCharacter.all(of: characters)
  }

  private mutating func readToken() throws(FormulaDiagnostic) {
    let character = source[position].character
    if character.isWhitespace || (character == "$" && isAtEdge) {
      followsSpace = true
      position += 1
    } else if character.isASCIIDigit
      || (character == "." && self.character(at: position + 1)?.isASCIIDigit == true)
    {
      try readNumber()
    } else if let variant = Self.variants[character] {
      let isWord =
        variant != "·" && (variant.first?.isLetter ?? false || variant.first?.isASCII == false)
      take(1, isWord ? .word(variant) : .sign(variant))
    } else if character.isASCIILetter {
      take(length(from: position) { $0.isASCIILetter })
    } else if Self.isSyllable(character) {
      take(length(from: position, while: Self.isSyllable))
    } else if character.isLetter || TypedLetters.kind(of: character, at: 0..<0) != nil {
      take(1)
    } else if let sign = Self.longSigns.first(where: stands) {
      take(2, .sign(sign))
    } else if Self.shortSigns.contains(character) {
      take(1, .sign(String(character)))
    } else {
      throw FormulaDiagnostic(
        .noMeaningInPlainForm(character.isControl ? nil : String(character)),
        suggestion: "letters, digits, + - * / ^ _ ( ) [ ] , = < >", range: source[position].range)
    }
  }

  /// Whether nothing but dollar signs and blanks stand before or behind: `$p_1$`.
  private var isAtEdge: Bool {
    func isBlank(_ placed: PlacedCharacter) -> Bool {
      placed.character == "$" || placed.character.isWhitespace
    }
    return source[..<position].allSatisfy(isBlank) || source[position...].allSatisfy(isBlank)
  }

  /// Letters of scripts that write words with them; every other letter is a name of its own.
  private static func isSyllable(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value, character.isLetter else {
      return false
    }
    return (0x1100...0x11FF).contains(value) || (0x2E80...0x9FFF).contains(value)
      || (0xAC00...0xD7AF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }

  private func character(at index: Int) -> Character? {
    source.indices.contains(index) ? source[index].character : nil
  }

  private func stands(_ sign: String) -> Bool {
    source[position...].prefix(sign.count).map(\.character).elementsEqual(sign)
  }

  private func length(from start: Int, while holds: (Character) -> Bool) -> Int {
    source[start...].prefix { holds($0.character) }.count
  }

  /// Takes so many characters as a token; as a word if nothing else is said.
  private mutating func take(_ count: Int, _ kind: PlainToken.Kind? = nil) {
    let characters = source[position..<(position + count)]
    let lower = characters.map(\.range.lowerBound).min() ?? end
    let upper = characters.map(\.range.upperBound).max() ?? lower
    let text = String(characters.map(\.character))
    tokens.append(
      PlainToken(
        kind: kind ?? .word(text), range: lower..<upper, followsSpace: followsSpace,
        text: String(characters.compactMap(\.written))))
    position += count
    followsSpace = false
  }

  // MARK: Numbers

  private mutating func readNumber() throws(FormulaDiagnostic) {
    var length = length(from: position) { $0.isASCIIDigit || $0 == "." }
    // 1_000: digits in groups of three, as programs write them.
    while character(at: position + length) == "_",
      self.length(from: position + length + 1, while: { $0.isASCIIDigit }) == 3
    {
      length += 4
    }
    let written = String(source[position..<(position + length)].map(\.character))
    guard written.filter({ $0 == "." }).count < 2 else {
      let range =
        source[position].range.lowerBound..<source[position + length - 1].range.upperBound
      throw FormulaDiagnostic(.notANumber(written), range: range)
    }
    // The point of `p_1.` ends a sentence, that of `p_1.T` belongs to the name behind it.
    let next = character(at: position + length)
    let isLast = source[position + length - 1].character == "."
    if isLast, next?.isLetter == true { length -= 1 }
    var digits = String(source[position..<(position + length)].map(\.character))
    digits.removeAll { $0 == "_" }
    if digits.last == ".", digits.dropLast().last?.isASCIIDigit == true { digits.removeLast() }
    guard let power = exponent(at: position + length) else {
      return take(length, .number(digits))
    }
    // 1.5e-3, as programs write it; spelt out, since LaTeX has no such number.
    let whole = position..<(position + length + power.length)
    guard abs(power.value) <= Self.largestExponent else {
      throw FormulaDiagnostic(
        .exponentBeyond(largest: Self.largestExponent),
        range: source[whole.lowerBound].range
          .lowerBound..<source[whole.upperBound - 1].range
          .upperBound)
    }
    take(whole.count, .number(Self.shifted(digits, by: power.value)))
  }

  /// The `e-3` that follows a number's digits.
  private func exponent(at start: Int) -> (value: Int, length: Int)? {
    guard let mark = character(at: start), mark == "e" || mark == "E" else { return nil }
    var end = start + 1
    let sign = character(at: end)
    if let sign, "+-−".contains(sign) { end += 1 }
    let count = length(from: min(end, source.count)) { $0.isASCIIDigit }
    let digits = source[min(end, source.count)...].prefix(count).map(\.character)
    guard count > 0, let size = Int(String(digits)) else { return nil }
    return (sign == "-" || sign == "−" ? -size : size, end + count - start)
  }

  /// The digits of a number with its point moved: `1.5` by −3 is `0.0015`.
  private static func shifted(_ digits: String, by power: Int) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    if power >= 0 {
      let padded = fraction + String(repeating: "0", count: max(0, power - fraction.count))
      let rest = padded.dropFirst(power)
      return whole + padded.prefix(power) + (rest.isEmpty ? "" : "." + rest)
    }
    let padded = String(repeating: "0", count: max(0, 1 - power - whole.count)) + whole
    return padded.dropLast(-power) + "." + padded.suffix(-power) + fraction
  }
}
