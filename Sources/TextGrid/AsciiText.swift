/// The text in ASCII: every sign this course uses has a spelling, anything else becomes `?`.
///
/// Words grow (`→` becomes `->`), so whole strings are rewritten before they are laid out. A
/// spelling of letters keeps away from letters and digits beside it (`∇L` is `grad L`), a run of
/// raised or lowered characters shares one mark (`10⁻³` is `10^-3`, `zᵢ₊₁` is `z_(i+1)`).
public func asciiText(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var writer = AsciiWriter()
  for character in text { writer.write(character) }
  return writer.finish()
}

private struct AsciiWriter {
  private var result = ""
  private var script = ""
  private var scriptMark: Character?
  /// A word such as `grad` was written last: a letter or digit after it stands apart.
  private var endsInWord = false

  mutating func write(_ character: Character) {
    if let (mark, plain) = AsciiSpellings.scripts[character] {
      if scriptMark != mark { closeScript() }
      scriptMark = mark
      script.append(plain)
      return
    }
    closeScript()
    if let spelling = AsciiSpellings.signs[character] {
      append(spelling, isWord: spelling.count > 1 && spelling.allSatisfy(\.isLetter))
    } else if character.isASCII {
      append(String(character), isWord: false)
    } else {
      append(AsciiSpellings.accented[character] ?? unaccented(character), isWord: false)
    }
  }

  private mutating func append(_ text: String, isWord: Bool) {
    guard let first = text.first else { return }
    let touches = first.isLetter || first.isNumber
    let needsGap = isWord ? result.last?.isLetter ?? false : endsInWord
    if touches && needsGap { result += " " }
    result += text
    endsInWord = isWord
  }

  private mutating func closeScript() {
    guard let mark = scriptMark else { return }
    let signed = script.first.map { "+-".contains($0) } ?? false
    let isOneThing = script.dropFirst(signed ? 1 : 0).allSatisfy { $0.isLetter || $0.isNumber }
    let isBracketed = script.first == "(" && script.last == ")"
    result += String(mark) + (isOneThing || isBracketed ? script : "(\(script))")
    script = ""
    scriptMark = nil
    endsInWord = false
  }

  mutating func finish() -> String {
    closeScript()
    return result
  }

  /// An ASCII base keeps its place when its marks have no spelling.
  private func unaccented(_ character: Character) -> String {
    guard let first = character.unicodeScalars.first else { return "" }
    if first.isASCII { return String(first) }
    return cellWidth(of: character) == 0 ? "" : "?"
  }
}
