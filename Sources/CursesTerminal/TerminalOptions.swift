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
  /// In the ASCII tier a character that slipped through becomes ASCII as it is painted.
  public var tier: GlyphTier

  public init(
    background: Background = .auto, color: ColorUse = .auto, usesMouse: Bool = false,
    probesWidth: Bool = true, tier: GlyphTier = .unicode
  ) {
    self.background = background
    self.color = color
    self.usesMouse = usesMouse
    self.probesWidth = probesWidth
    self.tier = tier
  }
}

extension GlyphTier {
  /// Which tier a terminal can draw.
  ///
  /// ncurses in a locale that is not UTF-8 prints blanks for what it can't encode, without an
  /// error; the Linux console and the old hardware terminals have no ∂ and no scripts; a terminal
  /// that draws ambiguous characters double would shift all that follows them.
  public static func detect(
    codeset: String, term: String, wantsASCII: Bool, ambiguousWidth: Int
  ) -> GlyphTier {
    let hasFewGlyphs =
      ["linux", "ansi", "dumb", "cons25", "sun"].contains { term.hasPrefix($0) }
      || term.hasPrefix("vt") && !term.hasPrefix("vte")
    return wantsASCII || !isUTF8(codeset) || hasFewGlyphs || ambiguousWidth == 2 ? .ascii : .unicode
  }
}

func isUTF8(_ codeset: String) -> Bool { ["utf-8", "utf8"].contains(codeset.lowercased()) }
