/// Reads the part of YAML that front matter, exercises, panels and settings are written in: mappings
/// and sequences, in block and in flow form; plain and single-quoted scalars, double-quoted ones
/// without a backslash, and `|` blocks; comments.
///
/// Goals, in order: what is read has the meaning that YAML gives it (a library is the witness in the
/// tests); every value knows its place, byte by byte; what is outside is refused with a cure, and
/// nothing is ever guessed. A library was rejected for the program: none keeps the places inside a
/// scalar, and they bring tags, anchors and types that a lesson must not use.
struct YAMLReader {
  /// Columns in which one block can begin inside another: the reader recurses.
  static let deepestBlock = 60
  /// `[…]` and `{…}` in one text; they may all be inside one another.
  static let mostCollections = 100
  /// Bytes, as YAML has it.
  static let longestKey = 1024

  let source: SourceText
  /// The line after the last.
  private let end: Int
  private(set) var line: Int
  /// The current line, and what is read next of it.
  private(set) var bytes: [UInt8]
  var byte = 0
  var collections = 0

  private init(_ lines: Range<Int>, of source: SourceText) {
    self.source = source
    end = lines.upperBound
    line = lines.lowerBound
    bytes = lines.isEmpty ? [] : Array(source.lines[lines.lowerBound].utf8)
  }

  /// - Returns: nil where there is nothing but comments.
  static func read(
    _ lines: Range<Int>, of source: SourceText
  ) throws(YAMLFault) -> YAMLNode? {
    var reader = YAMLReader(lines, of: source)
    return try reader.document()
  }

  private mutating func document() throws(YAMLFault) -> YAMLNode? {
    guard skipToContent() else { return nil }
    if byte == 0, isMarker("---"), bytes.count == 3 {
      nextLine()
      guard skipToContent() else { return emptyScalar }
    }
    if isDocumentMark { throw strayLine() }
    let node = try block(deeperThan: -1)
    if skipToContent() { throw strayLine() }
    return node
  }

  // MARK: Moving on

  var place: SourceText.Place { SourceText.Place(line: line, byte: byte) }
  var isAtEnd: Bool { line >= end }
  var isAtLineEnd: Bool { byte >= bytes.count }
  subscript(offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }
  var current: UInt8? { self[byte] }

  func fault(_ problem: YAMLProblem, at place: SourceText.Place? = nil) -> YAMLFault {
    YAMLFault(problem: problem, place: place ?? self.place)
  }

  mutating func nextLine() {
    line += 1
    byte = 0
    bytes = isAtEnd ? [] : Array(source.lines[line].utf8)
  }

  mutating func skipSpaces() {
    while current == UInt8(ascii: " ") { byte += 1 }
  }

  /// Whether nothing but a comment is left of the line. The cursor is then at its end, else at what
  /// is left.
  mutating func skipsToLineEnd() -> Bool {
    let start = byte
    skipSpaces()
    if current == UInt8(ascii: "#"), byte > start || byte == 0 { byte = bytes.count }
    return isAtLineEnd
  }

  /// Goes to the next thing that is neither space nor comment; false at the end.
  @discardableResult
  mutating func skipToContent() -> Bool {
    while !isAtEnd {
      if !skipsToLineEnd() { return true }
      nextLine()
    }
    return false
  }

  /// Whether a byte of the line, or its end, sets an indicator apart from what follows.
  func isBlank(_ offset: Int) -> Bool { self[offset].map { $0 == UInt8(ascii: " ") } ?? true }

  /// `- `, with which an entry of a sequence begins.
  var isEntry: Bool { current == UInt8(ascii: "-") && isBlank(byte + 1) }

  /// `---` or `...`.
  private func isMarker(_ marker: StaticString) -> Bool {
    marker.withUTF8Buffer { bytes.dropFirst(byte).starts(with: $0) } && isBlank(byte + 3)
  }

  /// Where a document begins or ends.
  var isDocumentMark: Bool { byte == 0 && (isMarker("---") || isMarker("...")) }

  func strayLine() -> YAMLFault {
    if isDocumentMark {
      return fault(.secondDocument)
    }
    return fault(.belongsNowhere)
  }
}

// Blocks
extension YAMLReader {
  /// The value that begins at the cursor, on a line of its own or after a hyphen.
  ///
  /// - Parameter parent: the column of what it is a value of.
  private mutating func block(deeperThan parent: Int) throws(YAMLFault) -> YAMLNode {
    guard byte <= Self.deepestBlock else {
      throw fault(.nestedTooDeep(deepest: Self.deepestBlock))
    }
    if isEntry { return try sequence(at: byte) }
    try refuseIndicator()
    let start = byte
    if try key() != nil {
      byte = start
      return try mapping(at: start)
    }
    byte = start
    return try value(deeperThan: parent)
  }

