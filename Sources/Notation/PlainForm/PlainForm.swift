/// Plain text as a learner types it, `sum_i p_i*(1-p_i)` or `d p_1 / d z_2`, as LaTeX.
///
/// What is written side by side stays side by side; `*` becomes `\times`, `/` a fraction of what
/// stands right before and after it, `^` a script. Signs copied from a screen (`pᵢ`, `∑ₖ`, `√`) and
/// what programs write (`p1`, `p_1**2`, `y @ p`, `np.exp(z)`) are read as what they mean, or refused
/// with what to write. A `\` anywhere means that the text is LaTeX already.
public struct PlainForm: Hashable, Sendable {
  public let source: String
  public let latex: String
  /// Where each piece of the LaTeX came from: ranges of both, in UTF-8 offsets.
  let pieces: [Piece]

  struct Piece: Hashable, Sendable {
    var latex: Range<Int>
    var source: Range<Int>
  }

  /// Whether the text is LaTeX, and not the plain form.
  public static func isLaTeX(_ source: String) -> Bool { source.contains("\\") }

  /// - Throws: what cannot be read, at its place in the plain text.
  public init(_ source: String) throws(FormulaDiagnostic) {
    guard !Self.isLaTeX(source) else {
      let whole = 0..<source.utf8.count
      self.init(source: source, latex: source, pieces: [Piece(latex: whole, source: whole)])
      return
    }
    var writer = PlainFormWriter(try PlainTokenizer.tokens(of: source), source: source)
    let written = try writer.write()
    self.init(source: source, latex: written.text, pieces: written.pieces)
  }

  private init(source: String, latex: String, pieces: [Piece]) {
    self.source = source
    self.latex = latex
    self.pieces = pieces
  }

  public var formula: Formula { Formula(latex) }

  /// A formula to be drawn while a line is typed: as far as it can be read, with brackets that are
  /// still open closed, and the rest as the text it is.
  public static func draft(of source: String) -> Formula {
    if isLaTeX(source) { return Formula(source) }
    let tokens = PlainTokenizer.start(of: source)
    for count in stride(from: tokens.count, to: max(0, tokens.count - longestRest), by: -1) {
      let read = Array(tokens[..<count])
      var writer = PlainFormWriter(read + closers(of: read), source: source)
      guard let written = try? writer.write() else { continue }
      let rest = source.utf8.dropFirst(read.last?.range.upperBound ?? 0)
      let words = escaped(String(decoding: rest, as: UTF8.self))
      return Formula(written.text + (words.isEmpty ? "" : "\\text{\(words)}"))
    }
    return Formula("\\text{\(escaped(source))}")
  }

  /// How many pieces at the end are tried without: each try reads the line anew.
  private static let longestRest = 12

  /// The brackets that are missing at the end.
  private static func closers(of tokens: [PlainToken]) -> [PlainToken] {
    var open: [String] = []
    for token in tokens {
      guard case .sign(let sign) = token.kind else { continue }
      if let close = ["(": ")", "[": "]", "{": "}"][sign] { open.append(close) }
      if sign == open.last { open.removeLast() }
    }
    let end = tokens.last?.range.upperBound ?? 0
    return open.reversed().map {
      PlainToken(kind: .sign($0), range: end..<end, followsSpace: false, text: "")
    }
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\{}$%#&_^~".contains($0) ? ["\\", $0] : [$0] })
  }

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
