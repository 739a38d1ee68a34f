/// Finds the line of a table by its first word, without making anything of the other lines.
///
/// A start needs a dozen of some hundred lines, and a dictionary of them all would take longer than
/// to read the formulas that it is for. One pass over the bytes notes where each line begins.
struct LineIndex: Sendable {
  private let text: String
  /// Where a line begins, at the hash of its first word or the next free place after that; 0, where
  /// none begins, in a free place. A power of two.
  private let places: [UInt16]

  /// - Parameter lines: each of words with one blank between them; no first word occurs twice.
  /// - Parameter capacity: a power of two, at least twice the number of lines.
  init(_ lines: String, capacity: Int) {
    var text = "\n" + lines
    places = text.withUTF8 { bytes in
      var places = [UInt16](repeating: 0, count: capacity)
      var start = 1
      while start < bytes.count {
        let end = Self.end(ofWordAt: start, in: bytes)
        var slot = Self.hash(bytes[start..<end]) & (capacity - 1)
        while places[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
        places[slot] = UInt16(start)
        start = end
        while start < bytes.count, bytes[start] != Self.newline { start += 1 }
        start += 1
      }
      return places
    }
    self.text = text
  }

  /// What `read` makes of the words after the first of a line, without the blank before them; nil if
  /// no line begins with `word`.
  func line<Value>(_ word: String, _ read: (Slice<UnsafeBufferPointer<UInt8>>) -> Value) -> Value? {
    var (text, word) = (text, word)
    return text.withUTF8 { bytes in
      word.withUTF8 { word in
        var slot = Self.hash(word[...]) & (places.count - 1)
        while places[slot] != 0 {
          let start = Int(places[slot])
          let end = Self.end(ofWordAt: start, in: bytes)
          if bytes[start..<end].elementsEqual(word) {
            var last = end
            while last < bytes.count, bytes[last] != Self.newline { last += 1 }
            return read(bytes[min(end + 1, last)..<last])
          }
          slot = (slot + 1) & (places.count - 1)
        }
        return nil
      }
    }
  }

  /// The first words of all lines, in their order.
  var words: [String] {
    text.utf8.split(separator: Self.newline).map { line in
      String(Substring(line.prefix { $0 != Self.blank }))
    }
  }

  private static let blank = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  private static func end(ofWordAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != blank, bytes[end] != newline { end += 1 }
    return end
  }

  /// FNV-1a, which for words of some letters is short and scatters well enough.
  private static func hash(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash)
  }
}
