/// One piece of LaTeX: a command, or a character.
struct Token {
  enum Kind: Equatable {
    /// Without its backslash; a control symbol's one character for `\,` or `\{`.
    case command(String)
    case character(Character)
    case end
  }

  var kind: Kind
  /// UTF-8 offsets into the source.
  var range: Range<Int>
  var followsSpace: Bool
}

/// Cuts a source into tokens on demand, because inside `\text{…}` blanks count and elsewhere not.
struct Tokenizer {
  let characters: [Character]
  /// UTF-8 offset of each character, and of the end.
  let offsets: [Int]
  /// Index of the next character to be read.
  private(set) var position = 0
  /// Where `%` comments stood; they are legal LaTeX and never part of a formula.
  private(set) var comments: [Range<Int>] = []
  private var pending: (token: Token, next: Int)?

  init(_ source: String) {
    characters = Array(source)
    var offsets = [0]
    offsets.reserveCapacity(characters.count + 1)
    var offset = 0
    for character in characters {
      offset += character.utf8.count
      offsets.append(offset)
    }
    self.offsets = offsets
  }

  var offset: Int { offsets[position] }

  mutating func peek() -> Token {
    if let pending { return pending.token }
    let start = position
    skipBlanks()
    let followsSpace = position > start
    let first = position
    let kind = readKind()
    let token = Token(
      kind: kind, range: offsets[first]..<offsets[position], followsSpace: followsSpace)
    pending = (token, position)
    position = start
    return token
  }

  @discardableResult
  mutating func next() -> Token {
    let token = peek()
    if let pending { position = pending.next }
    pending = nil
    return token
  }

  /// The next character as it stands, blanks included.
  mutating func nextCharacter() -> Character? {
    pending = nil
    guard position < characters.count else { return nil }
    defer { position += 1 }
    return characters[position]
  }

  func character(at index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  mutating func moveToEnd() {
    pending = nil
    position = characters.count
  }

  private mutating func skipBlanks() {
    while position < characters.count {
      if characters[position] == "%" {
        let start = offsets[position]
        while position < characters.count, !characters[position].isNewline { position += 1 }
        comments.append(start..<offsets[position])
      } else if characters[position].isWhitespace {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func readKind() -> Token.Kind {
    guard position < characters.count else { return .end }
    let character = characters[position]
    position += 1
    guard character == "\\", position < characters.count else { return .character(character) }
    let start = position
    while position < characters.count, characters[position].isASCIILetter { position += 1 }
    if position == start { position += 1 }
    return .command(String(characters[start..<position]))
  }
}

extension Character {
  package var isASCIILetter: Bool { isASCII && isLetter }
  package var isASCIIDigit: Bool { isASCII && isNumber }

  /// Whether drawing it could steer a terminal or hide text: C0, C1, and the format controls that
  /// reorder what stands around them.
  package var isControl: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        true
      case .format: unicodeScalars.count == 1 || scalar.value != 0x200D
      default: false
      }
    }
  }
}
