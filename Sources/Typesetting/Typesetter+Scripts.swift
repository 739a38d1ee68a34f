import Notation
import TextGrid

extension Typesetter {
  func scriptAtom(_ node: Notation, _ context: Context, next: Notation?) -> Atom {
    guard case .script(let written, _, _, _, let limits) = node.kind else {
      return Atom(Box(), .ordinary, node)
    }
    let scripts = drawnScripts(of: node, context)
    guard let base = written.map(bracketed) else {
      return Atom(attach(scripts, to: Box(), node, context), .ordinary, node)
    }
    if case .delimiter(let delimiter) = base.kind, !context.isLinear {
      var atom = Atom(Box(), .ordinary, node)
      atom.stretch = delimiter
      atom.scripts = scripts
      return atom
    }
    let baseAtoms = atoms([base], context)
    let alone = join(baseAtoms, context, node.id)
    let box: Box
    if let limited = limitedBox(node, base, alone, scripts, limits, context) {
      box = limited
    } else {
      box = attach(scripts, to: alone, node, context)
    }
    var atom = Atom(box, .ordinary, node)
    atom.left = baseAtoms.first?.left ?? .ordinary
    atom.right = baseAtoms.last?.right ?? .ordinary
    if atom.left == .binary || atom.right == .binary {
      (atom.left, atom.right) = (.ordinary, .ordinary)
    }
    if case .symbol(let symbol) = base.kind, [.binary, .relation].contains(symbol.atomClass) {
      (atom.left, atom.right) = (symbol.atomClass, symbol.atomClass)
    }
    if case .text = base.kind, case .fence? = next?.kind {
      atom.left = .operation
    }
    atom.isTallFence = baseAtoms.last?.isTallFence ?? false
    atom.isBigOperator = baseAtoms.last?.isBigOperator ?? false
    atom.isDrawing = baseAtoms.last?.isDrawing ?? false
    atom.isWordy = isASCII || baseAtoms.contains(where: \.isWordy)
    return atom
  }

  /// The scripts of a node, each laid out once: doing it again where the first place does not suit
  /// would double the work at every level of nesting.
  struct DrawnScripts {
    var lower: Notation?
    var upper: Notation?
    var primes: Int
    var low: Box?
    var high: Box?
  }

  private func drawnScripts(of node: Notation, _ context: Context) -> DrawnScripts {
    guard case .script(_, let lower, let upper, let primes, _) = node.kind else {
      return DrawnScripts(primes: 0)
    }
    let script = context.with(.script)
    return DrawnScripts(
      lower: lower, upper: upper, primes: primes, low: lower.map { box($0, script) },
      high: upper.map { box($0, script) })
  }

  /// Sub- and superscripts beside a base.
  ///
  /// A script all of whose characters exist as Unicode ones is drawn with them; any other gets rows
  /// of its own, above or below the rows the base offers.
  func attach(_ scripts: DrawnScripts, to base: Box, _ node: Notation, _ context: Context) -> Box {
    let (low, high) = (scripts.low, scripts.high)
    let (lower, upper) = (scripts.lower, scripts.upper)
    let prime = scripts.primes > 0 ? primeBox(scripts.primes, node, context) : nil
    if context.isLinear {
      return Box.beside(
        [base] + [prime].compactMap { $0 }
          + [low.map { linearScript("_", $0, lower, node, context) }]
          .compactMap { $0 }
          + [high.map { linearScript("^", $0, upper, node, context) }].compactMap { $0 })
    }
    if let low, let lower, high == nil, prime == nil, low.isCapitalWord {
      // Part of a name, and no index: D_KL stands on one row, as in a sentence.
      return keepingScriptRows(
        Box.beside([base, linearScript("_", low, lower, node, context)]), base)
    }
    let smallLow = low.flatMap { small($0, CompactScripts.lower, "_", lower, node, context) }
    let smallHigh = high.flatMap { small($0, CompactScripts.upper, "^", upper, node, context) }
    let rows = base.scriptRows ?? 0..<base.height
    var right: [Box] = []
    if rows.count == 1 {
      if let prime { right.append(prime.onRow(rows.lowerBound, of: base)) }
      if let smallLow { right.append(smallLow.onRow(rows.lowerBound, of: base)) }
      if let smallHigh { right.append(smallHigh.onRow(rows.lowerBound, of: base)) }
      var column: [(Box, Bool)] = []
      if smallHigh == nil, let high { column.append((high, true)) }
      if smallLow == nil, let low { column.append((low, false)) }
      if !column.isEmpty {
        // A small script and a tall one share their column: x² over a lowered θ.
        let beside = right.isEmpty ? Box() : Box.beside(right)
        let shared = column.count == 1 && prime == nil ? beside : Box()
        let rest = column.count == 1 && prime == nil ? Box() : beside
        let scripts = scriptColumn(
          high: column.first { $0.1 }?.0, low: column.first { !$0.1 }?.0, middle: shared,
          aboveBaseline: base.baseline - rows.lowerBound,
          belowBaseline: rows.upperBound - 1 - base.baseline)
        return keepingScriptRows(Box.beside([base, rest, scripts]), base)
      }
      return keepingScriptRows(Box.beside([base] + right), base)
    }
    // A tall base: the scripts stand at its upper and lower right corners.
    let ascent = base.baseline - rows.lowerBound
    let descent = rows.upperBound - 1 - base.baseline
    let top = [prime, smallHigh ?? high].compactMap { $0 }
    let scripts = cornerColumn(
      high: top.isEmpty ? nil : Box.beside(top), low: smallLow ?? low, ascent: ascent,
      descent: descent)
    return keepingScriptRows(Box.beside([base, scripts]), base)
  }

