/// Text put together from pieces of a file's lines, which remembers where each piece stood.
struct MappedText {
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  private struct Piece {
    var offset: Int
    var place: SourceText.Place
  }

  init() {}

  /// One piece of one line, from `byte` to the line's end.
  init(_ text: some StringProtocol, at place: SourceText.Place) {
    append(text, at: place)
  }

  mutating func append(_ text: some StringProtocol, at place: SourceText.Place) {
    pieces.append(Piece(offset: bytes.count, place: place))
    bytes.append(contentsOf: text.utf8)
  }

  /// The next line of a paragraph. A line break is a space, except between two characters of a
  /// script that writes none (Chinese, Japanese; Korean does).
  mutating func appendLine(_ text: some StringProtocol, at place: SourceText.Place) {
    if let last = String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last,
      let first = text.unicodeScalars.first, !(last.isSpaceless && first.isSpaceless)
    {
      bytes.append(UInt8(ascii: " "))
    }
    append(text, at: place)
  }

  /// The next line of a block in which line breaks count.
  mutating func appendVerbatim(_ text: some StringProtocol, at place: SourceText.Place) {
    if !pieces.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    append(text, at: place)
  }

  var isEmpty: Bool { bytes.isEmpty }

  var string: String { string(bytes.indices) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func place(of offset: Int) -> SourceText.Place {
    guard !pieces.isEmpty else { return SourceText.Place(line: 0, byte: 0) }
    // The last piece that begins at or before the offset, by halving.
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    return SourceText.Place(
      line: piece.place.line, byte: piece.place.byte + max(0, offset - piece.offset))
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
    let place = text.place(of: 0)
    self.init(
      text.string.withoutControls, line: place.line + 1, column: source.column(of: place))
  }
}
