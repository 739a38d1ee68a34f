// Texts
extension YAMLReader {
  /// A plain scalar's part of this line, without spaces at its end. The cursor is then behind it.
  mutating func plainLine(inFlow: Bool) -> MappedText {
    let start = place
    var (offset, last) = (byte, byte)
    while let next = self[offset] {
      if next == UInt8(ascii: ":"), isBlank(offset + 1) { break }
      if next == UInt8(ascii: "#"), offset > 0, isBlank(offset - 1) { break }
      if inFlow, next.isFlowIndicator { break }
      // YAML leaves it open whether `a:]` is a key.
      if inFlow, next == UInt8(ascii: ":"), self[offset + 1]?.isUnclearAfterColon == true { break }
      offset += 1
      if next != UInt8(ascii: " ") { last = offset }
    }
    byte = last
    var text = MappedText()
    text.append(bytes[start.byte..<last], at: start)
    return text
  }

  /// A plain scalar, which goes on over lines that are indented deeper than `parent`. A line break
  /// is a space, and a blank line a line break.
  mutating func plain(deeperThan parent: Int) throws(YAMLFault) -> YAMLScalar {
    var text = MappedText()
    repeat {
      text.append(plainLine(inFlow: false))
      var ahead = self
      ahead.skipSpaces()
      if ahead.isColon { throw ahead.colonInside() }
    } while foldsOn(&text, where: { $0.byte > parent })
    return YAMLScalar(text: text, style: .plain)
  }

  var isColon: Bool { current == UInt8(ascii: ":") && isBlank(byte + 1) }

  /// Goes to the next line of a plain scalar, if there is one; else the cursor stays.
  ///
  /// - Parameter belongs: whether what stands at the cursor of the reader it is given goes on with it.
  mutating func foldsOn(_ text: inout MappedText, where belongs: (YAMLReader) -> Bool) -> Bool {
    var ahead = self
    ahead.skipSpaces()
    guard ahead.isAtLineEnd else { return false }
    let blankLines = ahead.nextTextLine()
    guard !ahead.isAtEnd, !ahead.isDocumentMark, ahead.current != UInt8(ascii: "#"), belongs(ahead)
    else { return false }
    self = ahead
    text.fold(blankLines)
    return true
  }

  /// Goes to the first character of the next line that is not blank.
  ///
  /// - Returns: how many blank lines it has passed.
  private mutating func nextTextLine() -> Int {
    var blankLines = -1
    repeat {
      nextLine()
      skipSpaces()
      blankLines += 1
    } while !isAtEnd && isAtLineEnd
    return blankLines
  }

  /// A text in quotes. In double ones a backslash would have a meaning of its own, and is refused.
  ///
  /// - Parameter parent: lines that it goes on over are indented deeper; nil for a key, which has one.
  /// - Returns: nil for a key that has more lines, which is none.
  mutating func quoted(deeperThan parent: Int?) throws(YAMLFault) -> YAMLScalar? {
    let opening = place
    let quote = bytes[byte]
    var text = MappedText("", at: SourceText.Place(line: line, byte: byte + 1))
    byte += 1
    while true {
      let start = byte
      while let next = current, next != quote,
        next != UInt8(ascii: "\\") || quote != UInt8(ascii: "\"")
      { byte += 1 }
      var piece = bytes[start..<byte]
      if isAtLineEnd { piece = piece.withoutLastSpaces }
      text.append(piece, at: SourceText.Place(line: line, byte: start))
      if current == UInt8(ascii: "\\") { throw backslash(after: opening) }
      if current == quote {
        byte += 1
        guard current == quote, quote == UInt8(ascii: "'") else { break }
        // A doubled quote in the file is one in the text.
        text.append([quote], at: place)
        byte += 1
      } else {
        guard let parent else { return nil }
        try nextLine(of: &text, deeperThan: parent, opening)
      }
    }
    return YAMLScalar(
      text: text, style: quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted)
  }

  /// The next line of a text in quotes, past the spaces at its beginning.
  private mutating func nextLine(
    of text: inout MappedText, deeperThan parent: Int, _ opening: SourceText.Place
  ) throws(YAMLFault) {
    let blankLines = nextTextLine()
    guard !isAtEnd, byte > parent, !isDocumentMark else {
      throw fault(.openQuote, at: opening)
    }
    text.fold(blankLines)
  }

  private func backslash(after opening: SourceText.Place) -> YAMLFault {
    let isControl = self[byte + 1].map { "0abtnvfre".utf8.contains($0) } ?? false
    return isControl
      ? fault(
        .controlInDoubleQuotes, at: opening)
      : fault(
        .backslashInDoubleQuotes)
  }

  /// The lines under `|`, as they stand, without their indent. One line break stays at the end; after
  /// `|-` none does, after `|+` all do.
  mutating func literal(deeperThan parent: Int) throws(YAMLFault) -> YAMLNode {
    let start = place
    byte += 1
    let chomping = current
    if chomping == UInt8(ascii: "-") || chomping == UInt8(ascii: "+") { byte += 1 }
    guard skipsToLineEnd() else {
      throw fault(.literalHeader)
    }
    nextLine()
    var text = MappedText("", at: place)
    var indent: Int?
    var (blankLines, deepestBlank) = (0, 0)
    var hasContent = false
    while !isAtEnd {
      let spaces = bytes.prefix { $0 == UInt8(ascii: " ") }.count
      let isBlankLine = spaces == bytes.count && spaces <= indent ?? .max
      if isBlankLine {
        blankLines += 1
        if indent == nil { deepestBlank = max(deepestBlank, spaces) }
      } else {
        // At the margin of the file stands no text of a block.
        guard spaces > max(parent, 0), spaces >= indent ?? 0 else { break }
        guard indent != nil || spaces >= deepestBlank else {
          throw fault(.longBlankLine)
        }
        indent = indent ?? spaces
        if hasContent { text.append(break: UInt8(ascii: "\n")) }
        for _ in 0..<blankLines { text.append(break: UInt8(ascii: "\n")) }
        blankLines = 0
        hasContent = true
        let margin = indent ?? 0
        text.append(bytes.dropFirst(margin), at: SourceText.Place(line: line, byte: margin))
      }
      nextLine()
    }
    if hasContent, chomping != UInt8(ascii: "-") { text.append(break: UInt8(ascii: "\n")) }
    if chomping == UInt8(ascii: "+") {
      for _ in 0..<blankLines { text.append(break: UInt8(ascii: "\n")) }
    }
    return YAMLNode(content: .scalar(YAMLScalar(text: text, style: .literal)), place: start)
  }
}

extension MappedText {
  /// A line break of a plain or quoted text is a space; blank lines are line breaks.
  fileprivate mutating func fold(_ blankLines: Int) {
    if blankLines == 0 { append(break: UInt8(ascii: " ")) }
    for _ in 0..<blankLines { append(break: UInt8(ascii: "\n")) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutLastSpaces: ArraySlice<UInt8> {
    dropLast(reversed().prefix { $0 == UInt8(ascii: " ") }.count)
  }
}

extension UInt8 {
  var isFlowIndicator: Bool { ",[]{}".utf8.contains(self) }
  fileprivate var isUnclearAfterColon: Bool { isFlowIndicator || self == UInt8(ascii: "?") }
}
