import Testing

@testable import Notation

@Suite("An index of lines by their first word")
struct LineIndexTests {
  private static let lines = "alpha ord α\nal rel\nalphabet bin x y\nβ ord b\n= rel ="

  private static func rest(_ word: String, in index: LineIndex) -> String? {
    index.line(word) { String(decoding: $0, as: UTF8.self) }
  }

  @Test("each line is found by its first word alone, crowded or not", arguments: [8, 512])
  func found(capacity: Int) {
    let index = LineIndex(Self.lines, capacity: capacity)
    let wanted = ["alpha": "ord α", "al": "rel", "alphabet": "bin x y", "β": "ord b", "=": "rel ="]
    #expect(Set(index.words) == Set(wanted.keys))
    for (word, rest) in wanted { #expect(Self.rest(word, in: index) == rest) }
    for word in ["", "a", "alph", "alphabets", "ord", "alpha ord", "rel =", "\n"] {
      #expect(Self.rest(word, in: index) == nil, "\(word)")
    }
  }

  @Test("every sign and every command is found by its name, and by no name with a letter more")
  func signs() {
    for name in SymbolTable.names {
      #expect(SymbolTable.symbol(name)?.name == name)
      let longer = name + "q"
      #expect(SymbolTable.symbol(longer) == nil || SymbolTable.names.contains(longer), "\(longer)")
    }
    for name in CommandTable.all { #expect(CommandTable.command(name) != nil, "\(name)") }
    #expect(CommandTable.all.count > 500)
    // A backslash gives these another meaning, or none.
    for name in ["*", "+", "-", "=", "<", "?", ".", "constantinople"] {
      #expect(CommandTable.command(name) == nil)
    }
  }
}
