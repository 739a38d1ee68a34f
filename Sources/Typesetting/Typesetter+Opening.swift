import Notation
import TextGrid

/// Atoms taken apart, so that a line may break inside them.
extension Typesetter {
  /// A fence as its delimiters and what is between, one level deeper; a fraction narrowed to `width`.
  func opened(_ atom: Atom, width: Int) -> [Atom] {
    if case .fraction(let upper, let lower) = atom.notation.kind, width >= 10 {
      return [narrowed(atom, upper, lower, width: width)]
    }
    guard case .fence(let open, let body, let close, _) = atom.notation.kind,
      atom.box.lines.isEmpty,
      atom.box.width > 8
    else { return [atom] }
    let context = Context()
    var inner = atoms(flat(body), context)
    guard inner.count > 1 else { return [atom] }
    let ascent = atom.isTallFence ? inner.map(\.box.baseline).max() ?? 0 : 0
    let descent = atom.isTallFence ? inner.map(\.box.descent).max() ?? 0 : 0
    for index in inner.indices { inner[index].level = atom.level + 1 }
    func sign(_ delimiter: Delimiter, _ atomClass: Symbol.AtomClass) -> Atom {
      var sign = Atom(
        fence(delimiter, ascent: ascent, descent: descent, atom.notation, context), atomClass,
        Notation(.delimiter(delimiter), range: atom.notation.range, id: atom.notation.id))
      sign.level = atom.level
      sign.isTallFence = atom.isTallFence
      sign.isDrawing = atom.isDrawing
      return sign
    }
    return (open.map { [sign($0, .opening)] } ?? []) + inner
      + (close.map { [sign($0, .closing)] } ?? [])
  }

  /// A fraction whose numerator and denominator are broken themselves.
  private func narrowed(_ atom: Atom, _ upper: Notation, _ lower: Notation, width: Int) -> Atom {
    let context = Context(style: .text)
    func part(_ node: Notation) -> Box {
      let lines = breakLines(
        atoms(flat(node), context), width: max(10, width), hang: 2, opensUp: false)
      return stackBroken(lines, context, node.id)
    }
    var atom = atom
    atom.box = stackedFraction(part(upper), part(lower), atom.notation, context)
    return atom
  }

  /// A text as its words, with a place to break before each but the first.
  func exploded(_ atom: Atom) -> [Atom] {
    guard case .text = atom.notation.kind, atom.box.height == 1 else { return [atom] }
    var words: [Atom] = []
    var glyphs: [Picture.Glyph] = []
    var blank = false
    func close() {
      guard !glyphs.isEmpty else { return }
      var word = Atom(Box(glyphs), .ordinary, atom.notation)
      word.followsTextBlank = blank
      word.isWordy = true
      words.append(word)
      glyphs = []
      blank = false
    }
    for glyph in atom.box.rows[0] {
      if glyph.text == " " {
        close()
        var space = Atom(Box([glyph]), .ordinary, atom.notation)
        space.isSpace = true
        words.append(space)
        blank = true
      } else {
        // Wide characters break anywhere but before closing punctuation.
        if glyph.text.first.map({ cellWidth(of: $0) == 2 && !"。，、；：！？）」』".contains($0) }) == true {
          close()
          blank = true
        }
        glyphs.append(glyph)
      }
    }
    close()
    return words
  }
}
