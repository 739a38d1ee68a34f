/// Text between the two marks of a bracketed paste.
struct Paste: Hashable {
  private(set) var text = ""
  /// What came after an Esc: the end mark in pieces, or a sequence that is left out.
  private var sequence: String?
  private var count = 0

  /// Takes one unit in; true at the end of the paste.
  mutating func take(_ unit: KeyDecoder.Unit) -> Bool {
    switch unit {
    case .pasteEnd: return true
    case .pasteStart, .key: return false
    case .scalar(let scalar):
      if let begun = sequence { return take(scalar, after: begun) }
      if scalar == "\u{1B}" { sequence = "" } else { append(scalar) }
      return false
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, after begun: String) -> Bool {
    if begun.isEmpty, scalar != "[" {
      sequence = nil
      append(scalar)
      return false
    }
    let whole = begun + String(scalar)
    let isOver = !begun.isEmpty && !(0x20...0x3F).contains(scalar.value)
    sequence = isOver || whole.utf8.count > 16 ? nil : whole
    return whole == "[201~"
  }

  /// Line breaks and tabs are spaces: a field is one line. Other control and format characters are
  /// left out.
  private mutating func append(_ scalar: Unicode.Scalar) {
    guard count < KeyDecoder.longestPaste else { return }
    switch scalar.properties.generalCategory {
    case .control where [0x09, 0x0A, 0x0D, 0x85].contains(scalar.value): text += " "
    case .lineSeparator, .paragraphSeparator: text += " "
    case .control, .format, .surrogate: return
    default: text.unicodeScalars.append(scalar)
    }
    count += 1
  }
}
