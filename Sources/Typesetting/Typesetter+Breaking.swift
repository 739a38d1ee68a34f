import Notation
import TextGrid

/// A formula wider than its place is broken at wide spaces, then in its text, then at relations,
/// then before + and −, then at weaker signs, then the same inside its fences.
extension Typesetter {
  struct BrokenLine {
    var indent: Int
    var atoms: [Atom]
  }

  /// A row in at most `width` columns, if it can be.
  func broken(_ row: Notation, _ context: Context, width: Int) -> Box {
    let items = flat(row)
    if items.count == 1, let box = elastic(items[0], context, width: width) { return box }
    var atoms = atoms(items, context)
    if self.width(atoms) <= width { return join(atoms, context, row.id) }
    // An environment that can be narrowed gives way first.
    if let index = atoms.firstIndex(where: { Self.isElastic($0.notation) }) {
      let rest = self.width(atoms) - atoms[index].box.width
      if width - rest >= 20,
        let box = elastic(atoms[index].notation, context, width: width - rest)
      {
        atoms[index].box = box
      }
    }
    return stackBroken(breakLines(atoms, width: width, hang: 2), context, row.id)
  }

  private static func isElastic(_ node: Notation) -> Bool {
    switch node.kind {
    case .aligned, .gathered, .cases: true
    default: false
    }
  }

  /// An environment laid out in a width; nil for what is none.
  private func elastic(_ node: Notation, _ context: Context, width: Int) -> Box? {
    switch node.kind {
    case .aligned(let rows): return aligned(rows, node, context, width: width)
    case .gathered(let rows): return gathered(rows, context, width: width)
    case .cases(let rows):
      let natural = gridAtom(node, context).box
      guard natural.width > width else { return natural }
      // Each condition goes under its value.
      let cell = context.with(.text)
      let boxes = rows.map { cells in
        [
          Box.stacked(
            cells.enumerated().map { column, content in
              broken(content, cell, width: max(10, width - 2 - (column > 0 ? 4 : 0)))
                .padded(left: column > 0 ? 4 : 0)
            }, aligned: .left)
        ]
      }
      return casesAtom(boxes, node, context).box
    case .fence(let open, let body, let close, .always):
      guard
        let box = flat(body).count == 1 ? elastic(flat(body)[0], context, width: width - 2) : nil
      else { return nil }
      return fenced(box, open, close, node, context, grows: box.height > 1)
    default: return nil
    }
  }

  func stackBroken(_ lines: [BrokenLine], _ context: Context, _ row: Notation.NodeID?) -> Box {
    let boxes = lines.map { join($0.atoms, context, row).padded(left: $0.indent) }
    if boxes.count == 1 {
      var box = boxes[0]
      if lines[0].indent == 0, lines[0].atoms.count == 1 { box.lines = lines[0].atoms[0].box.lines }
      return box
    }
    let isTall = boxes.contains { $0.height > 1 }
    return Box.stacked(boxes, aligned: .left, gap: isTall ? 1 : 0)
  }

  // MARK: Where to break

  func breakLines(_ atoms: [Atom], width: Int, hang: Int, opensUp: Bool = true) -> [BrokenLine] {
    let atoms = trimmed(atoms)
    if self.width(atoms) <= width { return [BrokenLine(indent: 0, atoms: atoms)] }
    let segments = atoms.split { $0.isSpace && $0.box.width >= 3 }.map(Array.init)
    if segments.count > 1 {
      return segments.flatMap { breakLines($0, width: width, hang: hang, opensUp: opensUp) }
    }
    let words = atoms.flatMap(exploded)
    if words.contains(where: \.followsTextBlank) {
      return fill(words, width: width, hang: 0) { $0.followsTextBlank }.flatMap { line in
        self.width(line.atoms) <= width - line.indent
          ? [line]
          : breakChain(line.atoms, width: width, hang: hang, opensUp)
      }
    }
    return breakChain(atoms, width: width, hang: hang, opensUp)
  }

  /// One relation a line, all under the first.
  private func breakChain(_ atoms: [Atom], width: Int, hang: Int, _ opensUp: Bool) -> [BrokenLine] {
    var relations = atoms.indices.filter { isRelation(atoms[$0], strong: true) }
    if relations.isEmpty {
      relations = atoms.indices.filter { isRelation(atoms[$0], strong: false) }
    }
    guard let first = relations.first else {
      return breakSigns(atoms, width: width, indent: 0, hang: hang, opensUp)
    }
    let bounds = relations.dropFirst() + [atoms.count]
    let parts = zip(relations, bounds).map { Array(atoms[$0..<$1]) }
    let left = Array(atoms[..<first])
    let column =
      left.isEmpty
      ? 0 : self.width(left) + Spacing.gap(left[left.count - 1], atoms[first], isScript: false)
    let widest = parts.map { self.width($0) }.max() ?? 0
    let isNarrow = column > 6 && column + widest > width && column > width / 4
    if isNarrow, !left.isEmpty {
      // The left side alone, the chain beneath it.
      return breakSigns(left, width: width, indent: 0, hang: hang, opensUp)
        + parts.flatMap { breakSigns($0, width: width, indent: 2, hang: 4, opensUp) }
    }
    return parts.enumerated().flatMap { index, part in
      index == 0
        ? breakSigns(left + part, width: width, indent: 0, hang: column + 2, opensUp)
        : breakSigns(part, width: width, indent: column, hang: column + 2, opensUp)
    }
  }

