/// Which characters may be drawn: everything that survives terminals, or ASCII only.
public enum GlyphTier: String, Hashable, Sendable, CaseIterable {
  case unicode
  case ascii
}
