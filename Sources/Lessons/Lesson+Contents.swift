public import Formulas

extension Block {
  /// The formulas in it, in reading order.
  public var formulas: [Formula] {
    switch self {
    case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines): inlines.formulas
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
  public var plainText: String? {
    switch self {
    case .paragraph(let inlines), .quote(let inlines), .subheading(let inlines): inlines.plainText
    case .list(_, let items): items.map(\.plainText).joined(separator: " ")
    case .code(let text): text
    case .exercise(let exercise): exercise.ask.plainText
    case .formula, .live: nil
    }
  }
}

extension [Inline] {
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
