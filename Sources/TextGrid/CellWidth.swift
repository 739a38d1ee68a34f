/// The columns a grapheme takes on a canvas: 0 for marks and format characters alone, 2 for East
/// Asian wide ones and emoji, else 1.
///
/// A tab counts as one blank; other control characters take nothing and are never drawn. The C
/// library's `wcwidth` depends on the locale; this does not, so screens and tests agree.
public func cellWidth(of character: Character) -> Int {
  // ASCII is nearly everything: spare it the tables.
  if let ascii = character.asciiValue {
    // A character's ASCII value of "\r\n" is that of its line feed.
    return (0x20..<0x7F).contains(ascii) || ascii == 0x09 ? 1 : 0
  }
  let scalars = character.unicodeScalars
  if let only = scalars.first, scalars.count == 1 {
    return isRegionalIndicator(only) ? 1 : cellWidth(of: only)
  }
  return glyphs(of: character).reduce(0) { $0 + $1.width }
}

/// The columns of a whole text.
public func cellWidth(of text: String) -> Int { width(of: text) }

/// The columns of a part of a text.
public func cellWidth(of text: Substring) -> Int { width(of: text) }

private func width(of text: some StringProtocol) -> Int {
  let bytes = text.utf8
  // What is drawn of ASCII takes a column a byte.
  if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return bytes.count }
  if text.unicodeScalars.allSatisfy(standsAlone) {
    return text.unicodeScalars.reduce(0) { $0 + cellWidth(of: $1) }
  }
  return text.reduce(0) { $0 + cellWidth(of: $1) }
}

/// Whether a scalar is a whole character beside any other of the kind, so that nobody has to look
/// where characters begin: printed ASCII and Latin, Greek letters, punctuation, and what is drawn.
private func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x391...0x3C9, 0x2010...0x2027, 0x2030...0x205E:
    true
  default: isDrawing(scalar)
  }
}

func cellWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 {
    let isDrawn = (0x20..<0x7F).contains(value) || (value >= 0xA0 && value != 0xAD)
    return isDrawn || value == 0x09 ? 1 : 0
  }
  // Arrows, mathematical signs, lines and blocks: no marks among them.
  if isDrawing(scalar) { return WideScalars.contains(value) ? 2 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .lineSeparator,
    .paragraphSeparator:
    return 0
  default:
    // Jungseong and jongseong join the syllable before them; Hangul fillers are never seen.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return 0 }
    if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
    return WideScalars.contains(value) ? 2 : 1
  }
}

/// Whether a scalar is in the blocks from Arrows to Miscellaneous Symbols and Arrows, of which a
/// screen of formulas and bars is full.
func isDrawing(_ scalar: Unicode.Scalar) -> Bool { (0x2190...0x2BFF).contains(scalar.value) }
