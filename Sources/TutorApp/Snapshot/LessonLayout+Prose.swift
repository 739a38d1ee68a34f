import Lessons
import Meaning
import Notation
import TextGrid
import Typesetting

/// Sentences, with the formulas and the computed numbers in them.
extension LessonLayout {
  /// Columns of a piece of code that is never broken.
  private static let longestWholeCode = 20

  mutating func runs(_ inlines: [Inline], _ style: Style = .body) -> [StyledRun] {
    var runs: [StyledRun] = []
    for inline in inlines { runs += self.runs(inline, style) }
    return runs
  }

  private mutating func runs(_ inline: Inline, _ style: Style) -> [StyledRun] {
    var inner = style
    switch inline {
    case .text(let text): return [StyledRun(plain(text), style: style)]
    case .emphasis(let parts):
      inner.emphasis.insert(.italic)
      return runs(parts, inner)
    case .strong(let parts):
      inner.emphasis.insert(.bold)
      return runs(parts, inner)
    case .code(let text):
      let code = plain(text)
      // A short list such as [2, 1, 0] stays on one line.
      let isShort = cellWidth(of: code) <= Self.longestWholeCode
      return [StyledRun(code, style: Style(.code), isUnbreakable: isShort)]
    case .link(let parts, let destination):
      return runs(parts, Style(.link, .underline))
        + [StyledRun(" (\(destination))", style: Style(.dim))]
    case .formula(let formula): return runs(formula.value, style)
    case .value(let formula): return [number(formula.value)]
    }
  }

  /// A formula in a sentence: one row, kept together.
  private mutating func runs(_ formula: Formula, _ style: Style) -> [StyledRun] {
    let picture = pictures.picture(of: .formula(formula), tier, &work)
    var runs: [StyledRun] = []
    for glyph in picture.rows.first ?? [] where !glyph.text.isEmpty {
      let glyphStyle =
        glyph.style.role == .body ? Style(style.role, glyph.style.emphasis) : glyph.style
      if let last = runs.indices.last, runs[last].style == glyphStyle {
        runs[last].text += glyph.text
      } else {
        runs.append(StyledRun(glyph.text, style: glyphStyle, isUnbreakable: true))
      }
    }
    return runs
  }

  /// A computed number in a sentence, in the colour of what it is the value of; what is computed
  /// from several has none.
  private func number(_ formula: Formula) -> StyledRun {
    let text = sentenceText(
      of: values.prose[formula.source], decimals: request.example.decimals, tier, words)
    let names = Pictures.symbolRoles.keys.filter(formula.source.hasPrefix)
    let name = names.max { $0.count < $1.count }
    let isOne = !formula.source.replacing("\\|", with: "").contains { "+-^/\\*".contains($0) }
    let role = isOne ? name.flatMap { Pictures.symbolRoles[$0] } ?? .body : .body
    return StyledRun(plain(text), style: Style(role, .bold), isUnbreakable: true)
  }
}

/// A value as a sentence shows it. What has no value here (text that a check would refuse) is shown
/// as `?` with its reason.
func sentenceText(
  of value: Result<Value, FormulaDiagnostic>?, decimals: Int, _ tier: GlyphTier, _ words: Words
) -> String {
  switch value {
  case .success(.matrix), .success(.truth), nil: "?"
  case .success(let value): formatted(value, decimals: decimals, tier: tier)
  case .failure(let error): "? (\(error.sentence(in: words.language)))"
  }
}
