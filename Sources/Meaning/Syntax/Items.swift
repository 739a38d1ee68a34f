import Notation

/// A run of notation nodes that is being read from left to right.
struct Items {
  let all: [Notation]
  private(set) var position = 0
  /// Where an empty or exhausted run stands.
  let place: Notation

  init(_ notation: Notation) {
    self.init(Self.flattened(notation), in: notation)
  }

  init(_ items: [Notation], in place: Notation) {
    all = items
    self.place = place
  }

  /// The members of a row, without what has a picture only.
  static func flattened(_ notation: Notation) -> [Notation] {
    guard case .row(let items) = notation.kind else {
      return notation.isBlank ? [] : [notation]
    }
    return items.filter { !$0.isBlank }
  }

  var next: Notation? { position < all.count ? all[position] : nil }
  var isAtEnd: Bool { position >= all.count }
  var rest: Items { Items(Array(all[min(position, all.count)...]), in: place) }

  func item(ahead: Int) -> Notation? {
    position + ahead < all.count ? all[position + ahead] : nil
  }

  /// Whether the next item begins these and only + or − follows: it would be read the same way
  /// without braces around it.
  var standsAlone: Bool {
    guard position == 0 else { return false }
    guard let after = item(ahead: 1) else { return true }
    return [.plus, .minus].contains(Sign(after))
  }

  mutating func advance() { position += 1 }

  /// The range of the source from an item to the last one read.
  func range(from start: Int) -> Range<Int> {
    guard start < all.count else { return place.range }
    let end = max(start, min(position, all.count) - 1)
    let (lower, upper) = (all[start].range.lowerBound, all[end].range.upperBound)
    return lower..<max(lower, upper)
  }

  func node(at start: Int) -> Notation.NodeID { start < all.count ? all[start].id : place.id }

  /// The items between signs for which `isSeparator` holds.
  func split(_ isSeparator: (Sign) -> Bool) -> [Items] {
    var parts: [[Notation]] = [[]]
    var wasSeparator = false
    for item in all {
      let separates = Sign(item).map(isSeparator) ?? false
      // `P | | Q` separates once.
      if separates && wasSeparator && Sign(item) == .bar { continue }
      if separates { parts.append([]) } else { parts[parts.count - 1].append(item) }
      wasSeparator = separates
    }
    return parts.map { Items($0, in: $0.first ?? place) }
  }
}

extension Notation {
  /// Whether the node has no meaning: a space, a style, a phantom.
  var isBlank: Bool {
    switch kind {
    case .space, .style, .phantom: true
    case .row(let items): items.allSatisfy(\.isBlank)
    default: false
    }
  }

  /// The inside of a round or square fence.
  var fenced: Notation? {
    guard case .fence(let open, let body, let close, _) = kind else { return nil }
    switch (open, close) {
    case (.leftParenthesis, .rightParenthesis), (.leftBracket, .rightBracket): return body
    default: return nil
    }
  }

  /// Itself, without wrappers that have no meaning of their own.
  var bare: Notation {
    switch kind {
    case .boxed(let body), .colored(_, let body), .classed(_, let body), .cancelled(let body):
      body.bare
    case .row(let items) where items.count(where: { !$0.isBlank }) == 1:
      (items.first { !$0.isBlank } ?? self).bare
    default: self
    }
  }

  /// What a wrapper without meaning of its own holds.
  var held: Notation {
    switch kind {
    case .boxed(let body), .colored(_, let body), .classed(_, let body), .brace(_, let body, _),
      .font(_, let body), .cancelled(let body):
      body
    default: self
    }
  }

  /// Whether it is T, ⊤ or ᵀ, which as an upper script transposes.
  var isTranspositionSign: Bool {
    switch kind {
    case .symbol(let symbol): ["T", "top", "intercal"].contains(symbol.name)
    case .font(_, let body): body.isTranspositionSign
    case .text(let runs): runs == [.words("T")]
    case .row(let items): items.count == 1 && items[0].isTranspositionSign
    default: false
    }
  }

  func isSymbol(_ name: String) -> Bool {
    switch kind {
    case .symbol(let symbol): symbol.name == name
    case .font(_, let body), .classed(_, let body), .colored(_, let body): body.isSymbol(name)
    case .row(let items): items.count == 1 && items[0].isSymbol(name)
    default: false
    }
  }
}
