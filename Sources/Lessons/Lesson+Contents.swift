import Meaning
public import Notation
import Typesetting

extension Block {
  /// The formulas in it, in reading order.
  public var formulas: [Formula] {
    switch self {
    case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines): inlines.formulas
    case .note(let title, let body): title.formulas + body.flatMap(\.formulas)
    case .list(_, let items): items.flatMap(\.formulas)
    case .formula(let display): [display.formula]
    case .live(let request): request.formula.map { [$0] } ?? []
    case .exercise(let exercise):
      exercise.ask.formulas + exercise.mistakes.flatMap(\.say.formulas)
        + exercise.hints.flatMap(\.formulas)
    case .code: []
    }
  }

  /// Its words on one line; nil for what has none.
  public var plainText: String? { text { $0.plainText } }

  /// The words as a sentence shows them: formulas on one row.
  ///
  /// - Parameter value: what stands for a number that is computed.
  func readableText(value: (Formula) -> String) -> String? {
    text { $0.text(formula: { $0.inlineText() }, value: value) }
  }

  private func text(_ words: ([Inline]) -> String) -> String? {
    switch self {
    case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines): words(inlines)
    case .note(let title, let body): ([title] + body).map(words).joined(separator: " ")
    case .list(_, let items): items.map(words).joined(separator: " ")
    case .code(let text): text
    case .exercise(let exercise): words(exercise.ask)
    case .formula, .live: nil
    }
  }
}

extension [Inline] {
  /// The words alone, formulas by their source.
  public var plainText: String { text(formula: \.source, value: \.source) }

  func text(formula: (Formula) -> String, value: (Formula) -> String) -> String {
    map { inline in
      switch inline {
      case .text(let words), .code(let words): words
      case .emphasis(let inside), .strong(let inside), .link(let inside, _):
        inside.text(formula: formula, value: value)
      case .formula(let shown): formula(shown.value)
      case .value(let computed): value(computed.value)
      }
    }.joined()
  }

  public var formulas: [Formula] {
    flatMap { inline -> [Formula] in
      switch inline {
      case .text, .code: []
      case .emphasis(let inside), .strong(let inside), .link(let inside, _): inside.formulas
      case .formula(let formula), .value(let formula): [formula.value]
      }
    }
  }
}

extension Notation {
  /// Whether a name of one letter occurs in the formula, outside commands and words.
  func mentions(_ letter: String) -> Bool {
    if case .symbol(let symbol) = kind, symbol.name == letter { return true }
    return children.contains { $0.mentions(letter) }
  }
}
