import Notation
import TextGrid
import Typesetting

/// Typesets a tree in two dimensions and on one row, in every tier, wide and impossibly narrow.
func checkPictures(of notation: Notation) {
  for tier in GlyphTier.allCases {
    for width in [1, 12, 60] {
      let options = TypesettingOptions(tier: tier, width: width, compactScripts: width != 12)
      check(typeset(notation, options), tier)
    }
    let inline = typesetInline(notation, TypesettingOptions(tier: tier))
    precondition(inline.height == 1)
    check(inline, tier)
  }
}

private func check(_ picture: Picture, _ tier: GlyphTier) {
  precondition(picture.rows.indices.contains(picture.baseline))
  for row in picture.rows {
    precondition(row.count == picture.width)
    for glyph in row {
      precondition(!glyph.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
      precondition(tier == .unicode || glyph.text.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
