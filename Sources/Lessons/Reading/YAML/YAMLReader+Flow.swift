// `[a, b]` and `{ a: 1 }`
extension YAMLReader {
  /// The collection whose bracket is at the cursor, which is then behind the closing one.
  mutating func flow() throws(YAMLFault) -> YAMLNode {
    let opening = place
    let isMapping = current == UInt8(ascii: "{")
    let closing = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    collections += 1
    guard collections <= Self.mostCollections else {
      throw fault(.tooManyCollections(most: Self.mostCollections))
    }
    byte += 1
    var (items, fields): ([YAMLNode], [YAMLField]) = ([], [])
    try skipInside(opening)
    while current != closing {
      if isMapping {
        fields.append(try flowField(opening, beside: fields))
      } else {
        items.append(try flowValue())
      }
      try skipInside(opening)
      if current == UInt8(ascii: ",") {
        byte += 1
        try skipInside(opening)
      } else if current != closing {
        throw notBetween()
      }
    }
    byte += 1
    return YAMLNode(content: isMapping ? .mapping(fields) : .sequence(items), place: opening)
  }

  /// Goes on past spaces, comments and line ends.
  private mutating func skipInside(_ opening: SourceText.Place) throws(YAMLFault) {
    skipToContent()
    guard !isAtEnd, !isDocumentMark else {
      throw fault(.openBracket, at: opening)
    }
  }

  private func notBetween() -> YAMLFault {
    if current == UInt8(ascii: ":") {
      return fault(.keyInList)
    }
    return fault(.commaMissing)
  }

  private mutating func flowField(
    _ opening: SourceText.Place, beside fields: [YAMLField]
  ) throws(YAMLFault) -> YAMLField {
    let place = place
    let key = try flowKey(opening, beside: fields)
    return YAMLField(key: key, place: place, value: try flowValue())
  }

  private mutating func flowKey(
    _ opening: SourceText.Place, beside fields: [YAMLField]
  ) throws(YAMLFault) -> String {
    let place = place
    guard current != UInt8(ascii: "["), current != UInt8(ascii: "{") else {
      throw fault(.keyNotAWord, at: place)
    }
    try refuseIndicator(inFlow: true)
    let text = try flowScalar().text ?? MappedText()
    try skipInside(opening)
    guard isColon else {
      throw fault(.keysInBraces, at: place)
    }
    guard line == place.line else { throw fault(.colonOnAnotherLine) }
    byte += 1
    try skipInside(opening)
    return try checked(text, at: place, beside: fields)
  }

  /// What recurses has nothing else on its stack.
  private mutating func flowValue() throws(YAMLFault) -> YAMLNode {
    try refuseIndicator(inFlow: true)
    if current == UInt8(ascii: "[") || current == UInt8(ascii: "{") { return try flow() }
    return try flowScalar()
  }

  private mutating func flowScalar() throws(YAMLFault) -> YAMLNode {
    let start = place
    if current == UInt8(ascii: "'") || current == UInt8(ascii: "\"") {
      guard let quoted = try quoted(deeperThan: -1) else { throw notBetween() }
      return YAMLNode(content: .scalar(quoted), place: start)
    }
    var text = MappedText()
    repeat {
      text.append(plainLine(inFlow: true))
    } while foldsOn(&text, where: { !$0.isColon && $0.current?.isFlowIndicator != true })
    return YAMLNode(content: .scalar(YAMLScalar(text: text, style: .plain)), place: start)
  }
}
