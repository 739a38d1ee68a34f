import TextGrid

/// How roles look: colours and attributes, with tables for 256 colours on dark and on light, for
/// 8 colours, and for none.
///
/// The 256-colour palette was found by search over the fixed cube: it keeps the six quantities apart
/// for every kind of colour vision (smallest CIE76 ΔE 27.5 on dark, 26.3 on light, under normal,
/// deutan, protan and tritan vision) at a contrast of 4.5 : 1 or more. A word, a sign or a glyph
/// always says the same as the colour. Colours 0 to 15 are the user's to change, so the palette has
/// none of them; bright black and plain blue, unreadable on many screens, are no content's colour.
struct Theme: Hashable, Sendable {
  enum Depth: Hashable, Sendable { case colors256, colors8, monochrome }

  /// Colour numbers of the terminal, −1 for its own, and what is added to the emphasis.
  struct Look: Hashable, Sendable {
    var foreground = -1
    var background = -1
    var emphasis: Emphasis = []
  }

  var depth: Depth
  var isLight: Bool

  func look(of style: Style) -> Look {
    var look = look(of: style.role)
    look.emphasis.formUnion(style.emphasis)
    return look
  }

  func look(of role: Role) -> Look {
    switch role {
    case .heat(let level): return heat(min(max(level, -3), 3))
    // Code is often a list of numbers: a colour would make a quantity of it.
    case .heading, .code: return Look(emphasis: .bold)
    // A rule under the row, in the colour of what is not content.
    case .title: return Look(foreground: look(of: .frame).foreground, emphasis: .underline)
    default: break
    }
    switch depth {
    case .colors256:
      return Look(foreground: color256(role), emphasis: role == .warning ? .bold : [])
    // On a light background 8 colours are too pale: only attributes are used there.
    case .colors8 where !isLight: return Look(foreground: color8(role), emphasis: emphasis8(role))
    case .colors8, .monochrome: return Look(emphasis: monochrome(role))
    }
  }

  private func color256(_ role: Role) -> Int {
    switch role {
    case .scores, .link: return isLight ? 19 : 69
    case .probabilities: return isLight ? 130 : 214
    case .target, .good: return isLight ? 29 : 43
    case .sum: return isLight ? 53 : 133
    case .loss, .bad, .warning: return isLight ? 88 : 167
    case .gradient: return isLight ? 163 : 228
    // 244 on white would be 3.9 : 1.
    case .dim, .frame, .keys: return isLight ? 243 : 245
    case .body, .heading, .title, .code, .heat: return -1
    }
  }

  private func color8(_ role: Role) -> Int {
    switch role {
    case .scores, .link: return 6
    case .probabilities: return 3
    case .target, .good: return 2
    case .sum: return 5
    case .loss, .bad, .warning: return 1
    case .gradient: return 7
    case .body, .dim, .frame, .keys, .heading, .title, .code, .heat: return -1
    }
  }

  private func emphasis8(_ role: Role) -> Emphasis {
    switch role {
    case .loss, .bad, .warning, .gradient: return .bold
    case .dim, .frame, .keys: return .dim
    default: return []
    }
  }

  private func monochrome(_ role: Role) -> Emphasis {
    switch role {
    case .probabilities, .loss, .bad, .warning: return .bold
    case .target, .link: return .underline
    case .gradient: return [.bold, .underline]
    default: return []
    }
  }

  /// Blue – grey – orange; text black or white, whichever reads better. Few colours have only the
  /// ends, none at all the attributes. The number with its sign stands in the cell in any case.
  private func heat(_ level: Int) -> Look {
    switch depth {
    case .colors256:
      let backgrounds = [25, 67, 110, 250, 216, 209, 166]
      return Look(foreground: level == -3 ? 231 : 16, background: backgrounds[level + 3])
    case .colors8 where abs(level) >= 2:
      return level < 0 ? Look(foreground: 7, background: 4) : Look(foreground: 0, background: 3)
    case .colors8: return Look()
    case .monochrome: return Look(emphasis: level >= 2 ? .bold : level <= -2 ? .underline : [])
    }
  }
}
