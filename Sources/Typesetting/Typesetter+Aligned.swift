import Notation
import TextGrid

extension Typesetter {
  /// One line of a derivation: what stands left of the relation, the rest, and the reason.
  private struct Line {
    var left: [Atom]
    var right: [Atom]
    /// Further `&` pairs: their boxes, alternately right- and left-aligned.
    var others: [(left: Box, right: Box)]
    var reason: [Atom]
    /// The `=&` style puts what follows behind the relation's column.
    var indent = 0
    /// Written without `&`: it has no column, and breaks like a formula of one line.
    var isWhole = false
  }

  /// `aligned` and its kin: relations under one another, the reasons to the right while all
  /// of it fits, else each beneath its line.
  func aligned(_ rows: [[Notation]], _ node: Notation, _ context: Context, width: Int?) -> Box {
    var lines = readLines(rows, context)
    indentContinuations(&lines)
    guard !lines.isEmpty else { return Box() }
    var left = lines.map { self.width($0.left) }.max() ?? 0
    var column = left + (lines.map(relationGap).max() ?? 0)
    let bodies = lines.map { body(of: $0, left: left, column: column, node, context) }
    let formulas = withOthers(bodies, lines)
    let reasons = lines.map { reasonBox($0.reason, width: nil, node, context) }
    let widest = formulas.map(\.width).max() ?? 0
    let hasReasons = reasons.contains { $0.width > 0 }
    let natural = widest + (hasReasons ? 3 + (reasons.map(\.width).max() ?? 0) : 0)
    guard let width, natural > width else {
      return stackLines(
        zip(formulas, reasons).map { formula, reason in
          hasReasons && reason.width > 0
            ? .beside([formula.padded(to: widest + 3, .left), reason]) : formula
        })
    }
    if widest > width {
      let rest = lines.filter { !$0.isWhole }
      left = rest.map { self.width($0.left) }.max() ?? 0
      column = left + (rest.map(relationGap).max() ?? 0)
    }
    let fitted =
      widest <= width
      ? formulas
      : fittedBodies(lines, left: left, column: column, width: width, node, context)
    // A reason stands under the formula it is for, a little in.
    let indent = width - column >= 30 ? column + 4 : 6
    return stackLines(
      zip(fitted, lines).map { formula, line in
        guard !line.reason.isEmpty else { return formula }
        let reason = reasonBox(line.reason, width: max(10, width - indent), node, context)
        return Box.stacked([formula, reason.padded(left: indent)], aligned: .left)
      })
  }

  // MARK: Reading the cells

  private func readLines(_ rows: [[Notation]], _ context: Context) -> [Line] {
    let hasReason = hasReasonColumn(rows)
    return rows.map { cells in
      var cells = cells
      var reason: [Atom] = []
      if let start = hasReason, cells.count > start {
        let written = cells[start...].flatMap(\.children)
        reason = atoms(written, context.with(.text))
        cells = Array(cells[..<start])
      }
      let (left, right) = split(
        cells.first?.children ?? [], cells.dropFirst().first?.children ?? [], context)
      var others: [(Box, Box)] = []
      for index in stride(from: 2, to: cells.count, by: 2) {
        let pair = split(
          cells[index].children, index + 1 < cells.count ? cells[index + 1].children : [], context)
        others.append((join(pair.left, context, nil), join(pair.right, context, nil)))
      }
      return Line(
        left: left, right: right, others: others, reason: reason,
        isWhole: cells.dropFirst().allSatisfy(\.children.isEmpty))
    }
  }

  /// The first cell of the reasons, which follow `&&`, or `&` if they are text.
  private func hasReasonColumn(_ rows: [[Notation]]) -> Int? {
    guard let count = rows.map(\.count).max(), count > 2 else { return nil }
    let last = (count - 1) / 2 * 2
    guard last >= 2 else { return nil }
    let pairs = rows.filter { $0.count > last }.map { Array($0[last...]) }
    if count > last + 1, pairs.allSatisfy({ $0[0].children.isEmpty }) { return last }
    let areTexts = pairs.allSatisfy { cells in
      cells.dropFirst().allSatisfy(\.children.isEmpty)
        && (cells[0].children.isEmpty || cells[0].children.contains { Self.isText($0) })
    }
    return areTexts ? last : nil
  }

  private static func isText(_ node: Notation) -> Bool {
    switch node.kind {
    case .text: true
    case .font(_, let body), .colored(_, let body), .fence(_, let body, _, _): isText(body)
    case .row(let items): items.contains(where: isText)
    default: false
    }
  }

  /// The atoms of two cells as one row, cut before the relation whether it was written `&=` or `=&`.
  private func split(_ left: [Notation], _ right: [Notation], _ context: Context) -> (
    left: [Atom], right: [Atom]
  ) {
    let before = unresolvedAtoms(left, context)
    var all = before + unresolvedAtoms(right, context)
    Spacing.resolveBars(&all)
    Spacing.resolveUnary(&all)
    var cut = before.count
    if cut > 0, all[cut - 1].left == .relation { cut -= 1 }
    // A line that goes on with + or − has its left operand on the line before.
    if before.isEmpty, let first = all.firstIndex(where: { !$0.isSpace }), all[first].isUnary {
      all[first].isUnary = false
      (all[first].left, all[first].right) = (.binary, .binary)
    }
    return (Array(all[..<cut]), Array(all[cut...]))
  }

