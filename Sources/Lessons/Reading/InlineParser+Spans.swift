import Meaning
import Notation

extension InlineParser {
  /// `\` before punctuation makes it plain; elsewhere it is LaTeX that lost its dollars.
  mutating func escape() {
    guard let next = self[position + 1] else {
      report(.backslashAtEnd, at: position)
      return keep(1)
    }
    guard next.isPunctuation else {
      report(.latexOutside, at: position)
      return keep(1)
    }
    keep(escaped: next)
  }

  /// `` `…` ``, closed by as many backticks as opened it.
  mutating func code(before end: Int) {
    let start = position
    let count = run(of: UInt8(ascii: "`"), at: start, before: end)
    var offset = start + count
    while offset < end {
      let length = run(of: UInt8(ascii: "`"), at: offset, before: end)
      if length == count {
        var content = Substring(text.string(start + count..<offset))
        if content.count > 1, content.first == " ", content.last == " ",
          content.contains(where: { $0 != " " })
        {
          content = content.dropFirst().dropLast()
        }
        position = offset + length
        return take(.code(String(content)))
      }
      offset += max(1, length)
    }
    report(.openCode, at: start)
    keep(count)
  }

  private func run(of byte: UInt8, at start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end, self[offset] == byte { offset += 1 }
    return offset - start
  }

  /// `$…$`
  mutating func formula(before end: Int) {
    let start = position
    if has("$$", at: start) {
      report(.displayDollars, at: start)
      return keep(2)
    }
    guard let close = next(UInt8(ascii: "$"), from: start + 1, before: end) else {
      report(.openFormula, at: start)
      return keep(1)
    }
    let formula = formula(at: start + 1..<close)
    if checksFormulas, self[start + 1] == 0x20 || self[close - 1] == 0x20,
      !formula.value.hasErrors
    {
      report(
        .spaceInFormula,
        at: start, severity: .lint)
    }
    position = close + 1
    take(.formula(formula))
  }

  /// `{…}`, a number to be computed. Braces nest, as they do in LaTeX.
  mutating func value(before end: Int) {
    var (offset, depth) = (position, 0)
    while offset < end {
      switch self[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0 { break }
      guard depth <= LessonParser.deepestNesting else {
        report(
          .bracesTooDeep(deepest: LessonParser.deepestNesting),
          at: position)
        return keep(1)
      }
      offset += 1
    }
    guard offset < end else {
      report(.openValue, at: position)
      return keep(1)
    }
    let range = position + 1..<offset
    guard text.string(range).contains(where: { $0 != " " }) else {
      report(.emptyValue, at: position)
      return keep(range.count + 2)
    }
    let formula = formula(at: range)
    position = offset + 1
    take(.value(formula))
  }

  /// `[words](address)`; brackets that nothing follows are brackets.
  mutating func bracket(before end: Int) {
    guard let close = closingBracket(before: end) else { return keep(1) }
    switch self[close + 1] {
    case UInt8(ascii: "("): link(words: position + 1..<close, before: end)
    case UInt8(ascii: "["):
      report(.linkByReference, at: position)
      keep(1)
    case UInt8(ascii: ":") where position == 0:
      report(.linkDefinition, at: position)
      keep(1)
    default: keep(1)
    }
  }

  private mutating func link(words: Range<Int>, before end: Int) {
    let start = position
    let begin = words.upperBound + 2
    guard let close = next(UInt8(ascii: ")"), from: begin, before: end) else {
      report(.openAddress, at: begin - 1)
      return keep(1)
    }
    let destination = text.string(begin..<close)
    guard !destination.isEmpty, !destination.contains(" ") else {
      report(.badAddress, at: begin)
      return keep(close + 1 - start)
    }
    position = words.lowerBound
    let content = inlines(upTo: words.upperBound)
    if content.isEmpty { report(.linkWithoutWords, at: start) }
    position = close + 1
    take(.link(words: content, destination: destination))
  }

  /// The `]` of the `[` at `position`, past code and formulas.
  private mutating func closingBracket(before end: Int) -> Int? {
    var (offset, depth) = (position, 0)
    while offset < end {
      switch self[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "`"), UInt8(ascii: "$"):
        offset = next(bytes[offset], from: offset + 1, before: end) ?? offset
      default: break
      }
      if depth == 0 { return offset }
      guard depth <= LessonParser.deepestNesting else {
        report(
          .bracketsTooDeep(deepest: LessonParser.deepestNesting),
          at: position)
        return nil
      }
      offset += 1
    }
    return nil
  }

  /// Text up to the next character that may mean something; what GitHub would read as more than
  /// text is reported.
  mutating func plain(before end: Int) {
    let next = self[position + 1]
    switch self[position] {
    case UInt8(ascii: "}"):
      report(.strayBrace, at: position)
    case UInt8(ascii: "_")
    where self[position - 1]?.isWord != true && next?.isWord == true:
      report(.underscoreEmphasis, at: position)
    case UInt8(ascii: "~") where next == UInt8(ascii: "~"):
      report(.struckOut, at: position)
    case UInt8(ascii: "<")
    where next?.isLetter == true || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"):
      report(.html, at: position)
    case UInt8(ascii: "!") where next == UInt8(ascii: "["):
      report(.image, at: position)
      return keep(2)
    case UInt8(ascii: "&") where isEntity(before: min(end, position + Self.longestEntity)):
      report(.htmlEntity, at: position)
    default: break
    }
    let rest = position + 1..<max(end, position + 1)
    keep((rest.first { self[$0]?.mayMean ?? true } ?? rest.upperBound) - position)
  }

  /// With its & and ;, the longest name that HTML has.
  private static let longestEntity = 33

  private func isEntity(before end: Int) -> Bool {
    guard let close = bytes[position..<end].firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = text.string(position + 1..<close)
    return !name.isEmpty && name.utf8.allSatisfy { $0.isWord || $0 == UInt8(ascii: "#") }
  }
}

extension UInt8 {
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// A letter or a digit of any script.
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }

  var isPunctuation: Bool { self > 0x20 && self < 0x7f && !isLetter && !isDigit }

  /// Whether a character can begin something other than text.
  fileprivate var mayMean: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "&"):
      true
    default: false
    }
  }
}
