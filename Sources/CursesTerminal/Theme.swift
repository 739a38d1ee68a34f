import TextGrid

/// How roles look: colours and attributes, with tables for 256 colours on dark and on light, for
/// 8 colours, and for none.
///
/// The 256-colour palette keeps the roles apart for every kind of colour vision; a word, a sign or
/// a glyph always says the same as the colour.
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
    if case .heat(let level) = role { return heat(level) }
    if let bar = bars(role) { return bar }
    switch depth {
    case .colors256: return Look(foreground: color256(role), emphasis: plainEmphasis(role))
    case .colors8:
      return Look(foreground: color8(role), emphasis: emphasis8(role).union(plainEmphasis(role)))
    case .monochrome: return Look(emphasis: monochrome(role).union(plainEmphasis(role)))
    }
  }

  /// The title stands out by reverse video in every theme.
  private func bars(_ role: Role) -> Look? {
    switch role {
    case .title: return Look(emphasis: [.reverse])
    default: return nil
    }
  }

  private func plainEmphasis(_ role: Role) -> Emphasis {
    role == .heading || role == .warning ? .bold : []
  }

  private func color256(_ role: Role) -> Int {
    switch role {
    case .scores: return isLight ? 19 : 69
    case .probabilities: return isLight ? 130 : 214
    case .target: return isLight ? 29 : 43
    case .sum: return isLight ? 53 : 133
    case .loss, .bad, .warning: return isLight ? 88 : 167
    case .gradient: return isLight ? 235 : 228
    case .good: return isLight ? 29 : 43
    case .dim, .frame, .keys: return isLight ? 240 : 245
    case .code: return isLight ? 53 : 133
    case .link: return isLight ? 19 : 69
    case .body, .heading, .title, .status, .heat: return -1
    }
  }

  /// On a light background 8 colours are too pale: only attributes are used there.
  private func color8(_ role: Role) -> Int {
    guard !isLight else { return -1 }
    switch role {
    case .scores, .link: return 6
    case .probabilities: return 3
    case .target, .good: return 2
    case .sum, .code: return 5
    case .loss, .bad, .warning: return 1
    case .gradient: return 7
    case .body, .dim, .frame, .keys, .heading, .title, .status, .heat: return -1
    }
  }

  private func emphasis8(_ role: Role) -> Emphasis {
    if isLight { return monochrome(role) }
    switch role {
    case .loss, .gradient: return .bold
    case .dim, .frame: return .dim
    default: return []
    }
  }

  private func monochrome(_ role: Role) -> Emphasis {
    switch role {
    case .probabilities, .loss: return .bold
    case .target, .link: return .underline
    case .gradient: return [.bold, .underline]
    case .dim, .frame: return .dim
    default: return []
    }
  }

  /// Blue – grey – orange, the sign written in the cell whatever the colour.
  private func heat(_ level: Int) -> Look {
    let step = min(max(level, -3), 3)
    guard depth == .colors256 else {
      return Look(emphasis: step > 1 ? .bold : step < -1 ? .dim : [])
    }
    let backgrounds = [25, 67, 110, 250, 216, 209, 166]
    return Look(foreground: step == -3 ? 231 : 16, background: backgrounds[step + 3])
  }
}
