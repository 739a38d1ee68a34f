public import Notation

extension Formula {
  /// What of a picture stands beyond a width though the formula was broken where it could be; nil
  /// where all of it fits.
  public func overflow(of picture: Picture, beyond width: Int) -> FormulaDiagnostic? {
    let taken = picture.rows.map { row in
      (row.lastIndex { $0.text != " " } ?? -1) + 1
    }
    guard let widest = taken.max(), widest > width else { return nil }
    var nodes: Set<Notation.NodeID> = []
    for row in picture.rows {
      nodes.formUnion(row.dropFirst(width).filter { $0.text != " " }.compactMap(\.node))
    }
    let ranges = self.ranges(of: nodes, in: notation)
    let lower = ranges.map(\.lowerBound).min() ?? 0
    let upper = ranges.map(\.upperBound).max() ?? source.utf8.count
    return FormulaDiagnostic(
      .error, LayoutProblem.unbreakable(columns: widest, within: width),
      range: lower..<max(lower, upper))
  }

  private func ranges(of nodes: Set<Notation.NodeID>, in node: Notation) -> [Range<Int>] {
    (nodes.contains(node.id) ? [node.range] : [])
      + node.children.flatMap { ranges(of: nodes, in: $0) }
  }
}
