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

  @Test(
    "quantities have a contrast of at least 4.5 : 1 (WCAG 2) on the background they are for",
    arguments: quantities, [true, false])
  func contrast(role: Role, isLight: Bool) {
    let color = Theme(depth: .colors256, isLight: isLight).look(of: role).foreground
    let (lighter, darker) =
      isLight ? (1.0, luminance(color)) : (luminance(color), 0.0)
    #expect((lighter + 0.05) / (darker + 0.05) >= 4.5, "\(role): colour \(color)")
  }

  @Test("no two quantities share a colour", arguments: [true, false])
  func distinct(isLight: Bool) {
    let theme = Theme(depth: .colors256, isLight: isLight)
    let looks = Self.quantities.map { theme.look(of: $0).foreground }
    #expect(Set(looks).count == looks.count)
  }

  @Test("without colours nothing is coloured, and bars still stand out")
  func monochrome() {
    let theme = Theme(depth: .monochrome, isLight: false)
    for role in Role.all {
      let look = theme.look(of: role)
      #expect(look.foreground == -1 && look.background == -1, "\(role)")
    }
    #expect(theme.look(of: .title).emphasis.contains(.reverse))
    #expect(theme.look(of: .probabilities) != theme.look(of: .target))
    #expect(theme.look(of: .loss) != theme.look(of: .gradient))
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
      ("UTF-8", "xterm", true, 1, .ascii),
    ])
  func tier(codeset: String, term: String, wants: Bool, width: Int, expected: GlyphTier) {
    #expect(
      GlyphTier.detect(codeset: codeset, term: term, wantsASCII: wants, ambiguousWidth: width)
        == expected)
  }
}
