/// The columns a terminal gives to a grapheme: 0 for marks and format characters alone, 2 for East
/// Asian wide ones and emoji, else 1.
///
/// The C library's `wcwidth` depends on the locale; this does not, so screens and tests agree.
public func cellWidth(of character: Character) -> Int {
  // ASCII is nearly everything: spare it the tables.
  if let ascii = character.asciiValue { return ascii >= 0x20 && ascii != 0x7F ? 1 : 0 }
  var width = 0
  for scalar in character.unicodeScalars {
    // VS16 asks for the emoji form, which is wide.
    if scalar.value == 0xFE0F, width == 1,
      character.unicodeScalars.first?.properties.isEmoji == true
    {
      return 2
    }
    width = max(width, cellWidth(of: scalar))
  }
  return width
}

/// The columns of a whole text.
public func cellWidth(of text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + cellWidth(of: $1) }
}

func cellWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .lineSeparator,
    .paragraphSeparator:
    return 0
  default:
    // Jungseong and jongseong join the syllable before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    return WideScalars.contains(value) ? 2 : 1
  }
}
