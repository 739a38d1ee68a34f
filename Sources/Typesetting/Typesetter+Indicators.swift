import Notation

/// An indicator, 1 where a condition is true and 0 elsewhere, is drawn as its condition in square
/// brackets: beside a factor, `1(i = j)` would read as a product with 1.
extension Typesetter {
  /// `𝟙(i = j)`, `𝟙[i = j]` and `𝟙_{i = j}` as `[i = j]`; the other items as they are.
  func indicatorsBracketed(_ items: [Notation]) -> [Notation] {
    guard items.contains(where: { $0.isIndicatorSign || $0.isIndicator }) else { return items }
    var shown: [Notation] = []
    for item in items {
      switch item.kind {
      case .fence(_, let body, _, let growth) where shown.last?.isIndicatorSign == true:
        shown[shown.count - 1] = item.bracketed(body, growth, as: shown[shown.count - 1].signID)
      case .script(_, let lower?, _, _, _) where item.isIndicator:
        shown.append(item.bracketed(lower, .whenTall, as: item.signID))
      default: shown.append(item)
      }
    }
    return shown
  }
}

extension Notation {
  /// The double-struck 1.
  fileprivate var isIndicatorSign: Bool {
    if case .font(.mathbb, let body) = kind { body.isOne } else { false }
  }

  /// The sign with its condition below it.
  fileprivate var isIndicator: Bool {
    if case .script(let base?, _?, nil, 0, _) = kind { base.isIndicatorSign } else { false }
  }

  private var isOne: Bool {
    switch kind {
    case .number("1"): true
    case .row(let items): items.count == 1 && items[0].isOne
    default: false
    }
  }

  /// The node of the 1, that the brackets stand for.
  fileprivate var signID: NodeID {
    switch kind {
    case .font(_, let body), .script(let body?, _, _, _, _): body.signID
    case .row(let items) where items.count == 1: items[0].signID
    default: id
    }
  }

  fileprivate func bracketed(
    _ body: Notation, _ growth: FenceGrowth, as sign: NodeID
  ) -> Notation {
    Notation(
      .fence(open: .leftBracket, body: body, close: .rightBracket, growth: growth), range: range,
      id: sign)
  }
}
