/// A written term, and how it may stand among others.
struct Piece {
  enum Level: Int, Comparable {
    /// Terms with + and − between them, or a leading minus.
    case terms
    case product
    /// Stands beside other factors as it is; may carry no further script.
    case factor
    /// A name, a number or a bracket.
    case primary

    static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  var text: String
  var level: Level
  /// Whether it takes in what follows: Σ without a bracket, `\log p_i`, a ∂ before its bracket.
  var isOpen = false
  /// Whether a / stands in it, under which nothing may be written side by side.
  var hasSlash = false
  /// A digit beside a digit would be another number, and beside a bracket no product.
  var startsWithDigit: Bool { text.first.map { $0.isNumber || $0 == "." } ?? false }
  var endsWithDigit: Bool { text.last.map { $0.isNumber } ?? false }

  init(_ text: String, _ level: Level, isOpen: Bool = false, hasSlash: Bool = false) {
    (self.text, self.level, self.isOpen, self.hasSlash) = (text, level, isOpen, hasSlash)
  }
}
