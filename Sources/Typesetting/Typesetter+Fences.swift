import Notation
import TextGrid

extension Typesetter {
  func fenceAtom(
    _ open: Delimiter?, _ body: Notation, _ close: Delimiter?, _ growth: FenceGrowth,
    _ node: Notation, _ context: Context
  ) -> Atom {
    var inner = box(body, context)
    let grows = inner.height > 1 && (growth == .always || inner.isTall) && !context.isLinear
    // A sum's strokes would run into the bracket's.
    if !grows, isASCII, inner.height > 1, beginsWithDrawing(body, context) {
      inner = .beside([.blank(columns: 1, node: body.id), inner])
    }
    var atom = Atom(fenced(inner, open, close, node, context, grows: grows), .ordinary, node)
    atom.left = open == nil ? .ordinary : .opening
    atom.right = close == nil ? .ordinary : .closing
    atom.isTallFence = grows
    atom.isDrawing = grows && isASCII
    return atom
  }

  /// Whether the first sign is one that ASCII draws with strokes.
  private func beginsWithDrawing(_ node: Notation, _ context: Context) -> Bool {
    guard context.style == .display else { return false }
    switch flat(node).first?.kind {
    case .bigOperator(.sum), .bigOperator(.prod): return true
    case .script(let base?, _, _, _, _): return beginsWithDrawing(base, context)
    default: return false
    }
  }

  /// A box between delimiters; grown ones reach from its top to its foot, in ASCII a space apart.
  func fenced(
    _ inner: Box, _ open: Delimiter?, _ close: Delimiter?, _ node: Notation, _ context: Context,
    grows: Bool
  ) -> Box {
    var inner = inner
    if grows, inner.height == 2,
      [open, close].contains(where: { $0 == .leftBrace || $0 == .rightBrace })
    {
      // A brace's point needs a row of its own.
      inner = inner.spread()
    }
    let ascent = grows ? inner.baseline : 0
    let descent = grows ? inner.descent : 0
    let gap = grows && isASCII ? [Box.blank(columns: 1, node: node.id)] : []
    func side(_ delimiter: Delimiter) -> Box {
      fence(delimiter, ascent: ascent, descent: descent, node, context)
    }
    var box = Box.beside(
      (open.map { [side($0)] + gap } ?? []) + [inner] + (close.map { gap + [side($0)] } ?? []))
    // A fence is tall for the fences around it only through what it holds.
    box.isTall = inner.isTall
    if !grows, close != nil { box.scriptRows = box.baseline..<box.baseline + 1 }
    return box
  }

  /// One delimiter, reaching that far from the baseline.
  func fence(
    _ delimiter: Delimiter, ascent: Int, descent: Int, _ node: Notation, _ context: Context
  ) -> Box {
    let pieces = FencePieces.of(delimiter, options.tier)
    let plain = context.isRoleFixed ? context : context.fixed(.body)
    let column = pieces.column(height: ascent + descent + 1, baseline: ascent)
    return Box(rows: column.map { word($0, node, plain).rows[0] }, baseline: ascent)
  }
}

extension Box {
  /// Two rows with a blank one between; the baseline is the blank one.
  func spread() -> Box {
    guard height == 2 else { return self }
    let blank = Array(repeating: Picture.Glyph.blank, count: width)
    var box = Box(rows: [rows[0], blank, rows[1]], baseline: 1)
    box.isTall = isTall
    box.bar = bar
    return box
  }
}
