/// A JSON number, or lists of them nested; "inf", "-inf" and "nan" are strings there.
indirect enum Numbers: Decodable, Sendable {
  case number(Double)
  case list([Numbers])

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      var elements: [Numbers] = []
      while !list.isAtEnd { elements.append(try list.decode(Numbers.self)) }
      self = .list(elements)
      return
    }
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
      return
    }
    let word = try container.decode(String.self)
    guard let number = Double(word) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(word)' is no number")
    }
    self = .number(number)
  }

  /// Row-major.
  var flat: [Double] {
    switch self {
    case .number(let number): [number]
    case .list(let elements): elements.flatMap(\.flat)
    }
  }

  /// The lists of a list of lists; nil for a plain list.
  var rows: [[Double]]? {
    guard case .list(let elements) = self, case .list? = elements.first else { return nil }
    return elements.map(\.flat)
  }
}