  private func keepingScriptRows(_ box: Box, _ base: Box) -> Box {
    var box = box
    box.isTall = base.isTall
    return box
  }

  /// Rows above and below a base of one row, left-aligned in the column right of it.
  private func scriptColumn(
    high: Box?, low: Box?, middle: Box, aboveBaseline: Int, belowBaseline: Int
  ) -> Box {
    var rows: [[Picture.Glyph]] = high?.rows ?? []
    let above = Array(repeating: [Picture.Glyph](), count: max(0, aboveBaseline))
    let below = Array(repeating: [Picture.Glyph](), count: max(0, belowBaseline))
    rows += above
    let baseline = rows.count
    rows += middle.rows
    rows += below
    rows += low?.rows ?? []
    return Box(rows: rows, baseline: baseline)
  }

  /// The superscript's last row beside the base's first, the subscript's first beside its last.
  private func cornerColumn(high: Box?, low: Box?, ascent: Int, descent: Int) -> Box {
    var rows = high?.rows ?? [[]]
    let highest = rows.count - 1
    let spare = ascent + descent - 1
    if spare >= 0 {
      rows += Array(repeating: [], count: spare)
      rows += low?.rows ?? [[]]
    } else if let low {
      rows += low.rows
    }
    return Box(rows: rows, baseline: highest + ascent)
  }

  private func primeBox(_ count: Int, _ node: Notation, _ context: Context) -> Box {
    word(String(repeating: isASCII ? "'" : "′", count: count), node, context)
  }

  /// The script in small characters (Unicode) or behind a mark (ASCII); nil if it has to be raised.
  private func small(
    _ box: Box, _ table: [String: String], _ mark: String, _ script: Notation?, _ node: Notation,
    _ context: Context
  ) -> Box? {
    guard options.compactScripts, box.height == 1 else { return nil }
    if isASCII {
      guard box.width <= 12, let script else { return nil }
      return marked(mark, box, script, node, context)
    }
    guard box.width <= CompactScripts.longest, box.rows[0].allSatisfy({ table[$0.text] != nil })
    else { return nil }
    // x⁽ⁱ⁾ is clear, maxₚ₍ₓ₎ is not.
    if let first = box.rows[0].first, first.text != "(",
      box.rows[0].contains(where: { $0.text == "(" })
    {
      return nil
    }
    return box.mapGlyphs {
      var glyph = $0
      glyph.text = table[$0.text] ?? $0.text
      return glyph
    }
  }

  /// `_i`, `^2`, `_KL`; brackets round what is more than a word.
  private func marked(
    _ mark: String, _ box: Box, _ script: Notation, _ node: Notation, _ context: Context
  ) -> Box {
    let sign = word(mark, node, context)
    let isClear = box.width == 1 || isFence(script) || isSingle(script)
    if isClear || (mark == "_" && isAlphanumeric(script)) { return .beside([sign, box]) }
    return .beside([sign, word("(", node, context), box, word(")", node, context)])
  }

  /// Letters and digits only: `KL`, `1n`.
  private func isAlphanumeric(_ node: Notation) -> Bool {
    flat(node).allSatisfy {
      switch $0.kind {
      case .symbol(let symbol): symbol.name.count == 1 && symbol.name.first?.isLetter == true
      case .number: true
      case .font(_, let body): isAlphanumeric(body)
      default: false
      }
    }
  }

  /// One sign, number or word, however many columns it takes.
  private func isSingle(_ node: Notation) -> Bool {
    switch node.kind {
    case .symbol, .number, .function: true
    case .row(let items): items.count == 1 && isSingle(items[0])
    case .font(_, let body): isSingle(body) || isWord(body)
    case .text(let runs):
      if runs.count == 1, case .words(let words) = runs[0] { !words.contains(" ") } else { false }
    default: false
    }
  }

  private func isFence(_ node: Notation) -> Bool {
    switch node.kind {
    case .fence: true
    case .row(let items): items.count == 1 && isFence(items[0])
    default: false
    }
  }

  func linearScript(
    _ mark: String, _ box: Box, _ script: Notation?, _ node: Notation, _ context: Context
  ) -> Box {
    let table = mark == "_" ? CompactScripts.lower : CompactScripts.upper
    if !isASCII, let small = small(box, table, mark, script, node, context) { return small }
    guard let script else { return box }
    return marked(mark, box, script, node, context)
  }
}

extension Box {
  /// Two capitals or more, as in D_KL.
  fileprivate var isCapitalWord: Bool {
    height == 1 && width > 1 && rows[0].allSatisfy { ("A"..."Z").contains($0.text) }
  }

  /// A one-row script set beside the given row of a base.
  fileprivate func onRow(_ row: Int, of base: Box) -> Box {
    let offset = row - base.baseline
    if offset == 0 || height != 1 { return self }
    return offset < 0
      ? extended(ascent: 0, descent: -offset).onBaseline(-offset)
      : extended(ascent: offset, descent: 0).onBaseline(0)
  }
}
