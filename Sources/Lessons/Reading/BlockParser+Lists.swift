extension BlockParser {
  mutating func readList(_ first: LineKind) {
    var items: [MappedText] = []
    while line < source.lines.count {
      let (kind, indent, content) = LineKind.of(current)
      if kind == .blank {
        guard let next = lineOfNextItem(of: first) else { break }
        line = next
      } else if indent < 2, kind.isItem(of: first) {
        check(kind, count: items.count)
        var item = MappedText()
        appendLine(to: &item, from: content)
        if item.isEmpty { report(.emptyItem) }
        items.append(item)
        line += 1
      } else if indent >= 2 {
        if kind != .text { report(.nestedList) }
        if let last = items.indices.last { appendLine(to: &items[last], from: indent) }
        line += 1
      } else if kind == .text || !kind.endsParagraph {
        report(.itemGoesOn)
        if let last = items.indices.last { appendLine(to: &items[last], from: indent) }
        line += 1
      } else {
        break
      }
    }
    var isOrdered = false
    if case .number = first { isOrdered = true }
    let content = items.map { text in
      var task = text.bytes.starts(with: "[ ]".utf8)
      task = task || text.bytes.starts(with: "[x]".utf8)
      if task { report(.taskList, at: text.place(of: 0)) }
      return inlines(text)
    }
    add(.list(ordered: isOrdered, items: content))
  }

  /// The line with which the list continues after the blank lines that begin here.
  private mutating func lineOfNextItem(of first: LineKind) -> Int? {
    guard let next = source.lines[line...].firstIndex(where: { LineKind.of($0).kind != .blank })
    else { return nil }
    let (kind, indent, _) = LineKind.of(source.lines[next])
    if kind == .text, indent >= 2 {
      report(
        .secondParagraphOfItem,
        at: .init(line: next, byte: 0))
      return nil
    }
    return indent < 2 && kind.isItem(of: first) ? next : nil
  }

  private mutating func check(_ kind: LineKind, count: Int) {
    switch kind {
    case .bullet(let marker) where marker != "-":
      report(.otherBullet(marker))
    case .number(_, let delimiter) where delimiter == ")":
      report(.numberWithoutPoint(count + 1))
    case .number(let number, _) where number != count + 1:
      report(.otherNumber(than: count + 1))
    default: break
    }
  }

  /// A quote is one paragraph; an empty `>` line begins the next.
  mutating func readQuote() {
    var text = MappedText()
    while line < source.lines.count {
      let (kind, indent, content) = LineKind.of(current)
      guard kind == .quote else {
        if kind == .text, !text.isEmpty {
          report(.quoteGoesOn)
        }
        break
      }
      let inside = Substring(current.utf8.dropFirst(indent + 1))
      switch LineKind.of(String(inside)).kind {
      case .blank:
        if !text.isEmpty { add(.quote(inlines(text))) }
        text = MappedText()
      case .text: appendLine(to: &text, from: content)
      default:
        report(.blockInQuote, byte: content)
        appendLine(to: &text, from: content)
      }
      line += 1
    }
    if !text.isEmpty { add(.quote(inlines(text))) }
  }
}

extension LineKind {
  fileprivate func isItem(of first: LineKind) -> Bool {
    switch (self, first) {
    case (.bullet, .bullet), (.number, .number): true
    default: false
    }
  }
}
