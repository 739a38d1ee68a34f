import Notation
import TextGrid

extension Typesetter {
  func fenceAtom(
    _ open: Delimiter?, _ body: Notation, _ close: Delimiter?, _ growth: FenceGrowth,
    _ node: Notation, _ context: Context
  ) -> Atom {
    let inner = box(body, context)
    let grows = inner.height > 1 && (growth == .always || inner.isTall) && !context.isLinear
    let (box, parts) = fenced(inner, open, close, node, context, grows: grows)
    var atom = Atom(box, .ordinary, node)
    _ = parts
    atom.left = open == nil ? .ordinary : .opening
    atom.right = close == nil ? .ordinary : .closing
    atom.isTallFence = grows
    return atom
  }

  /// A box between delimiters; grown ones reach from its top to its foot.
  func fenced(
    _ inner: Box, _ open: Delimiter?, _ close: Delimiter?, _ node: Notation, _ context: Context,
    grows: Bool
  ) -> (box: Box, inner: Box) {
    var inner = inner
    if grows, inner.height == 2,
      [open, close].contains(where: { $0 == .leftBrace || $0 == .rightBrace })
    {
      // A brace's point needs a row of its own.
      inner = inner.spread()
    }
    let ascent = grows ? inner.baseline : 0
    let descent = grows ? inner.descent : 0
    var boxes = [inner]
    if let open {
      boxes.insert(fence(open, ascent: ascent, descent: descent, node, context), at: 0)
    }
    if let close { boxes.append(fence(close, ascent: ascent, descent: descent, node, context)) }
    var box = Box.beside(boxes)
    // A fence is tall for the fences around it only through what it holds.
    box.isTall = inner.isTall
    if !grows, close != nil { box.scriptRows = box.baseline..<box.baseline + 1 }
    return (box, inner)
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
