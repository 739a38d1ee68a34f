public import TextGrid

/// How thoroughly lessons are checked.
public struct CheckSettings: Hashable, Sendable {
  /// Random examples that every sign is put to, besides the lesson's own.
  public var examples: Int
  /// The same seed always gives the same examples.
  public var seed: UInt64
  /// What formulas must fit: the narrowest screen the tutor reflows to and the usual one, less the
  /// lesson's margins.
  public var widths: [Int]
  public var tiers: [GlyphTier]

  public init(
    examples: Int = 200, seed: UInt64 = 2026, widths: [Int] = [58, 78],
    tiers: [GlyphTier] = GlyphTier.allCases
  ) {
    self.examples = examples
    self.seed = seed
    self.widths = widths
    self.tiers = tiers
  }
}
