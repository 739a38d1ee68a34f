/// What one language says for each of some keys: a catalogue, or a part of one.
///
/// `%1`, `%2` … in a text are filled in. Whoever has something to say names its key and gives the
/// data; no sentence is written where it is said.
public struct TextTable<Key: RawRepresentable & Hashable & Sendable>: Sendable
where Key.RawValue == String {
  private let texts: [Key: String]

  public init(_ texts: [Key: String]) { self.texts = texts }

  /// The keys that have a text.
  public var keys: Set<Key> { Set(texts.keys) }

  /// The text of `key`, with `%1` replaced by the first argument and so on.
  public func filled(_ key: Key, _ arguments: [String] = []) -> String {
    let text = texts[key] ?? key.rawValue
    guard !arguments.isEmpty else { return text }
    var filled = ""
    var isMark = false
    for character in text {
      if isMark {
        isMark = false
        if let number = character.wholeNumberValue, arguments.indices.contains(number - 1) {
          filled += arguments[number - 1]
          continue
        }
        filled.append("%")
      }
      if character == "%" { isMark = true } else { filled.append(character) }
    }
    return isMark ? filled + "%" : filled
  }
}
