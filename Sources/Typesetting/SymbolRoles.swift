import Notation
import TextGrid

/// Which names have a colour, looked up by what was written, whole nodes only.
struct SymbolRoles: Hashable, Sendable {
  private let roles: [String: Role]

  init(_ roles: [String: Role]) {
    var canonical: [String: Role] = [:]
    for (name, role) in roles {
      // One letter is its own spelling; this spares the parser for nearly all of them.
      let key = name.count == 1 ? name : Self.spelling(NotationParser.parse(name).0)
      if let key { canonical[key] = role }
    }
    self.roles = canonical
  }

  /// The role of this node with everything in it; nil leaves its parts to be asked themselves.
  func role(of node: Notation) -> Role? {
    guard !roles.isEmpty else { return nil }
    switch node.kind {
    case .symbol, .fraction, .fence, .row, .font: return Self.spelling(node).flatMap { roles[$0] }
    case .accent:
      // ŷ is not y: a marked name that has no role of its own has none.
      return Self.spelling(node).flatMap { roles[$0] } ?? (isName(node) ? .body : nil)
    case .script(let base?, let lower, let upper, let primes, _):
      if let role = Self.spelling(node).flatMap({ roles[$0] }) { return role }
      if primes > 0 { return isName(base) ? .body : nil }
      if upper != nil, let lower {
        let named = Notation(
          .script(base: base, lower: lower, upper: nil, primes: 0, limits: .automatic),
          range: node.range, id: node.id)
        if let role = Self.spelling(named).flatMap({ roles[$0] }) { return role }
      }
      guard isName(base) else { return nil }
      if let role = Self.spelling(base).flatMap({ roles[$0] }) { return role }
      // The L of D_{KL} is no loss.
      return lower.map(Self.isWord) == true ? .body : nil
    // A number in place of a name.
    case .colored(let name, _): return roles[name]
    default: return nil
    }
  }

  private func isName(_ node: Notation) -> Bool {
    switch node.kind {
    case .symbol: true
    case .font(_, let body), .accent(_, let body): isName(body)
    case .row(let items): items.count == 1 && isName(items[0])
    default: false
    }
  }

  /// Letters alone, at least two: a word as a subscript.
  private static func isWord(_ node: Notation) -> Bool {
    switch node.kind {
    case .row(let items):
      items.count == 1
        ? isWord(items[0])
        : items.count > 1
          && items.allSatisfy {
            if case .symbol(let symbol) = $0.kind {
              symbol.name.first?.isASCIILetter == true
            } else {
              false
            }
          }
    case .font(_, let body): isWord(body)
    case .text, .function: true
    default: false
    }
  }

  /// What was written, without fonts, blanks and needless braces; nil for what is no name.
  static func spelling(_ node: Notation) -> String? {
    switch node.kind {
    case .symbol(let symbol):
      return symbol.name.count == 1 ? symbol.name : "\\" + symbol.name
    case .number(let digits): return digits
    case .function(let name, _): return name
    case .font(_, let body): return spelling(body)
    case .text(let runs):
      guard runs.count == 1, case .words(let words) = runs[0] else { return nil }
      return words
    case .accent(let accent, let body): return spelling(body).map { "\\\(accent.rawValue){\($0)}" }
    case .row(let items): return joined(items)
    case .script(let base?, let lower, let upper, let primes, _):
      guard var text = spelling(base) else { return nil }
      text += String(repeating: "'", count: primes)
      if let lower {
        guard let script = spelling(lower) else { return nil }
        text += "_{\(script)}"
      }
      if let upper {
        guard let script = spelling(upper) else { return nil }
        text += "^{\(script)}"
      }
      return text
    case .fence(let open, let body, let close, _):
      return spelling(body).map { (open?.rawValue ?? ".") + $0 + (close?.rawValue ?? ".") }
    case .fraction(let upper, let lower):
      guard let over = spelling(upper), let under = spelling(lower) else { return nil }
      return "\\frac{\(over)}{\(under)}"
    default: return nil
    }
  }

  private static func joined(_ items: [Notation]) -> String? {
    var text = ""
    for item in items {
      if case .space = item.kind { continue }
      guard let part = spelling(item) else { return nil }
      text += part
    }
    return text
  }
}
