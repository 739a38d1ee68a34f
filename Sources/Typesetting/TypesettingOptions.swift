import Notation
public import TextGrid

/// How a formula is to be drawn.
public struct TypesettingOptions: Hashable, Sendable {
  public var tier: GlyphTier
  /// Columns available for a display formula; wider ones break at relations, then at + and −.
  public var width: Int
  /// Unicode sub- and superscript characters where they exist, or always real rows.
  public var compactScripts: Bool
  /// Lines of a derivation stand apart only where a denominator would touch a numerator; else each
  /// is set apart from the next.
  public var setsLinesClose = false
  /// The role of each name, spelt as LaTeX: `z`, `p`, `\hat{y}`, `D_{KL}`. Fonts do not matter. A
  /// name with an accent, a prime or a word for a script is another name than the bare letter.
  public var roles: [String: Role] { didSet { symbolRoles = SymbolRoles(roles) } }
  /// The same, as nodes are looked up; read once, for options are copied more often than changed.
  private(set) var symbolRoles: SymbolRoles

  public init(
    tier: GlyphTier = .unicode, width: Int = 76, compactScripts: Bool = true,
    roles: [String: Role] = [:]
  ) {
    self.tier = tier
    self.width = width
    self.compactScripts = compactScripts
    self.roles = roles
    symbolRoles = SymbolRoles(roles)
  }
}