  private func relationGap(_ line: Line) -> Int {
    guard let last = line.left.last, let first = line.right.first else { return 0 }
    return Spacing.gap(last, first, isScript: false)
  }

  /// In the `=&` style a line without a relation goes on behind it.
  private func indentContinuations(_ lines: inout [Line]) {
    guard let first = lines.first(where: { $0.right.first?.left == .relation })?.right.first else {
      return
    }
    for index in lines.indices
    where lines[index].left.isEmpty
      && lines[index].right.first.map({ $0.left != .relation && !$0.isSpace }) == true
    {
      lines[index].indent = first.box.width + 1
    }
  }

  // MARK: Placing

  private func body(
    of line: Line, left: Int, column: Int, _ node: Notation, _ context: Context
  ) -> Box {
    let before = join(line.left, context, node.id).padded(to: left, .right)
    let right = join(line.right, context, node.id)
    guard right.width > 0 else { return before }
    return .beside([before, .blank(columns: column - left + line.indent), right])
  }

  private func withOthers(_ bodies: [Box], _ lines: [Line]) -> [Box] {
    let count = lines.map(\.others.count).max() ?? 0
    var bodies = bodies
    for pair in 0..<count {
      let widest = bodies.map(\.width).max() ?? 0
      let left = lines.map { $0.others.count > pair ? $0.others[pair].left.width : 0 }.max() ?? 0
      for index in bodies.indices where lines[index].others.count > pair {
        let other = lines[index].others[pair]
        guard other.left.width + other.right.width > 0 else { continue }
        let gap = other.right.width > 0 && left > 0 ? 1 : 0
        bodies[index] = .beside([
          bodies[index].padded(to: widest + 3, .left), other.left.padded(to: left, .right),
          .blank(columns: gap), other.right,
        ])
      }
    }
    return bodies
  }

  /// Lines too wide for their place: right sides broken, further pairs beneath. Where the left sides
  /// take too much of the row, they stand alone and every relation goes to the margin.
  private func fittedBodies(
    _ lines: [Line], left: Int, column: Int, width: Int, _ node: Notation, _ context: Context
  ) -> [Box] {
    let isTight = lines.contains {
      !$0.isWhole && column + $0.indent + self.width($0.right) > width
    }
    let keepsColumn = !isTight || column <= width / 3
    return lines.map {
      fittedBody(
        $0, left: left, column: column, width: width, keepsColumn: keepsColumn, node, context)
    }
  }

  private func fittedBody(
    _ line: Line, left: Int, column: Int, width: Int, keepsColumn: Bool, _ node: Notation,
    _ context: Context
  ) -> Box {
    if line.isWhole {
      return stackBroken(breakLines(line.left, width: width, hang: 2), context, node.id)
    }
    let column = column + line.indent
    let before = join(line.left, context, node.id)
    var parts: [Box]
    if keepsColumn {
      let right = stackBroken(
        breakLines(line.right, width: width - column, hang: 2), context, node.id)
      parts = [.beside([before.padded(to: left, .right), .blank(columns: column - left), right])]
    } else {
      // The left side alone, the rest beneath it.
      let right = stackBroken(breakLines(line.right, width: width - 2, hang: 2), context, node.id)
      parts = (before.width > 0 ? [before] : []) + [right.padded(left: 2)]
    }
    for other in line.others where other.left.width + other.right.width > 0 {
      parts.append(.beside([.blank(columns: 2), other.left, .blank(columns: 1), other.right]))
    }
    return Box.stacked(parts, aligned: .left)
  }

  private func reasonBox(
    _ reason: [Atom], width: Int?, _ node: Notation, _ context: Context
  ) -> Box {
    guard !reason.isEmpty else { return Box() }
    let text = context.with(.text)
    return width.map { stackBroken(breakLines(reason, width: $0, hang: 0), text, node.id) }
      ?? join(reason, text, node.id)
  }

  private func stackLines(_ boxes: [Box]) -> Box {
    let isTall = boxes.contains { $0.height > 1 }
    func gap(after index: Int) -> Int {
      guard isTall, index + 1 < boxes.count else { return 0 }
      let touches = boxes[index].baseline < boxes[index].height - 1 && boxes[index + 1].baseline > 0
      return touches || !options.setsLinesClose ? 1 : 0
    }
    let spaced = boxes.enumerated().map { index, box in
      gap(after: index) > 0 ? Box.stacked([box, Box.blank(columns: 1)], aligned: .left) : box
    }
    var result = Box.stacked(spaced, aligned: .left)
    var top = 0
    for (index, box) in boxes.enumerated() {
      result.lines.append(top..<top + box.height)
      if boxes.count % 2 == 1, index == boxes.count / 2 {
        result = result.onBaseline(top + box.baseline)
      }
      top += box.height + gap(after: index)
    }
    if boxes.count % 2 == 0 { result = result.onBaseline((result.height - 1) / 2) }
    result.isTall = true
    return result
  }
}
