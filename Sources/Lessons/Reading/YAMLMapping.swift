/// A part of a lesson file that is a YAML mapping, with what is wrong with its values.
struct YAMLMapping {
  let source: SourceText
  /// The first line of the YAML, counted from 0.
  let firstLine: Int
  private(set) var fields: [YAMLField] = []
  var diagnostics: [Diagnostic] = []

  /// Reads lines of the file. What is no mapping leaves no fields and a diagnostic.
  ///
  /// - Parameter owner: what the lines are, for the sentences: `the front matter`.
  init(_ lines: Range<Int>, of source: SourceText, owner: String) {
    self.source = source
    firstLine = lines.lowerBound
    do throws(YAMLFault) {
      guard case .mapping(let found)? = try YAMLReader.read(lines, of: source)?.content else {
        let above = SourceText.Place(line: max(0, lines.lowerBound - 1), byte: 0)
        report("\(owner) is made of lines like “key: value”", at: above)
        return
      }
      fields = found
    } catch {
      report(error.message, at: error.place)
    }
  }

  /// A mapping inside a mapping.
  init?(_ node: YAMLNode, in parent: YAMLMapping) {
    guard case .mapping(let fields) = node.content else { return nil }
    source = parent.source
    firstLine = parent.firstLine
    self.fields = fields
  }

  mutating func report(_ message: String, at place: SourceText.Place, suggestion: String? = nil) {
    guard !diagnostics.isFull else { return }
    diagnostics.append(source.diagnostic(message, at: place, suggestion: suggestion))
  }

  /// Reports every key that is not one of `names`.
  mutating func allow(_ names: [String], in owner: String) {
    for field in fields where !names.contains(field.key) {
      report(
        "\(owner) has no key \(field.key); it knows \(names.joined(separator: ", "))",
        at: field.place, suggestion: nearestName(to: field.key, among: names))
    }
  }

  func field(_ key: String) -> YAMLField? { fields.first { $0.key == key } }

  /// The text of a key; nil if it is missing, or is something else.
  mutating func text(_ key: String, expecting expectation: String) -> MappedText? {
    guard let field = field(key) else { return nil }
    if let text = field.value.text { return text }
    report("\(key) must be \(expectation)", at: field.value.place)
    return nil
  }

  /// What one of a few words stands for; nil if the key is missing, or has another word.
  mutating func choice<Choice>(
    _ key: String, expecting expectation: String, _ choice: (String) -> Choice?
  ) -> Choice? {
    guard let text = text(key, expecting: expectation) else { return nil }
    if let chosen = choice(text.string) { return chosen }
    report("\(key) must be \(expectation)", at: field(key)?.value.place ?? text.place(of: 0))
    return nil
  }

  /// The texts of a list; none if it is missing, or is something else.
  mutating func texts(_ key: String, expecting expectation: String) -> [MappedText] {
    guard let field = field(key) else { return [] }
    guard case .sequence(let items) = field.value.content else {
      report("\(key) must be \(expectation)", at: field.value.place)
      return []
    }
    for item in items where item.text == nil {
      report("\(key) must be \(expectation)", at: item.place)
      return []
    }
    return items.compactMap(\.text)
  }
}

/// What a word of YAML says of a setting that is on or off.
public func flag(_ word: String) -> Bool? {
  switch word.lowercased() {
  case "true", "yes", "on": true
  case "false", "no", "off": false
  default: nil
  }
}
