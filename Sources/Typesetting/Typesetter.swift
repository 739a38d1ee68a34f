import Notation
import TextGrid

/// Lays notation out in cells. Pure: the same tree and options give the same picture.
struct Typesetter {
  let options: TypesettingOptions
  let roles: SymbolRoles

  init(_ options: TypesettingOptions) {
    self.options = options
    roles = options.symbolRoles
  }

  var isASCII: Bool { options.tier == .ascii }

  // MARK: Rows

  /// A node as one box: the inside of a group, an argument, a cell.
  func box(_ node: Notation, _ context: Context) -> Box {
    let items = if case .row(let items) = node.kind { items } else { [node] }
    return join(atoms(items, context), context, node.id)
  }

  /// The atoms of a row, spaced; `row` is drawn in the gaps, so that a highlight has no holes.
  func join(_ atoms: [Atom], _ context: Context, _ row: Notation.NodeID?) -> Box {
    var boxes: [Box] = []
    for (index, atom) in atoms.enumerated() {
      if index > 0 {
        let gap = Spacing.gap(atoms[index - 1], atom, isScript: context.isScript)
        if gap > 0 { boxes.append(.blank(columns: gap, node: row)) }
      }
      boxes.append(atom.box)
    }
    if boxes.isEmpty { return Box() }
    var box = Box.beside(boxes)
    if atoms.count == 1 {
      box.lines = atoms[0].box.lines
      box.scriptRows = atoms[0].box.scriptRows
    }
    return box
  }

  func width(_ atoms: [Atom], isScript: Bool = false) -> Int {
    var width = 0
    for (index, atom) in atoms.enumerated() {
      if index > 0 { width += Spacing.gap(atoms[index - 1], atom, isScript: isScript) }
      width += atom.box.width
    }
    return width
  }

  func atoms(_ items: [Notation], _ context: Context) -> [Atom] {
    var atoms = unresolvedAtoms(items, context)
    Spacing.resolveBars(&atoms)
    Spacing.resolveUnary(&atoms)
    return atoms
  }

  /// The atoms of a part of a row, whose first sign may have its left operand before it.
  func unresolvedAtoms(_ items: [Notation], _ context: Context) -> [Atom] {
    var context = context
    var atoms: [Atom] = []
    let items = indicatorsBracketed(items)
    for (index, item) in items.enumerated() {
      if case .style(let style) = item.kind {
        context.style = style
        continue
      }
      var drawn = self.atoms(of: item, context, next: items.dropFirst(index + 1).first)
      if context.isLinear, index > 0, drawn.count == 1, drawn[0].isFraction,
        takesArgument(items[index - 1])
      {
        drawn[0].box = wrapped(drawn[0].box, "(", ")", item, context)
        (drawn[0].left, drawn[0].right) = (.opening, .closing)
        drawn[0].isFraction = false
      } else if context.isScript, standsBesideFactor(index, in: items),
        drawn.count == 1, drawn[0].box.height == 1
      {
        // `−1/2x` would have x below the stroke.
        drawn[0].box = wrapped(drawn[0].box, "(", ")", item, context)
        (drawn[0].left, drawn[0].right) = (.opening, .closing)
        drawn[0].isFraction = false
      }
      atoms += drawn
    }
    return stretched(atoms)
  }

  /// One item; several for a group that only holds things together.
  private func atoms(of item: Notation, _ context: Context, next: Notation?) -> [Atom] {
    var context = context
    if !context.isRoleFixed, let role = roles.role(of: item) { context = context.fixed(role) }
    switch item.kind {
    case .row(let children):
      if children.count == 1 {
        var single = atoms(of: children[0], context, next: next)
        // TeX makes a braced sign an ordinary one: `{-}`, `{=}`.
        if single.count == 1, [.binary, .relation, .punctuation].contains(single[0].left) {
          single[0].left = .ordinary
          single[0].right = .ordinary
        }
        return single
      }
      let spliced = atoms(children, context)
      let edges = [spliced.first?.left, spliced.last?.right]
      if !edges.contains(.binary), !edges.contains(.relation), !spliced.isEmpty { return spliced }
      return [Atom(join(spliced, context, item.id), .ordinary, item)]
    case .font(let font, let body): return fontAtoms(font, body, item, context, next: next)
    case .colored(_, let body): return atoms(of: body, context, next: next)
    default: return [atom(of: item, context, next: next)]
    }
  }

  /// The delimiters of their own, grown to the height of the row they stand in.
  private func stretched(_ atoms: [Atom]) -> [Atom] {
    guard atoms.contains(where: { $0.stretch != nil }) else { return atoms }
    let others = atoms.filter { $0.stretch == nil }.map(\.box)
    let ascent = others.map(\.baseline).max() ?? 0
    let descent = others.map(\.descent).max() ?? 0
    return atoms.map { atom in
      guard let delimiter = atom.stretch else { return atom }
      var atom = atom
      let column = fence(delimiter, ascent: ascent, descent: descent, atom.notation, Context())
      atom.box = atom.scripts.map { attach($0, to: column, atom.notation, Context()) } ?? column
      return atom
    }
  }

  // MARK: Nodes

