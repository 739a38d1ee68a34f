/// What stands in one cell, or in two: a spacing character with its marks.
///
/// A grapheme is not always one of these. Where terminals, the C library and the fonts disagree
/// about its width, it is taken apart into what they agree about:
///
/// - an emoji joined of several shows the first of them; skin tones go
/// - regional indicators show as their letters, as terminals without flags do
/// - a narrow sign that asks for its emoji form keeps its text form, and a blank beside it
/// - conjoining jamo become the syllable they spell
struct Glyph: Hashable {
  var text: String
  var width: Int

  /// ncurses keeps five wide characters in a cell (`CCHARW_MAX`): the base and four marks.
  static let mostMarks = 4
}

/// The cells of a grapheme; empty if it is a mark, or a control or format character, alone.
func glyphs(of character: Character) -> [Glyph] {
  let scalars = Array(character.unicodeScalars)
  if scalars.count == 1 { return glyph(of: scalars[0]).map { [$0] } ?? [] }
  if let syllable = composed(scalars) { return [Glyph(text: String(syllable), width: 2)] }
  var result: [Glyph] = []
  var isJoined = false
  var marks = 0
  for scalar in scalars {
    switch scalar.value {
    case 0x200D: isJoined = true
    // VS16 asks for the emoji form of what stands before it.
    case 0xFE0F:
      if result.count == 1, result[0].width == 1, scalars[0].properties.isEmoji {
        result.append(Glyph(text: " ", width: 1))
      }
    case 0x1F3FB...0x1F3FF where !result.isEmpty: continue
    default:
      if isDrawnMark(scalar) {
        guard let base = result.indices.first, result[base].width == 1, marks < Glyph.mostMarks
        else { continue }
        result[base].text.unicodeScalars.append(scalar)
        marks += 1
      } else if let glyph = glyph(of: scalar), !isJoined {
        result.append(glyph)
      }
    }
  }
  return result
}

/// nil for what takes no cell of its own.
private func glyph(of scalar: Unicode.Scalar) -> Glyph? {
  let width = cellWidth(of: scalar)
  guard width > 0 else { return nil }
  if isDrawing(scalar) { return Glyph(text: String(scalar), width: width) }
  switch scalar.properties.generalCategory {
  // Any blank is a blank on a grid; a tab was one column wide in the layout already.
  case .spaceSeparator, .control: return Glyph(text: width == 2 ? "\u{3000}" : " ", width: width)
  default: break
  }
  if let letter = regionalLetter(scalar) { return Glyph(text: letter, width: 1) }
  return Glyph(text: String(scalar), width: width)
}

private func regionalLetter(_ scalar: Unicode.Scalar) -> String? {
  guard isRegionalIndicator(scalar) else { return nil }
  return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { String($0) }
}

func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F1E6...0x1F1FF).contains(scalar.value)
}

/// Marks that join the cell before them; selectors of a variant are not drawn.
func isDrawnMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return !scalar.properties.isVariationSelector
  default: return false
  }
}

/// The Hangul syllable that two or three conjoining jamo spell (Unicode Standard, §3.12).
private func composed(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
  let values = scalars.map(\.value)
  guard (2...3).contains(values.count) else { return nil }
  if (0xAC00...0xD7A3).contains(values[0]) {
    guard values.count == 2, (values[0] - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(values[1])
    else { return nil }
    return Unicode.Scalar(values[0] + values[1] - 0x11A7)
  }
  guard (0x1100...0x1112).contains(values[0]), (0x1161...0x1175).contains(values[1]) else {
    return nil
  }
  let open = 0xAC00 + ((values[0] - 0x1100) * 21 + values[1] - 0x1161) * 28
  if values.count == 2 { return Unicode.Scalar(open) }
  guard (0x11A8...0x11C2).contains(values[2]) else { return nil }
  return Unicode.Scalar(open + values[2] - 0x11A7)
}
