/// Where the bytes of a text stand in the lesson file.
///
/// A text is put together while a file is read: lines of a paragraph are joined, a doubled quote
/// becomes one, an indent is left out. The places are kept from there on, so that a caret is looked
/// up and never searched for. Offsets count the UTF-8 bytes of the text.
struct TextPlaces: Hashable, Sendable {
  /// A stretch of the text that the file has in one piece, up to where the next begins.
  private struct Piece: Hashable {
    var offset: Int
    var place: SourceText.Place
  }

  /// Most texts are one piece, and need no array.
  private var first = Piece(offset: 0, place: SourceText.Place(line: 0, byte: 0))
  private var others: [Piece] = []
  private(set) var isEmpty = true

  init() {}

  /// Of a text that the file has in one piece.
  init(at place: SourceText.Place) { add(place, at: 0) }

  /// From `offset` on, which no piece before may reach, the text stands at `place`.
  mutating func add(_ place: SourceText.Place, at offset: Int) {
    let piece = Piece(offset: offset, place: place)
    if isEmpty { first = piece } else { others.append(piece) }
    isEmpty = false
  }

  /// The pieces of another text, which begins at `offset` of this one.
  mutating func add(_ places: TextPlaces, at offset: Int) {
    guard !places.isEmpty else { return }
    for piece in [places.first] + places.others { add(piece.place, at: offset + piece.offset) }
  }

  /// The place of a byte, or of the end. What was put in while reading, such as the space for a line
  /// break, stands where the piece before it ends.
  subscript(offset: Int) -> SourceText.Place {
    let piece = others.isEmpty ? first : lastPiece(upTo: offset)
    return SourceText.Place(
      line: piece.place.line, byte: piece.place.byte + max(0, offset - piece.offset))
  }

  /// Of a part of the text, whose offsets count from its own beginning.
  subscript(range: Range<Int>) -> TextPlaces {
    var part = TextPlaces(at: self[range.lowerBound])
    for piece in others where range.lowerBound < piece.offset && piece.offset < range.upperBound {
      part.add(piece.place, at: piece.offset - range.lowerBound)
    }
    return part
  }

  /// Found by halving.
  private func lastPiece(upTo offset: Int) -> Piece {
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : others[low - 1]
  }
}
