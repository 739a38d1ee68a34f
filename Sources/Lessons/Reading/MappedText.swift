/// Text put together from pieces of a file's lines, which remembers where each piece stood.
struct MappedText {
  private(set) var bytes: [UInt8] = []
  private(set) var places = TextPlaces()

  init() {}

  /// One piece of one line, from `byte` to the line's end.
  init(_ text: some StringProtocol, at place: SourceText.Place) {
    append(text.utf8, at: place)
  }

  mutating func append(_ text: some Collection<UInt8>, at place: SourceText.Place) {
    places.add(place, at: bytes.count)
    bytes.append(contentsOf: text)
  }

  mutating func append(_ text: MappedText) {
    places.add(text.places, at: bytes.count)
    bytes += text.bytes
  }

  /// A character that stands for a line's end: where the line ends.
  mutating func append(break byte: UInt8) { bytes.append(byte) }

  /// The next line of a paragraph. A line break is a space, except between two characters of a
  /// script that writes none (Chinese, Japanese; Korean does).
  mutating func appendLine(_ line: MappedText) {
    if let last = String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last,
      let first = String(decoding: line.bytes.prefix(4), as: UTF8.self).unicodeScalars.first,
      !(last.isSpaceless && first.isSpaceless)
    {
      append(break: UInt8(ascii: " "))
    }
    append(line)
  }

  /// The next line of a block in which line breaks count.
  mutating func appendVerbatim(_ text: some StringProtocol, at place: SourceText.Place) {
    if !places.isEmpty { append(break: UInt8(ascii: "\n")) }
    append(text.utf8, at: place)
  }

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { string(bytes.indices) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func place(of offset: Int) -> SourceText.Place { places[offset] }

  subscript(range: Range<Int>) -> MappedText {
    var part = MappedText()
    part.bytes = Array(bytes[range])
    part.places = places[range]
    return part
  }

  /// Its lines, with their places.
  var lines: [MappedText] {
    var start = 0
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      line in
      defer { start += line.count + 1 }
      return self[start..<start + line.count]
    }
  }

  /// Without the line ends at its end, which a `|` block has.
  var withoutLastBreaks: MappedText {
    let breaks = bytes.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    return self[0..<bytes.count - breaks]
  }
}

extension Unicode.Scalar {
  fileprivate var isSpaceless: Bool {
    switch value {
    case 0x2e80...0x303f, 0x3040...0x30ff, 0x3100...0x312f, 0x31a0...0x4dbf, 0x4e00...0x9fff,
      0xf900...0xfaff, 0xff01...0xff60, 0x20000...0x3ffff:
      true
    default: false
    }
  }
}

extension Located where Value == String {
  /// A text with the place where it begins.
  init(_ text: MappedText, in source: SourceText) {
    self.init(text.string, at: text.places, in: source)
  }
}

extension Located {
  init(_ value: Value, at places: TextPlaces, in source: SourceText) {
    let start = places[0]
    self.init(value, line: start.line + 1, column: source.column(of: start), places: places)
  }
}
