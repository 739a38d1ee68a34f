import Lessons
import Notation
import TextGrid
import Typesetting

extension Model {
  /// The roles of the course's names: the same colour for a name in every formula and panel.
  static let symbolRoles: [String: Role] = [
    "z": .scores, "p": .probabilities, "q": .probabilities, "Q": .probabilities, "y": .target,
    "P": .target, "S": .sum, "L": .loss, "H": .loss, "D_{KL}": .gradient,
  ]

  private static let typesetting = TypesettingOptions(roles: symbolRoles)

  func typesetting(width: Int) -> TypesettingOptions {
    var options = Self.typesetting
    options.tier = tier
    options.width = max(1, width)
    return options
  }

  /// A formula in a sentence: one row, kept together.
  func inlineRuns(_ formula: Formula, _ style: Style) -> [StyledRun] {
    let picture = formula.inlinePicture(typesetting(width: 400))
    var runs: [StyledRun] = []
    for glyph in picture.rows.first ?? [] where !glyph.text.isEmpty {
      let glyphStyle =
        glyph.style.role == .body ? Style(style.role, glyph.style.emphasis) : glyph.style
      if let last = runs.indices.last, runs[last].style == glyphStyle {
        runs[last].text += glyph.text
      } else {
        runs.append(StyledRun(glyph.text, style: glyphStyle, isUnbreakable: true))
      }
    }
    return runs
  }
}
