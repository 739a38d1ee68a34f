/// One piece of plain text.
struct PlainToken: Hashable {
  enum Kind: Hashable {
    case word(String)
    case number(String)
    case sign(String)
  }

  var kind: Kind
  var range: Range<Int>
  var followsSpace: Bool

  private static let longSigns = ["||", "<=", ">=", "!=", "~=", "==", ":=", "->"]
  private static let shortSigns: Set<Character> = [
    "+", "-", "*", "/", "^", "_", "(", ")", "[", "]", "{", "}", ",", "=", "<", ">", "|", "'", "~",
  ]
  /// Signs that keyboards and other programs put in the place of the plain ones.
  private static let variants: [Character: String] = [
    "−": "-", "－": "-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=",
    "（": "(", "）": ")", "，": ",", "∑": "sum", "∏": "prod", "∂": "d",
  ]

  private static let largestExponent = 400

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

  static func tokens(of source: String) throws(FormulaDiagnostic) -> [PlainToken] {
    guard source.utf8.count <= NotationParser.longestSource else {
      throw FormulaDiagnostic(
        "this is longer than \(NotationParser.longestSource) bytes", range: 0..<source.utf8.count)
    }
    var tokens: [PlainToken] = []
    let characters = Array(source)
    var position = 0
    var offset = 0
    var followsSpace = false
    func take(_ count: Int, _ kind: Kind) {
      let length = characters[position..<(position + count)].reduce(0) { $0 + $1.utf8.count }
      tokens.append(
        PlainToken(kind: kind, range: offset..<(offset + length), followsSpace: followsSpace))
      position += count
      offset += length
      followsSpace = false
    }
    /// The `e-3` that follows a number's digits.
    func exponent(at start: Int) -> (value: Int, length: Int)? {
      guard start < characters.count, "eE".contains(characters[start]) else { return nil }
      var end = start + 1
      if end < characters.count, "+-−".contains(characters[end]) { end += 1 }
      let first = end
      while end < characters.count, characters[end].isASCIIDigit { end += 1 }
      guard end > first, let size = Int(String(characters[first..<end])) else { return nil }
      let isNegative = "-−".contains(characters[start + 1])
      return (isNegative ? -size : size, end - start)
    }
    while position < characters.count {
      let character = characters[position]
      let two = String(characters[position..<min(position + 2, characters.count)])
      if character.isWhitespace {
        followsSpace = true
        offset += character.utf8.count
        position += 1
      } else if character.isASCIIDigit || character == "." {
        let end = characters[position...].firstIndex { !$0.isASCIIDigit && $0 != "." }
        let digits = String(characters[position..<(end ?? characters.count)])
        guard digits.filter({ $0 == "." }).count < 2, digits != "." else {
          throw FormulaDiagnostic(
            "\(digits) is not a number", range: offset..<(offset + digits.utf8.count))
        }
        if let power = exponent(at: position + digits.count) {
          // 1.5e-3, as programs write it; spelt out, since LaTeX has no such number.
          guard abs(power.value) <= largestExponent else {
            throw FormulaDiagnostic(
              "this exponent is beyond \(largestExponent)",
              range: offset..<(offset + digits.utf8.count + power.length))
          }
          take(digits.count + power.length, .number(shifted(digits, by: power.value)))
        } else {
          take(digits.count, .number(digits))
        }
      } else if let variant = variants[character] {
        take(1, variant.first?.isLetter == true ? .word(variant) : .sign(variant))
      } else if character.isLetter {
        let end = characters[position...].firstIndex { !$0.isLetter }
        let word = String(characters[position..<(end ?? characters.count)])
        take(word.count, .word(word))
      } else if longSigns.contains(two) {
        take(2, .sign(two))
      } else if shortSigns.contains(character) {
        take(1, .sign(String(character)))
      } else {
        throw FormulaDiagnostic(
          "\(character) has no meaning in plain form",
          suggestion: "letters, digits, + - * / ^ _ ( ) [ ] , = < >",
          range: offset..<(offset + character.utf8.count))
      }
    }
    return tokens
  }
}
