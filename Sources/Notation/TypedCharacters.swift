/// Signs as keyboards, input methods, screens and other programs write them, put into the ones that
/// a formula is written with: `（` is `(`, `–` a minus, `p₁` is `p_{1}`.
enum TypedCharacters {
  /// A source with its typed signs replaced; nil where there are none, as in most.
  static func replaced(in characters: [Character]) -> [PlacedCharacter]? {
    guard characters.contains(where: isReplaced) else { return nil }
    var placed: [PlacedCharacter] = []
    placed.reserveCapacity(characters.count + 8)
    var offset = 0
    var script: Character?
    for character in characters {
      let range = offset..<(offset + character.utf8.count)
      offset = range.upperBound
      func add(_ sign: Character, written: Character?) {
        placed.append(PlacedCharacter(sign, written: written, at: range))
      }
      let (mark, plain) = smallForm(of: character)
      if mark != script {
        let edge = range.lowerBound..<range.lowerBound
        if script != nil {
          placed.append(PlacedCharacter("}", at: edge))
        }
        if let mark {
          for sign in [mark, "{"] {
            placed.append(PlacedCharacter(sign, at: edge))
          }
        }
        script = mark
      }
      if let plain {
        add(plain, written: character)
      } else if let primes = primes[character] {
        for number in 0..<primes { add("'", written: number == 0 ? character : nil) }
      } else {
        add(sign(for: character) ?? character, written: character)
      }
    }
    if script != nil {
      placed.append(PlacedCharacter("}", at: offset..<offset))
    }
    return placed
  }

  /// A sign that only looks like the one that is meant, so that others would not draw it so.
  static func isSlip(_ character: Character) -> Bool {
    dashes.contains(character) || fullWidth(character) != nil
  }

  private static func isReplaced(_ character: Character) -> Bool {
    guard !character.isASCII else { return false }
    return sign(for: character) != nil || primes[character] != nil
      || smallForm(of: character).plain != nil
  }

  /// `_` and `1` for `₁`.
  private static func smallForm(of character: Character) -> (mark: Character?, plain: Character?) {
    guard !character.isASCII else { return (nil, nil) }
    if let plain = ScriptCharacters.lowered[character] { return ("_", plain) }
    if let plain = ScriptCharacters.raised[character] { return ("^", plain) }
    return (nil, nil)
  }

  private static func sign(for character: Character) -> Character? {
    guard !character.isASCII else { return nil }
    if dashes.contains(character) { return "-" }
    return signs[character] ?? fullWidth(character)
  }

  private static let dashes: Set<Character> = ["–", "—", "‐", "‑", "‒", "―", "﹣", "－", "➖"]

  private static let primes: [Character: Int] = [
    "′": 1, "’": 1, "ʹ": 1, "＇": 1, "″": 2, "‴": 3,
  ]

  /// Other characters for the same sign.
  private static let signs: [Character: Character] = [
    "⋅": "·", "∙": "·", "・": "·", "‧": "·", "･": "·", "⁎": "∗", "✕": "×", "✖": "×", "⨯": "×",
    "∕": "/", "⁄": "/", "➗": "÷", "➕": "+", "∣": "|", "∥": "‖", "⩽": "≤", "⩾": "≥", "≦": "≤",
    "≧": "≥", "\u{3008}": "⟨", "\u{3009}": "⟩", "µ": "μ", "∆": "Δ", "ϴ": "Θ",
    "𝜕": "∂", "𝛁": "∇", "～": "∼", "〜": "∼", "、": ",", "。": ".", "｡": ".", "､": ",", "！": "!",
    "【": "[", "】": "]", "﹦": "=", "﹢": "+", "﹙": "(", "﹚": ")", "∶": ":",
  ]

  /// The ASCII sign of one that fills two columns, as East Asian input methods write it. Those that
  /// mean something to TeX stay what they are.
  private static func fullWidth(_ character: Character) -> Character? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value), let ascii = UnicodeScalar(scalar.value - 0xFEE0),
      !"\\%#&$~".unicodeScalars.contains(ascii)
    else { return nil }
    return Character(ascii)
  }
}
