public import TextGrid

/// A typeset formula: rows of cells, all equally wide, with a baseline.
///
/// Each cell knows the notation node it was drawn for, so a term can be highlighted where it stands.
public struct Picture: Hashable, Sendable {
  public struct Glyph: Hashable, Sendable {
    /// One grapheme; empty for the right half of a wide one.
    public var text: String
    public var style: Style
    /// The innermost notation node that drew this cell; nil for padding.
    public var node: Notation.NodeID?

    public init(text: String, style: Style, node: Notation.NodeID?) {
      self.text = text
      self.style = style
      self.node = node
    }

    public static let blank = Glyph(text: " ", style: .body, node: nil)
  }

  public let rows: [[Glyph]]
  public let baseline: Int

  public var width: Int { rows.first?.count ?? 0 }
  public var height: Int { rows.count }
  /// The picture as text, trailing blanks kept.
  public var lines: [String] { rows.map { $0.map(\.text).joined() } }

  public init(rows: [[Glyph]], baseline: Int) {
    let width = rows.map(\.count).max() ?? 0
    self.rows = rows.map { $0 + Array(repeating: .blank, count: width - $0.count) }
    self.baseline = baseline
  }
}

/// How a formula is to be drawn.
public struct TypesettingOptions: Hashable, Sendable {
  public var tier: GlyphTier
  /// Columns available for a display formula; wider ones break at relations, then at + and −.
  public var width: Int
  /// Unicode sub- and superscript characters where they exist, or always real rows.
  public var compactScripts: Bool
  /// The role of each name by its canonical spelling (`z`, `p`, `y`, `S`, `L`): see `SymbolRoles`.
  public var roles: [String: Role]

  public init(
    tier: GlyphTier = .unicode, width: Int = 76, compactScripts: Bool = true,
    roles: [String: Role] = [:]
  ) {
    self.tier = tier
    self.width = width
    self.compactScripts = compactScripts
    self.roles = roles
  }
}
