/// Fractions, derivatives and scripts in plain text.
extension Speller {
  private func bracketed(_ part: Spelled, below strength: Strength) -> String {
    part.strength < strength ? "(\(part.text))" : part.text
  }

  func fraction(_ upper: Notation, _ lower: Notation) -> Spelled? {
    guard let above = row(of: upper), let below = row(of: lower) else { return nil }
    // A log above, or a sum's factors below, would seem to go on behind the stroke.
    let needsBrackets = Self.items(of: upper).count > 1 && Self.holdsOpenWord(upper)
    let over = needsBrackets ? "(\(above.text))" : bracketed(above, below: .product)
    return Spelled(text: over + "/" + bracketed(below, below: .factor), strength: .fraction)
  }

  /// Whether a function or a big sign stands there whose end only the end of the term tells.
  private static func holdsOpenWord(_ node: Notation) -> Bool {
    items(of: node).contains { item in
      switch item.kind {
      case .function, .bigOperator: true
      case .script(let base?, _, _, _, _): holdsOpenWord(base)
      default: false
      }
    }
  }

  // MARK: Derivatives

  /// `dL/dz_1`, `d^2 L/dz_1 dz_2`; nil for a fraction without ∂.
  func derivative(_ upper: Notation, _ lower: Notation) -> Spelled? {
    let over = Self.items(of: upper)
    let under = Self.items(of: lower)
    guard let first = over.first, let order = Self.differential(first),
      let start = under.first, Self.differential(start) != nil
    else { return nil }
    var text = order.map { "d^\($0) " } ?? "d"
    let body = Array(over.dropFirst())
    if let only = body.first {
      guard let spelled = row(of: Notation(.row(body), range: 0..<0, id: 0)) else { return nil }
      let isOneFactor =
        body.count == 1 || (body.count == 2 && Self.isCall(only, body[1]))
      let isLetter = spelled.text.dropFirst().first.map { !$0.isLetter } ?? true
      if !isOneFactor || spelled.strength < .factor && body.count == 1 {
        text += "(\(spelled.text))"
      } else {
        text +=
          (isLetter && spelled.text.first?.isLetter == true || order != nil ? "" : " ")
          + spelled.text
      }
    }
    var parts: [String] = []
    for item in under {
      if Self.differential(item) != nil {
        parts.append("d")
      } else {
        guard let part = spell(item), parts.last == "d" else { return nil }
        parts[parts.count - 1] +=
          (part.text.dropFirst().first?.isLetter == true ? " " : "")
          + bracketed(part, below: .factor)
      }
    }
    return Spelled(text: text + "/" + parts.joined(separator: " "), strength: .factor)
  }

  /// The order of a ∂: `.some(nil)` for a bare one.
  private static func differential(_ node: Notation) -> String?? {
    switch node.kind {
    case .symbol(let symbol): return symbol.name == "partial" ? .some(nil) : nil
    case .script(let base?, nil, let upper?, 0, _):
      guard case .some(nil) = differential(base), let order = items(of: upper).first,
        case .number(let digits) = order.kind
      else { return nil }
      return .some(digits)
    case .row(let items): return items.count == 1 ? differential(items[0]) : nil
    default: return nil
    }
  }

  private static func isCall(_ name: Notation, _ arguments: Notation) -> Bool {
    guard case .fence = arguments.kind else { return false }
    switch name.kind {
    case .function, .symbol: return true
    case .script(let base?, _, nil, _, _): return isCall(base, arguments)
    case .font(_, let body): return isCall(body, arguments)
    case .row(let items): return items.count == 1 && isCall(items[0], arguments)
    default: return false
    }
  }

  // MARK: Scripts

  func script(_ base: Notation, _ lower: Notation?, _ upper: Notation?, _ primes: Int) -> Spelled? {
    guard let spelled = spell(base, hasIndex: lower != nil) else { return nil }
    let isTight = spelled.strength == .atom
    var text = isTight ? spelled.text : "(\(spelled.text))"
    text += String(repeating: "'", count: primes)
    if let lower {
      guard let index = index(lower) else { return nil }
      text += "_" + index
    }
    if let upper {
      guard let exponent = exponent(upper) else { return nil }
      text += "^" + exponent
    }
    return Spelled(
      text: text, strength: upper == nil ? .atom : .factor,
      isFunction: spelled.isFunction && upper == nil, isBigSign: spelled.isBigSign)
  }

  /// `k`, `12`, `ij`, `KL`; what is more stands in braces.
  private func index(_ node: Notation) -> String? {
    let items = Self.items(of: node)
    let letters = items.map { item -> String? in
      switch item.kind {
      case .symbol(let symbol):
        symbol.name.count == 1 && symbol.name.first?.isLetter == true ? symbol.name : nil
      case .number(let digits): items.count == 1 || digits.count == 1 ? digits : nil
      case .font(_, let body): index(body)
      case .function(let name, _): Self.isName(name) && items.count == 1 ? name : nil
      case .text(let runs):
        if case .words(let words)? = runs.first, runs.count == 1, Self.isName(words) {
          words
        } else {
          nil
        }
      default: nil
      }
    }
    if !letters.contains(nil) {
      let text = letters.compactMap { $0 }.joined()
      // Digits before letters would be read as a product.
      let isPlain = text.allSatisfy(\.isLetter) || text.allSatisfy(\.isASCIIDigit)
      return isPlain ? text : "{\(text)}"
    }
    guard let inside = row(of: node) else { return nil }
    return items.count == 1 && inside.strength == .atom && inside.text.allSatisfy(\.isLetter)
      ? inside.text : "{\(inside.text)}"
  }

  private func exponent(_ node: Notation) -> String? {
    let items = Self.items(of: node)
    if items.count == 1, case .symbol(let symbol) = items[0].kind,
      ["T", "top", "intercal"].contains(symbol.name)
    {
      return "T"
    }
    guard let inside = row(of: node) else { return nil }
    if items.count == 1, case .fence = items[0].kind { return "(\(inside.text))" }
    return inside.strength >= .factor ? inside.text : "(\(inside.text))"
  }
}
