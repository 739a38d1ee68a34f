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
  /// Index of its first character.
  var position: Int
  var followsSpace: Bool
}

/// Cuts a source into tokens on demand, because inside `\text{…}` blanks count and elsewhere not.
struct Tokenizer {
  let characters: [Character]
  /// What stands in the source where a character was put in the place of another, and nil for what
  /// was put in; empty where every character is the source's.
  private let written: [Character?]
  /// UTF-8 offset where each character begins in the source, and of the end.
  private let starts: [Int]
  /// Where each ends, if that is not where the next begins: what came from a definition has the
  /// place where that was used.
  private let ends: [Int]
  /// Index of the next character to be read.
  private(set) var position = 0
  /// Where `%` comments stood; they are legal LaTeX and never part of a formula.
  private(set) var comments: [Range<Int>] = []
  /// Typed signs that were read as others: `–` as a minus.
  private(set) var slips: [(written: Character, read: Character, range: Range<Int>)] = []
  private var pending: (token: Token, next: Int)?

  init(_ source: [Character], length: Int) {
    characters = source
    written = []
    ends = []
    guard length > source.count else {
      starts = Array(0...source.count)
      return
    }
    var offsets = [0]
    offsets.reserveCapacity(characters.count + 1)
    var offset = 0
    for character in characters {
      offset += character.utf8.count
      offsets.append(offset)
    }
    starts = offsets
  }

  /// Of characters that were put in the place of others.
  init(_ placed: [PlacedCharacter], length: Int) {
    characters = placed.map(\.character)
    written = placed.map(\.written)
    starts = placed.map(\.range.lowerBound) + [length]
    ends = placed.map(\.range.upperBound)
  }

  /// Where in the source the next character begins.
  var start: Int { starts[position] }
  /// Where the last one that was read ended.
  var end: Int { end(of: position) }

  /// Where the character before an index ends.
  private func end(of index: Int) -> Int {
    ends.isEmpty ? starts[index] : index == 0 ? 0 : ends[index - 1]
  }

  mutating func peek() -> Token {
    if let pending { return pending.token }
    let start = position
    skipBlanks()
    let followsSpace = position > start
    let first = position
    let kind = readKind()
    let lower = starts[first]
    let upper = position > first ? max(lower, end(of: position)) : lower
    let token = Token(
      kind: kind, range: lower..<upper, position: first, followsSpace: followsSpace)
    pending = (token, position)
    position = start
    return token
  }

  @discardableResult
  mutating func next() -> Token {
    let token = peek()
    if let pending { position = pending.next }
    pending = nil
    if !written.isEmpty, let written = written(at: token.position),
      case .character(let read) = token.kind, written != read, TypedCharacters.isSlip(written)
    {
      slips.append((written, read, token.range))
    }
    return token
  }

  /// The next character as it stands in the source, blanks included.
  mutating func nextCharacter() -> Character? {
    pending = nil
    while position < characters.count {
      position += 1
      if written.isEmpty { return characters[position - 1] }
      if let character = written[position - 1] { return character }
    }
    return nil
  }

  private func written(at position: Int) -> Character? {
    written.indices.contains(position) ? written[position] : nil
  }

  /// Whether the next token was put in for a raised or lowered character.
  mutating func isNextPutIn() -> Bool {
    let position = peek().position
    return written.indices.contains(position) && written[position] == nil
  }

  func character(at index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  /// Whether this text stands at an index, without blanks in it.
  func stands(_ text: String, at index: Int) -> Bool {
    characters[index...].prefix(text.count).elementsEqual(text)
  }

  /// Whether these letters come next, and no further one.
  mutating func spells(_ word: String) -> Bool {
    let start = peek().position
    let letters = characters[start...].prefix { $0.isASCIILetter }
    return letters.elementsEqual(word)
  }

  mutating func moveToEnd() {
    pending = nil
    position = characters.count
  }

  private mutating func skipBlanks() {
    while position < characters.count {
      if characters[position] == "%" {
        let start = self.start
        while position < characters.count, !characters[position].isNewline { position += 1 }
        comments.append(start..<max(start, end))
      } else if characters[position].isBlank {
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
  /// As `isWhitespace`, which looks every character up.
  var isBlank: Bool {
    asciiValue.map { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? isWhitespace
  }

  package var isASCIILetter: Bool {
    asciiValue.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
  }
  package var isASCIIDigit: Bool { asciiValue.map { (0x30...0x39).contains($0) } ?? false }

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