  private func atom(of node: Notation, _ context: Context, next: Notation?) -> Atom {
    switch node.kind {
    case .symbol(let symbol): return symbolAtom(symbol, node, context)
    case .number(let digits):
      var shown = context
      shown.emphasis.formUnion(Self.emphasis(of: context.font))
      if context.font == .mathbb { shown.emphasis.insert(.bold) }
      // An indicator 𝟙(…) is spaced like a function, lest it join the factor before it.
      var atom = Atom(
        word(isASCII ? digits : digits.replacingMinus, node, shown),
        .ordinary, node)
      if context.font == .mathbb { atom.left = .operation }
      atom.isWordy = isASCII && digits.count > 1
      return atom
    case .function(let name, _):
      var atom = Atom(word(name, node, context.fixed(.body)), .operation, node)
      atom.isWordy = name.count > 1
      return atom
    case .bigOperator(let sign):
      var atom = Atom(bigOperator(sign, node, context), .operation, node)
      atom.isBigOperator = true
      atom.isDrawing = atom.box.height > 1
      return atom
    case .script: return scriptAtom(node, context, next: next)
    case .fence(let open, let body, let close, let growth):
      return fenceAtom(open, body, close, growth, node, context)
    case .delimiter(let delimiter):
      var atom = Atom(fence(delimiter, ascent: 0, descent: 0, node, context), .ordinary, node)
      if !context.isLinear { atom.stretch = delimiter }
      atom.name = delimiter.rawValue
      return atom
    case .fraction(let upper, let lower):
      return fractionAtom(upper, lower, node, context)
    case .text(let runs): return textAtom(runs, node, context, next: next)
    case .space(let columns, _):
      // In prose a wide space is one between sentences.
      let shown = context.isLinear ? min(columns, 2) : columns
      var atom = Atom(.blank(columns: shown), .ordinary, node)
      atom.isSpace = true
      return atom
    case .classed(let atomClass, let body):
      var atom = Atom(box(body, context), atomClass, node)
      atom.isWordy = atomClass == .operation
      return atom
    case .negated(let body): return negatedAtom(body, node, context)
    case .stack(let base, _, _):
      var atom = Atom(
        context.isLinear ? linearStack(node, context) : stack(node, context),
        atomClass(of: base), node)
      atom.isWordy = atom.left == .operation
      return atom
    case .matrix, .array, .cases, .binomial: return gridAtom(node, context)
    case .aligned(let rows):
      let grid =
        context.isLinear
        ? linearRows(rows, separator: nil, node, context)
        : aligned(rows, node, context, width: nil)
      return Atom(grid, .inner, node)
    case .gathered(let rows):
      let box =
        context.isLinear
        ? linearRows(rows.map { [$0] }, separator: ", ", node, context)
        : gathered(rows, context, width: nil)
      return Atom(box, .inner, node)
    case .accent(let accent, let body): return accentAtom(accent, body, node, context)
    case .radical(let index, let radicand):
      return Atom(radical(index, radicand, node, context), .ordinary, node)
    case .brace(let side, let body, let label):
      let box =
        context.isLinear
        ? linearBrace(body, label, node, context) : brace(side, body, label, node, context)
      return Atom(box, .inner, node)
    case .boxed(let body):
      let inner = box(body, context)
      return Atom(
        context.isLinear
          ? wrapped(inner, "[", "]", node, context) : boxed(inner, node, context), .inner, node)
    case .cancelled(let body): return cancelledAtom(body, node, context)
    case .phantom(let body):
      return Atom(box(body, context).mapGlyphs { _ in .blank }, .ordinary, node)
    case .broken(let text): return brokenAtom(text, node, context)
    case .row, .font, .colored, .style: return Atom(box(node, context), .ordinary, node)
    }
  }

  /// The spacing class of a node that scripts hang on.
  func atomClass(of node: Notation) -> Symbol.AtomClass {
    switch node.kind {
    case .symbol(let symbol): symbol.atomClass
    case .function, .bigOperator: .operation
    case .fraction, .binomial, .brace, .boxed, .broken: .inner
    case .cancelled(let body): atomClass(of: body)
    case .classed(let atomClass, _): atomClass
    case .script(let base?, _, _, _, _), .negated(let base), .stack(let base, _, _):
      atomClass(of: base)
    case .row(let items) where items.count == 1: atomClass(of: items[0])
    case .font(_, let body): isWord(body) ? .operation : atomClass(of: body)
    default: .ordinary
    }
  }

  private func brokenAtom(_ text: String, _ node: Notation, _ context: Context) -> Atom {
    let mark = text.hasSuffix("?") ? text : text + "?"
    var shown = context
    shown.role = .bad
    shown.emphasis = [.reverse]
    let text = isASCII ? "[\(mark)]" : "⟦\(mark)⟧"
    return Atom(word(text, node, shown), .inner, node)
  }

  // MARK: Words

  /// Text on one row, a cell for each column; combining marks join the cell before them.
  func word(_ text: String, _ node: Notation, _ context: Context) -> Box {
    var glyphs: [Picture.Glyph] = []
    for character in isASCII ? asciiText(text) : text {
      // Nothing that steers a terminal is ever drawn.
      let character = character.isControl || character.isNewline ? " " : character
      let width = cellWidth(of: character)
      if width == 0 {
        if !glyphs.isEmpty { glyphs[glyphs.count - 1].text.append(character) }
        continue
      }
      glyphs.append(
        Picture.Glyph(text: String(character), style: context.drawn, node: node.id))
      if width == 2 {
        glyphs.append(Picture.Glyph(text: "", style: context.drawn, node: node.id))
      }
    }
    return Box(glyphs)
  }
}

extension String {
  /// A number's hyphen as a minus sign.
  var replacingMinus: String { String(map { $0 == "-" ? "−" : $0 }) }
}
