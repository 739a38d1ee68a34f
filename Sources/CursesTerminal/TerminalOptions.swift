public import TextGrid

/// How the terminal is to be used, as flags and configuration decided.
public struct TerminalOptions: Sendable {
  public enum Background: String, Sendable, CaseIterable { case auto, dark, light }
  public enum ColorUse: String, Sendable, CaseIterable { case always, auto, never }

  public var background: Background
  public var color: ColorUse
  public var usesMouse: Bool
  /// Ask the terminal how wide it draws ambiguous characters; pointless when ASCII is drawn.
  public var probesWidth: Bool

  public init(
    background: Background = .auto, color: ColorUse = .auto, usesMouse: Bool = false,
    probesWidth: Bool = true
  ) {
    self.background = background
    self.color = color
    self.usesMouse = usesMouse
    self.probesWidth = probesWidth
  }
}

extension GlyphTier {
  /// Which tier a terminal can draw.
  ///
  /// ncurses in a locale that is not UTF-8 prints blanks for what it can't encode, without an
  /// error; the Linux console and the old hardware terminals have no ∂ and no scripts.
  public static func detect(
    codeset: String, term: String, wantsASCII: Bool, ambiguousWidth: Int
  ) -> GlyphTier {
    let hasFewGlyphs = ["linux", "ansi"].contains(term) || term.hasPrefix("vt")
    let isUTF8 = ["UTF-8", "UTF8", "utf-8", "utf8"].contains(codeset)
    return wantsASCII || !isUTF8 || hasFewGlyphs || ambiguousWidth == 2 ? .ascii : .unicode
  }
}
