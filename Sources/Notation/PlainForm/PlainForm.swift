/// Plain text as a learner types it, `sum_i p_i*(1-p_i)` or `d p_1 / d z_2`, as LaTeX.
///
/// What is written side by side stays side by side; `*` becomes `\times`, `/` a fraction of what
/// stands right before and after it, `^` a script. A `\` anywhere means that the text is LaTeX
/// already.
public struct PlainForm: Hashable, Sendable {
  public let source: String
  public let latex: String
  /// Where each piece of the LaTeX came from: ranges of both, in UTF-8 offsets.
  let pieces: [Piece]

  struct Piece: Hashable, Sendable {
    var latex: Range<Int>
    var source: Range<Int>
  }

  /// - Throws: what cannot be read, at its place in the plain text.
  public init(_ source: String) throws(FormulaDiagnostic) {
    self.source = source
    guard !source.contains("\\") else {
      latex = source
      let whole = 0..<source.utf8.count
      pieces = [Piece(latex: whole, source: whole)]
      return
    }
    var writer = PlainFormWriter(try PlainToken.tokens(of: source), end: source.utf8.count)
    let written = try writer.write()
    latex = written.text
    pieces = written.pieces
  }

  public var formula: Formula { Formula(latex) }

  /// The place in the plain text for a place in the LaTeX, so that a diagnostic points at what was
  /// typed.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    guard latex != source else { return range }
    let touched = pieces.filter {
      $0.latex.overlaps(range) || range.isEmpty && $0.latex.contains(range.lowerBound)
    }
    guard let lower = touched.map(\.source.lowerBound).min(),
      let upper = touched.map(\.source.upperBound).max()
    else { return 0..<source.utf8.count }
    return lower..<upper
  }

  /// The diagnostic, pointing at what was typed.
  public func placed(_ diagnostic: FormulaDiagnostic) -> FormulaDiagnostic {
    var placed = diagnostic
    placed.range = sourceRange(of: diagnostic.range)
    return placed
  }
}
