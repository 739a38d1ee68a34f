extension Key {
  /// The key as a command, whatever input method is on: the two-set jamo become the letters on the
  /// same physical keys, full-width signs their ASCII forms.
  public var normalized: Key {
    guard case .character(let character) = self else { return self }
    return .character(plainCharacter(character))
  }
}

/// The ASCII character that an input method's character stands for on the keyboard: `ㅂ` is `q`,
/// `？` is `?`, and the signs of numbers `−`, `－`, `．`, `。` and `３` are theirs.
public func plainCharacter(_ character: Character) -> Character {
  if character.isASCII { return character }
  if let letter = twoSetJamo[character] { return letter }
  switch character {
  case "。": return "."
  case "\u{3000}": return " "
  case "−", "–": return "-"
  // The keys of the square brackets.
  case "【", "「": return "["
  case "】", "」": return "]"
  default: break
  }
  guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
    (0xFF01...0xFF5E).contains(scalar.value),
    let plain = Unicode.Scalar(scalar.value - 0xFF01 + 0x21)
  else { return character }
  return Character(plain)
}

private let twoSetJamo: [Character: Character] = {
  var table: [Character: Character] = [:]
  let rows = [
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop"), ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl"), ("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm"),
    // With Shift these have signs of their own.
    ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
  ]
  for (jamo, letters) in rows {
    for (from, to) in zip(jamo, letters) { table[from] = to }
  }
  return table
}()
