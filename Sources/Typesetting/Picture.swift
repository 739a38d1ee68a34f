public import Notation
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
  /// The rows that each line of a derivation takes, in order, its reason included; one range for a
  /// formula that is no derivation.
  public let lineRows: [Range<Int>]

  public var width: Int { rows.first?.count ?? 0 }
  public var height: Int { rows.count }
  /// The picture as text, trailing blanks kept.
  public var lines: [String] { rows.map { $0.map(\.text).joined() } }

  public init(rows: [[Glyph]], baseline: Int, lineRows: [Range<Int>]? = nil) {
    let width = rows.map(\.count).max() ?? 0
    self.rows = rows.map { $0 + Array(repeating: .blank, count: width - $0.count) }
    self.baseline = baseline
    self.lineRows = lineRows ?? [0..<rows.count]
  }

  /// Where the cells of these nodes stand, row by row.
  ///
  /// A term's cells are those of its `Notation.subtree`.
  public func cells(of nodes: Set<Notation.NodeID>) -> [Position] {
    var positions: [Position] = []
    for (row, glyphs) in rows.enumerated() {
      for (column, glyph) in glyphs.enumerated() {
        if let node = glyph.node, nodes.contains(node) {
          positions.append(Position(row: row, column: column))
        }
      }
    }
    return positions
  }
}