  private func isRelation(_ atom: Atom, strong: Bool) -> Bool {
    guard atom.left == .relation, atom.right == .relation else { return false }
    return !strong
      || !["mid", ":", "in", "ni", "notin", "sim", "Perp", "perp", "|"].contains(atom.name)
  }

  /// One line of a chain, broken before signs, strongest first.
  private func breakSigns(_ atoms: [Atom], width: Int, indent: Int, hang: Int, _ opensUp: Bool)
    -> [BrokenLine]
  {
    var lines = [BrokenLine(indent: indent, atoms: trimmed(atoms))]
    // What was opened up is not opened again: each time would lay the same parts out anew.
    for level in 0...(opensUp ? 3 : 0) {
      if level > 0 {
        guard lines.contains(where: { self.width($0.atoms) > width - $0.indent }) else { break }
        lines = lines.map { line in
          let surplus = self.width(line.atoms) - (width - line.indent)
          guard surplus > 0 else { return line }
          return BrokenLine(
            indent: line.indent,
            atoms: line.atoms.flatMap { opened($0, width: $0.box.width - surplus) })
        }
      }
      for strength in [Strength.sum, .product, .juxtaposition] {
        lines = lines.flatMap { line in
          self.width(line.atoms) <= width - line.indent
            ? [line]
            : fill(line.atoms, width: width, indent: line.indent, hang: max(hang, line.indent)) {
              $0.level <= level && strength.allowsBreak(before: $0)
            }
        }
      }
    }
    return lines
  }

  private enum Strength {
    case sum, product, juxtaposition

    func allowsBreak(before atom: Atom) -> Bool {
      switch self {
      case .sum:
        atom.left == .binary && ["+", "-", "pm", "mp", "cup", "vee", "oplus"].contains(atom.name)
      case .product: atom.left == .binary || atom.left == .relation
      case .juxtaposition: atom.left != .closing && atom.left != .punctuation && !atom.isSpace
      }
    }
  }

  /// Puts as many pieces on a line as fit; pieces begin where a break is allowed.
  private func fill(
    _ atoms: [Atom], width: Int, indent: Int = 0, hang: Int, breaksBefore: (Atom) -> Bool
  ) -> [BrokenLine] {
    var lines: [BrokenLine] = []
    var current: [Atom] = []
    var piece: [Atom] = []
    /// What goes on inside a fence stands to the right of what goes on outside.
    func margin(_ line: [Atom]) -> Int {
      guard !lines.isEmpty else { return indent }
      return min(hang + 2 * (line.first?.level ?? 0), max(hang, width / 2))
    }
    func place() {
      guard !piece.isEmpty else { return }
      let room = width - margin(current)
      if !current.isEmpty,
        !canEnd(current, before: piece[0]) || self.width(trimmed(current + piece)) <= room
      {
        current += piece
      } else if current.isEmpty {
        current = piece
      } else {
        lines.append(BrokenLine(indent: margin(current), atoms: trimmed(current)))
        current = piece
      }
      piece = []
    }
    for atom in atoms {
      if breaksBefore(atom) { place() }
      piece.append(atom)
    }
    place()
    let rest = trimmed(current)
    if !rest.isEmpty || lines.isEmpty {
      lines.append(BrokenLine(indent: margin(rest), atoms: rest))
    }
    return lines
  }

  /// No line ends in a sign, an operator, an opening fence or a name whose argument follows.
  private func canEnd(_ line: [Atom], before next: Atom) -> Bool {
    guard let last = line.last(where: { !$0.isSpace }) else { return false }
    if last.isUnary || last.name == "/" || next.name == "/" { return false }
    if next.left == .opening, last.right == .ordinary, !last.endsInBlank { return false }
    return ![.binary, .relation, .operation, .opening].contains(last.right)
  }

  private func trimmed(_ atoms: [Atom]) -> [Atom] {
    guard let first = atoms.firstIndex(where: { !$0.isSpace }),
      let last = atoms.lastIndex(where: { !$0.isSpace })
    else { return [] }
    return Array(atoms[first...last])
  }
}
