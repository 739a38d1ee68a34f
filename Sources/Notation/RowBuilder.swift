/// The items of a row being read, with the plain fences that are still open in it.
///
/// A fence that finds its partner becomes one `.fence` node; one that does not stays a symbol.
struct RowBuilder {
  struct Frame {
    /// The opening sign as a node of its own, for when no partner comes.
    var opening: Notation
    /// What identifies the partner: `(`, `langle`, `Vert`.
    var name: String
    var isBig: Bool
    var before: [Notation]
  }

  private(set) var frames: [Frame] = []
  private(set) var items: [Notation] = []

  /// Whether an odd number of `|` stands in the innermost fence.
  var hasOpenBar: Bool {
    items.count { $0.kind == .symbol(Symbol("|", .ordinary)) } % 2 == 1
  }

  /// Blanks side by side are one.
  mutating func append(_ item: Notation) {
    if case .space(let columns, let units) = item.kind, let last = items.last,
      case .space(let columnsBefore, let unitsBefore) = last.kind
    {
      items[items.count - 1] = Notation(
        .space(columns: columnsBefore + columns, units: unitsBefore + units),
        range: last.range.lowerBound..<max(last.range.upperBound, item.range.upperBound), id: 0)
    } else {
      items.append(item)
    }
  }

  mutating func open(_ opening: Notation, name: String, isBig: Bool) {
    frames.append(Frame(opening: opening, name: name, isBig: isBig, before: items))
    items = []
  }

  /// Ends the innermost frame: `close` gets its body and becomes the node that replaces it.
  mutating func close(with make: (Frame, [Notation]) -> Notation) {
    guard let frame = frames.popLast() else { return }
    let fence = make(frame, items)
    items = frame.before + [fence]
  }

  /// Gives up on the innermost frame: its opening sign stands as a symbol.
  mutating func abandon() {
    guard let frame = frames.popLast() else { return }
    items = frame.before + [frame.opening] + items
  }

  /// Takes back a last `\arg`, with a thin space behind it.
  mutating func popArgument() -> Notation? {
    var count = 1
    if case .space? = items.last?.kind, items.last?.isGap == false { count = 2 }
    guard items.count >= count, case .function("arg", _) = items[items.count - count].kind else {
      return nil
    }
    defer { items.removeLast(count) }
    return items[items.count - count]
  }

  /// Takes back the last item as the base of a script; nil where a script hangs on nothing.
  mutating func popBase() -> Notation? {
    switch items.last?.kind {
    // A script has all its scripts already: another is a double one, which stands alone.
    case nil, .space, .style, .script: nil
    default: items.popLast()
    }
  }

  mutating func finish() -> [Notation] {
    // A brace without a partner before a table: cases.
    while let frame = frames.last, frame.name == "{",
      let cases = Notation.cases(after: frame.opening, items)
    {
      frames.removeLast()
      items = frame.before + cases
    }
    // From the outside in, so that each item is copied once.
    var row: [Notation] = []
    for frame in frames {
      row += frame.before
      row.append(frame.opening)
    }
    frames = []
    row += items
    items = []
    return row
  }
}
