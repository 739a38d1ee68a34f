import Foundation
import Testing
import TextGrid

@testable import CursesTerminal

@Suite("Themes")
struct ThemeTests {
  static let quantities: [Role] = [.scores, .probabilities, .target, .sum, .loss, .gradient]

  /// Colour `number` of the 256 as linear light, by xterm's fixed cube and grey ramp.
  private func luminance(_ number: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let channels: [Int] =
      number >= 232
      ? Array(repeating: 8 + 10 * (number - 232), count: 3)
      : [steps[(number - 16) / 36], steps[(number - 16) / 6 % 6], steps[(number - 16) % 6]]
    let linear = channels.map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    pow(base, exponent)
  }

  /// Contrast by WCAG 2 (§1.4.3) of two of the 256 colours.
  private func contrast(_ one: Int, _ other: Int) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test(
    "text has a contrast of at least 4.5 : 1 on the background it is for",
    arguments: Role.all, [true, false])
  func contrast(role: Role, isLight: Bool) {
    let look = Theme(depth: .colors256, isLight: isLight).look(of: role)
    guard look.foreground >= 0 else { return }
    // 16 is black and 231 white in the fixed cube.
    let background = look.background >= 0 ? look.background : isLight ? 231 : 16
    #expect(contrast(look.foreground, background) >= 4.5, "\(role): \(look)")
  }

  @Test("no two quantities share a colour", arguments: [true, false])
  func distinct(isLight: Bool) {
    let theme = Theme(depth: .colors256, isLight: isLight)
    let looks = Self.quantities.map { theme.look(of: $0).foreground }
    #expect(Set(looks).count == looks.count)
  }

  @Test(
    "with 256 colours the palette is fixed: no colour that a user's theme changes",
    arguments: Role.all, [true, false])
  func fixedColors(role: Role, isLight: Bool) {
    let look = Theme(depth: .colors256, isLight: isLight).look(of: role)
    #expect(!(0..<16).contains(look.foreground) && !(0..<16).contains(look.background))
  }

  @Test("8 colours are never blue text, and on a light background only attributes")
  func eightColors() {
    for role in Role.all {
      let dark = Theme(depth: .colors8, isLight: false).look(of: role)
      #expect(dark.foreground != 4 && dark.foreground < 8 && dark.background < 8, "\(role)")
      if case .heat = role { continue }
      #expect(Theme(depth: .colors8, isLight: true).look(of: role).foreground == -1, "\(role)")
    }
  }

  @Test("without colours nothing is coloured", arguments: Role.all)
  func monochrome(role: Role) {
    let look = Theme(depth: .monochrome, isLight: false).look(of: role)
    #expect(look.foreground == -1 && look.background == -1)
  }

  /// Roles that stand beside each other where the difference says something no word says again.
  static let touching: [(Role, Role)] =
    [.probabilities, .target, .loss, .gradient, .heading, .title, .link, .bad, .warning]
    .map { (.body, $0) } + [
      (.scores, .probabilities), (.scores, .target), (.probabilities, .target),
      (.probabilities, .gradient), (.target, .gradient), (.loss, .gradient), (.sum, .probabilities),
      (.good, .bad), (.title, .heading), (.heat(-3), .heat(0)),
      (.heat(0), .heat(3)), (.heat(-3), .heat(3)),
    ]

  @Test("roles that touch look different, with and without colours", arguments: touching)
  func touchingRoles(one: Role, other: Role) {
    for depth in [Theme.Depth.colors256, .colors8, .monochrome] {
      for isLight in [true, false] {
        let theme = Theme(depth: depth, isLight: isLight)
        #expect(theme.look(of: one) != theme.look(of: other), "\(depth), light: \(isLight)")
      }
    }
  }

  @Test("NO_COLOR keeps bold, underline and reverse")
  func emphasisStays() {
    let theme = Theme(depth: .monochrome, isLight: false)
    let look = theme.look(of: Style(.scores, [.bold, .underline, .reverse]))
    #expect(look.emphasis == [.bold, .underline, .reverse])
  }

  @Test("the flag wins over NO_COLOR, NO_COLOR over terminfo; an empty NO_COLOR is none")
  func colorChoice() {
    func depth(_ use: TerminalOptions.ColorUse, _ environment: [String: String]) -> Theme.Depth {
      Theme.choose(
        options: TerminalOptions(color: use), colors: 256, environment: environment
      ).depth
    }
    #expect(depth(.auto, [:]) == .colors256)
    #expect(depth(.auto, ["NO_COLOR": "1"]) == .monochrome)
    #expect(depth(.auto, ["NO_COLOR": ""]) == .colors256)
    #expect(depth(.always, ["NO_COLOR": "1"]) == .colors256)
    #expect(depth(.never, [:]) == .monochrome)
    #expect(depth(.auto, ["TERM": "dumb"]) == .monochrome)
    #expect(depth(.always, ["TERM": "dumb"]) == .colors256)
  }

  @Test(
    "terminfo's colours choose the table",
    arguments: [
      (0, Theme.Depth.monochrome), (-1, .monochrome), (8, .colors8), (88, .colors8),
      (256, .colors256), (1 << 24, .colors256),
    ])
  func depth(colors: Int, depth: Theme.Depth) {
    let theme = Theme.choose(options: TerminalOptions(), colors: colors, environment: [:])
    #expect(theme.depth == depth)
  }

  @Test("--theme wins over COLORFGBG")
  func themeFlag() {
    for (flag, isLight) in [(TerminalOptions.Background.dark, false), (.light, true)] {
      let theme = Theme.choose(
        options: TerminalOptions(background: flag), colors: 256,
        environment: ["COLORFGBG": isLight ? "15;0" : "0;15"])
      #expect(theme.isLight == isLight)
    }
  }

  @Test(
    "COLORFGBG tells the background",
    arguments: [("0;15", true), ("15;0", false), ("0;default;15", true), ("", false), ("x", false)])
  func background(value: String, isLight: Bool) {
    let theme = Theme.choose(
      options: TerminalOptions(), colors: 256, environment: ["COLORFGBG": value])
    #expect(theme.isLight == isLight)
  }

  @Test(
    "ASCII where the codeset, the terminal or the reader asks for it",
    arguments: [
      ("UTF-8", "xterm-256color", false, 1, GlyphTier.unicode),
      ("UTF-8", "xterm-256color", false, 2, .ascii), ("UTF-8", "linux", false, 1, .ascii),
      ("UTF-8", "vt100", false, 1, .ascii), ("ISO-8859-1", "xterm", false, 1, .ascii),
      ("UTF-8", "xterm", true, 1, .ascii), ("utf8", "vte-256color", false, 1, .unicode),
      ("EUC-KR", "xterm", false, 1, .ascii), ("UTF-8", "ansi", false, 1, .ascii),
      ("UTF-8", "linux-16color", false, 1, .ascii),
    ])
  func tier(codeset: String, term: String, wants: Bool, width: Int, expected: GlyphTier) {
    #expect(
      GlyphTier.detect(codeset: codeset, term: term, wantsASCII: wants, ambiguousWidth: width)
        == expected)
  }
}