  private mutating func mapping(at column: Int) throws(YAMLFault) -> YAMLNode {
    let start = place
    var fields: [YAMLField] = []
    repeat {
      if isEntry { throw fault(.entryAmongKeys) }
      try refuseIndicator()
      let place = place
      guard let text = try key() else {
        throw fault(.notAKey, at: place)
      }
      let key = try checked(text, at: place, beside: fields)
      fields.append(YAMLField(key: key, place: place, value: try valueOfKey(at: column)))
    } while try isAnother(at: column)
    return YAMLNode(content: .mapping(fields), place: start)
  }

  /// The key of a mapping that has others already.
  func checked(
    _ text: MappedText, at place: SourceText.Place, beside fields: [YAMLField]
  ) throws(YAMLFault) -> String {
    let key = text.string
    if key == "<<" {
      throw fault(.mergeKey, at: place)
    }
    guard text.bytes.count <= Self.longestKey else {
      throw fault(.keyTooLong(longest: Self.longestKey), at: place)
    }
    if let first = fields.first(where: { $0.key == key }) {
      throw fault(
        .keyTwice(key, line: first.place.line + 1), at: place)
    }
    return key
  }

  private mutating func valueOfKey(at column: Int) throws(YAMLFault) -> YAMLNode {
    let empty = emptyScalar
    guard skipsToLineEnd() else {
      if isEntry { throw fault(.listBesideKey) }
      return try value(deeperThan: column)
    }
    guard skipToContent() else { return empty }
    if byte > column { return try block(deeperThan: column) }
    // The hyphens of a list may stand under the first letter of its key.
    return byte == column && isEntry ? try sequence(at: column) : empty
  }

  private mutating func sequence(at column: Int) throws(YAMLFault) -> YAMLNode {
    let start = place
    var items: [YAMLNode] = []
    repeat {
      byte += 1
      let empty = emptyScalar
      if skipsToLineEnd() {
        items.append(
          skipToContent() && byte > column ? try block(deeperThan: column) : empty)
      } else {
        items.append(try block(deeperThan: column))
      }
    } while try isAnother(at: column) && isEntry
    return YAMLNode(content: .sequence(items), place: start)
  }

  /// Whether the block that stands at `column` goes on.
  private mutating func isAnother(at column: Int) throws(YAMLFault) -> Bool {
    guard skipToContent(), byte >= column else { return false }
    if byte > column || isDocumentMark { throw strayLine() }
    return true
  }

  private var emptyScalar: YAMLNode {
    let scalar = YAMLScalar(text: MappedText("", at: place), style: .plain)
    return YAMLNode(content: .scalar(scalar), place: place)
  }

  /// The key at the cursor, which is then behind the colon; nil where the line has none.
  private mutating func key() throws(YAMLFault) -> MappedText? {
    let text: MappedText
    switch current {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      guard let quoted = try quoted(deeperThan: nil) else { return nil }
      text = quoted.text
      skipSpaces()
    // Whether it is a key is known at its end; `value` looks.
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"): return nil
    default: text = plainLine(inFlow: false)
    }
    guard current == UInt8(ascii: ":"), isBlank(byte + 1) else { return nil }
    byte += 1
    return text
  }

  /// The value at the cursor, to the end of its last line.
  private mutating func value(deeperThan parent: Int) throws(YAMLFault) -> YAMLNode {
    try refuseIndicator()
    let start = place
    let content: YAMLNode.Content
    switch current {
    case UInt8(ascii: "|"): return try literal(deeperThan: parent)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      guard let scalar = try quoted(deeperThan: parent) else { return emptyScalar }
      content = .scalar(scalar)
    case UInt8(ascii: "["), UInt8(ascii: "{"): content = try flow().content
    default: content = .scalar(try plain(deeperThan: parent))
    }
    try endValue(content)
    return YAMLNode(content: content, place: start)
  }

  /// Nothing but a comment follows a value on its line.
  private mutating func endValue(_ content: YAMLNode.Content) throws(YAMLFault) {
    guard !skipsToLineEnd() else { return }
    let isColon = current == UInt8(ascii: ":") && isBlank(byte + 1)
    switch content {
    case .scalar where isColon: throw colonInside()
    case .scalar(let scalar) where scalar.style == .singleQuoted:
      throw fault(.quoteInQuotes)
    case .scalar: throw fault(.textAfterQuotes)
    case _ where isColon: throw fault(.keyNotAWord)
    default: throw fault(.textAfterValue)
    }
  }

  func colonInside() -> YAMLFault {
    fault(.colonInText)
  }
}
