import Notation

/// The one spelling of a name, however it was set: fonts do not matter, accents and primes do.
///
/// `\mathbf{z}` is `z`, `D_{\mathrm{KL}}` is `D_{KL}`, `\hat y` is `\hat{y}`.
enum Spelling {
  /// The spelling of what may be a name on its own; nil for a sign, a fence or a fraction.
  static func of(_ notation: Notation) -> String? {
    switch notation.kind {
    case .symbol(let symbol): letter(symbol)
    // An arrow says that it is a vector, as bold type does.
    case .accent(let accent, let base):
      accent == .vec ? of(base) : of(base).map { "\\\(accent.rawValue){\($0)}" }
    case .font(_, let body): word(body) ?? of(body)
    case .function(let name, _): name
    case .text(let runs): words(runs)
    case .script(let base?, let lower, nil, let primes, _):
      of(base).flatMap { base in
        guard let lower else { return base + String(repeating: "'", count: primes) }
        return subscripted(base, by: lower).map { $0 + String(repeating: "'", count: primes) }
      }
    case .boxed(let body), .colored(_, let body), .cancelled(let body): of(body)
    case .row(let items) where items.count == 1: of(items[0])
    default: nil
    }
  }

  /// `D` with `KL` below is `D_{KL}`.
  static func subscripted(_ base: String, by lower: Notation) -> String? {
    inside(lower).map { "\(base)_{\($0)}" }
  }

  /// Letters that a font command holds together are one word: `\mathrm{softmax}`.
  static func word(_ notation: Notation) -> String? {
    guard case .row(let items) = notation.kind, items.count > 1 else { return nil }
    var word = ""
    for item in items {
      guard case .symbol(let symbol) = item.kind, let letter = letter(symbol), letter.count == 1
      else { return nil }
      word += letter
    }
    return word
  }

  /// What stands in a subscript, signs included.
  static func inside(_ notation: Notation) -> String? {
    switch notation.kind {
    case .row(let items):
      var spelling = ""
      for item in items {
        if case .space = item.kind { continue }
        guard let part = inside(item) else { return nil }
        spelling += part
      }
      return spelling
    case .number(let digits): return digits
    case .symbol(let symbol): return letter(symbol) ?? symbol.name
    case .font(_, let body): return inside(body)
    default: return of(notation)
    }
  }

  private static func letter(_ symbol: Symbol) -> String? {
    guard symbol.atomClass == .ordinary, !signs.contains(symbol.name) else { return nil }
    if symbol.name.count == 1 { return symbol.name.first?.isLetter == true ? symbol.name : nil }
    return "\\" + symbol.name
  }

  private static func words(_ runs: [TextRun]) -> String? {
    guard runs.count == 1, case .words(let words) = runs[0] else { return nil }
    let trimmed = words.drop { $0 == " " }
    return trimmed.isEmpty || trimmed.contains(" ") ? nil : String(trimmed)
  }

  /// Ordinary symbols that are no names.
  private static let signs: Set<String> = [
    "partial", "nabla", "infty", "top", "bot", "intercal", "prime", "forall", "exists", "neg",
    "emptyset", "varnothing", "backslash", "Vert",
  ]
}

extension Font {
  /// Whether letters in it are read as one word.
  var isUpright: Bool { [.mathrm, .mathsf, .mathtt].contains(self) }

  var isBold: Bool { self == .mathbf || self == .boldsymbol }
}
