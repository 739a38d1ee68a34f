/// Words of the command line, made ready for ArgumentParser, to which whatever begins with a hyphen
/// is a flag: `-1,0` and `-p_1 + 1` would be.
///
/// Every flag of this program begins with two hyphens and a letter, except `-h`; a test holds the
/// commands to that. So any other word that begins with a hyphen is a value. It gets a mark in front
/// of it, which no keyboard types, and loses it where its command takes it.
enum TypedWord {
  private static let mark: Unicode.Scalar = "\u{E000}"

  static func marked(_ words: [String]) -> [String] {
    let end = words.firstIndex(of: "--") ?? words.endIndex
    return words[..<end].map { isValue($0) ? String(mark) + $0 : $0 } + words[end...]
  }

  private static func isValue(_ word: String) -> Bool {
    guard word.hasPrefix("-"), !["-", "-h", "-help"].contains(word) else { return false }
    let rest = word.dropFirst()
    return rest.first != "-" || rest.dropFirst().first?.isASCIILetter != true
  }

  /// The word, or a sentence that quotes it, as it was typed.
  static func asTyped(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != mark }))
  }

  /// Words that are one value: `2 1 0`, `p_1 + 1`.
  static func joined(_ words: [String]) -> String { words.joined(separator: " ") }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
