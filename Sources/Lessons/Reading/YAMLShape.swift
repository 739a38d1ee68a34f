/// What YAML is refused for before libYAML reads it.
///
/// Yams builds a tree by recursion, as deep as libYAML allows: a thousand levels, more than the stack
/// of a thread holds. It also puts what an alias stands for in its place, so that ten lines can make
/// a tree of a billion nodes. Both are told by the text alone, and more text than that is refused:
/// no lesson comes near.
enum YAMLShape {
  /// Columns in which one block can begin inside another.
  static let deepestBlock = 60
  /// Places where a `[…]` or a `{…}` can begin; they may all be inside one another.
  static let mostCollections = 100

  static func refusal(
    of lines: ArraySlice<String>
  ) -> (message: String, place: SourceText.Place)? {
    var collections = 0
    var anchors: Set<Substring> = []
    var aliases: [Substring: SourceText.Place] = [:]
    for (number, line) in zip(lines.indices, lines) {
      let indicators = line.utf8.prefix { " -?:".utf8.contains($0) }.count
      if indicators > deepestBlock, indicators < line.utf8.count {
        return (
          "YAML is nested deeper than \(deepestBlock) columns",
          .init(line: number, byte: deepestBlock)
        )
      }
      var before = UInt8(ascii: " ")
      for index in line.utf8.indices {
        let byte = line.utf8[index]
        let begins = " [{,:-?".utf8.contains(before)
        before = byte
        guard begins, "[{&*".utf8.contains(byte) else { continue }
        let place = SourceText.Place(
          line: number, byte: line.utf8.distance(from: line.utf8.startIndex, to: index))
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
          collections += 1
          if collections > mostCollections {
            return ("this has more than \(mostCollections) lists and mappings in brackets", place)
          }
        } else {
          let name = line[line.utf8.index(after: index)...].prefix(while: \.isAnchor)
          if byte == UInt8(ascii: "&") { anchors.insert(name) } else { aliases[name] = place }
        }
      }
    }
    let shared = anchors.subtracting([""]).compactMap { aliases[$0] }
    return shared.min { ($0.line, $0.byte) < ($1.line, $1.byte) }.map {
      ("YAML's anchors and aliases are not read; write the value again", $0)
    }
  }
}

extension Character {
  fileprivate var isAnchor: Bool {
    isASCII && (isLetter || isNumber) || self == "_" || self == "-"
  }
}
