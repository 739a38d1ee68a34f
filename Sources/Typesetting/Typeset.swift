public import Notation
public import TextGrid

/// A display picture of any notation tree, also of one that was computed (numbers put in place).
///
/// Wider than `options.width` it is broken; if it still is too wide, its width says so.
public func typeset(_ notation: Notation, _ options: TypesettingOptions = .init()) -> Picture {
  let typesetter = Typesetter(options)
  let box = typesetter.broken(notation, Context(), width: max(1, options.width))
  return Picture(
    rows: box.rows, baseline: box.baseline, lineRows: box.lines.isEmpty ? nil : box.lines)
}

/// The same on exactly one row, for prose: fractions as `a/b`, matrices as `[1; 2; 3]`.
public func typesetInline(_ notation: Notation, _ options: TypesettingOptions = .init()) -> Picture
{
  var context = Context(style: .text)
  context.isLinear = true
  let box = Typesetter(options).box(notation, context)
  return Picture(rows: [box.rows[box.baseline]], baseline: 0)
}

extension Formula {
  /// The formula in two dimensions, in at most `options.width` columns if it can be.
  public func picture(_ options: TypesettingOptions = .init()) -> Picture {
    typeset(notation, options)
  }

  /// The formula on one row.
  public func inlinePicture(_ options: TypesettingOptions = .init()) -> Picture {
    typesetInline(notation, options)
  }

  /// The formula on one row, as text.
  public func inlineText(_ tier: GlyphTier = .unicode) -> String {
    inlinePicture(TypesettingOptions(tier: tier)).lines[0]
  }
}
