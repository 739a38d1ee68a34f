import Lessons

/// Numbers as the command line takes them: `2,1,0`, also with spaces or in brackets.
enum NumberList {
  /// - Parameter option: what the list is the value of, for the sentence that refuses it.
  static func read(_ text: String, for option: String) throws(Failure) -> [Double] {
    let inside = text.drop { "[( \n".contains($0) }
    let bare = inside.reversed().drop { "]) \n".contains($0) }.reversed()
    guard !bare.isEmpty else { throw .missing(option: option, example: "2,1,0") }
    var entries: [Substring] = []
    for piece in Substring(bare).split(separator: ",", omittingEmptySubsequences: false) {
      let words = piece.split { $0.isWhitespace }
      entries += words.isEmpty ? [""] : words
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(entries.count)
    for entry in entries { numbers.append(try number(String(entry), for: option)) }
    return numbers
  }

  static func number(_ text: String, for option: String) throws(Failure) -> Double {
    switch NumberEntry.parse(text, allowsInfinity: true) {
    case .success(let value): return value
    case .failure(let refusal):
      throw .badNumber(
        option: option, text: ArgumentVector.asTyped(text), reason: refusal.description)
    }
  }
}
