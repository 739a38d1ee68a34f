/// A change in one place of a formula's source.
struct Edit: Hashable {
  /// What kind of mistake it is, as the field makes it: `a sign`, `an index`.
  var mistake: String
  /// UTF-8 offsets into the formula's source.
  var range: Range<Int>
  var replacement: String

  func applied(to source: String) -> String {
    let bytes = Array(source.utf8)
    return String(
      decoding: bytes[..<range.lowerBound] + Array(replacement.utf8) + bytes[range.upperBound...],
      as: UTF8.self)
  }

  /// What stood there, and what stands there now.
  func words(in source: String) -> String {
    let before = String(decoding: Array(source.utf8)[range], as: UTF8.self)
    func quoted(_ text: String) -> String {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? "nothing" : "`\(words)`"
    }
    return "\(mistake): \(quoted(before)) → \(quoted(replacement))"
  }
}
