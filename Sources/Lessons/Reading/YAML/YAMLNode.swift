/// A value of the YAML that lessons are written in, with its place.
struct YAMLNode {
  indirect enum Content {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLField])
  }

  var content: Content
  /// Of the first character: of a quote, of `|`, of a bracket, of the first key or hyphen.
  var place: SourceText.Place

  /// The text of a scalar.
  var text: MappedText? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}

struct YAMLScalar {
  enum Style: Hashable { case plain, singleQuoted, doubleQuoted, literal }

  var text: MappedText
  var style: Style
}

/// A key of a mapping and its value.
struct YAMLField {
  var key: String
  var place: SourceText.Place
  var value: YAMLNode
}

/// Why a text is not read: what it has that is no YAML, or is outside the part that is read here.
struct YAMLFault: Error {
  var problem: YAMLProblem
  var place: SourceText.Place
}
