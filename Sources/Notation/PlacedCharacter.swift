/// A character of a formula with the place in the source that it is to be blamed on: its own, that
/// of the sign it was put in the place of, or that of the command it was defined by.
struct PlacedCharacter {
  var character: Character
  /// What stands there in the source, as words show it; nil for what was put in beside it.
  var written: Character?
  var range: Range<Int>
  /// How many definitions it came out of, one inside another.
  var depth = 0

  init(_ character: Character, written: Character? = nil, at range: Range<Int>) {
    self.character = character
    self.written = written
    self.range = range
  }

  func moved(to range: Range<Int>, depth: Int) -> PlacedCharacter {
    var moved = self
    moved.range = range
    moved.depth = depth
    return moved
  }

  /// The characters of a source, each at its place.
  static func all(of characters: [Character]) -> [PlacedCharacter] {
    var offset = 0
    return characters.map { character in
      let start = offset
      offset += character.utf8.count
      return PlacedCharacter(character, written: character, at: start..<offset)
    }
  }
}
