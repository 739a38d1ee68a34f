/// What a line of Markdown begins.
enum LineKind: Hashable {
  case blank
  case fence(info: String)
  case heading(level: Int)
  case comment
  case bullet(Character)
  case number(Int, delimiter: Character)
  case quote
  case rule
  case table
  case text

  /// - Returns: the kind, the spaces before it, and how many bytes of the line come before its
  ///   content.
  static func of(_ line: String) -> (kind: LineKind, indent: Int, content: Int) {
    let bytes = Array(line.utf8)
    let indent = bytes.prefix { $0 == 0x20 }.count
    let rest = bytes[indent...]
    guard let first = rest.first else { return (.blank, indent, indent) }
    func marker(_ kind: LineKind, _ length: Int) -> (LineKind, Int, Int) {
      let spaces = rest.dropFirst(length).prefix { $0 == 0x20 }.count
      return (kind, indent, indent + length + spaces)
    }
    let isRule = isRule(rest)
    switch first {
    case UInt8(ascii: "`") where rest.starts(with: "```".utf8):
      let info = String(decoding: rest.dropFirst(3), as: UTF8.self)
      // Backticks further on make it code in a line; four or more at the start a fence of GitHub's.
      let isCode = info.drop { $0 == "`" }.contains("`")
      return (isCode ? .text : .fence(info: trimmed(info)), indent, indent)
    case UInt8(ascii: "~") where rest.starts(with: "~~~".utf8):
      return (.fence(info: "~~~"), indent, indent)
    case UInt8(ascii: "#"):
      return marker(
        .heading(level: rest.prefix { $0 == first }.count), rest.prefix { $0 == first }.count)
    case UInt8(ascii: "<") where rest.starts(with: "<!--".utf8):
      return (.comment, indent, indent)
    case UInt8(ascii: ">"): return marker(.quote, 1)
    case UInt8(ascii: "|"): return (.table, indent, indent)
    case _ where isRule: return (.rule, indent, indent)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard rest.count == 1 || rest.dropFirst().first == 0x20 else { break }
      return marker(.bullet(Character(Unicode.Scalar(first))), 1)
    case _ where first.isDigit:
      let digits = rest.prefix(9).prefix(while: \.isDigit)
      guard let delimiter = rest.dropFirst(digits.count).first,
        delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"),
        rest.dropFirst(digits.count + 1).first ?? 0x20 == 0x20,
        let number = Int(String(decoding: digits, as: UTF8.self))
      else { break }
      return marker(
        .number(number, delimiter: Character(Unicode.Scalar(delimiter))), digits.count + 1)
    default: break
    }
    return (isTableRule(rest) ? .table : .text, indent, indent)
  }

  /// `---`, `***`, `___`, spaces between them allowed, and `===`.
  private static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, "-*_=".utf8.contains(first) else { return false }
    return bytes.allSatisfy { $0 == first || $0 == 0x20 } && bytes.filter { $0 == first }.count > 2
  }

  /// The line under a table's head: `---|:--`.
  private static func isTableRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: "|")) && bytes.contains(UInt8(ascii: "-"))
      && bytes.allSatisfy { "|-: ".utf8.contains($0) }
  }

  /// Whether the line can't go on with a paragraph that stands above it.
  var endsParagraph: Bool {
    switch self {
    case .text: false
    // A paragraph may have a line that begins with a year.
    case .number(let number, _): number == 1
    default: true
    }
  }
}

/// Text without spaces at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let text = Substring(text)
  let bytes = text.utf8
  // In ASCII no mark joins a space.
  if bytes.allSatisfy({ $0 < 0x80 }) {
    let blank = UInt8(ascii: " ")
    guard let first = bytes.firstIndex(where: { $0 != blank }),
      let last = bytes.lastIndex(where: { $0 != blank })
    else { return "" }
    return String(text[first...last])
  }
  let front = text.drop { $0 == " " }
  return String(front.prefix(front.count - front.reversed().prefix { $0 == " " }.count))
}
