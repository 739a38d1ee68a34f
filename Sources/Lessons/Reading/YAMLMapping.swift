import Notation

/// A part of a lesson file that is a YAML mapping, with what is wrong with its values.
struct YAMLMapping {
  let source: SourceText
  /// The first line of the YAML, counted from 0.
  let firstLine: Int
  private(set) var fields: [YAMLField] = []
  var diagnostics: [Diagnostic] = []

  /// Reads lines of the file. What is no mapping leaves no fields and a diagnostic.
  ///
  /// - Parameter owner: what the lines are, for the sentences.
  init(_ lines: Range<Int>, of source: SourceText, owner: YAMLOwner) {
    self.source = source
    firstLine = lines.lowerBound
    do throws(YAMLFault) {
      guard case .mapping(let found)? = try YAMLReader.read(lines, of: source)?.content else {
        let above = SourceText.Place(line: max(0, lines.lowerBound - 1), byte: 0)
        report(.notAMapping(owner), at: above)
        return
      }
      fields = found
    } catch {
      diagnostics.append(source.diagnostic(error.problem, at: error.place))
    }
  }

  /// A mapping inside a mapping.
  init?(_ node: YAMLNode, in parent: YAMLMapping) {
    guard case .mapping(let fields) = node.content else { return nil }
    source = parent.source
    firstLine = parent.firstLine
    self.fields = fields
  }

  mutating func report(
    _ problem: FieldProblem, at place: SourceText.Place, suggestion: String? = nil
  ) {
    guard !diagnostics.isFull else { return }
    diagnostics.append(source.diagnostic(problem, at: place, suggestion: suggestion))
  }

  /// Reports every key that is not one of `names`.
  mutating func allow(_ names: [String], in owner: YAMLOwner) {
    for field in fields where !names.contains(field.key) {
      report(
        .unknownKey(field.key, of: owner, known: names),
        at: field.place, suggestion: nearestName(to: field.key, among: names))
    }
  }

  func field(_ key: String) -> YAMLField? { fields.first { $0.key == key } }

  /// The text of a key; nil if it is missing, or is something else.
  mutating func text(_ key: String, expecting expectation: YAMLExpectation) -> MappedText? {
    guard let field = field(key) else { return nil }
    if let text = field.value.text { return text }
    report(.mustBe(key, expectation), at: field.value.place)
    return nil
  }

  /// What one of a few words stands for; nil if the key is missing, or has another word.
  mutating func choice<Choice>(
    _ key: String, expecting expectation: YAMLExpectation, _ choice: (String) -> Choice?
  ) -> Choice? {
    guard let text = text(key, expecting: expectation) else { return nil }
    if let chosen = choice(text.string) { return chosen }
    report(.mustBe(key, expectation), at: field(key)?.value.place ?? text.place(of: 0))
    return nil
  }

  /// The texts of a list; none if it is missing, or is something else.
  mutating func texts(_ key: String, expecting expectation: YAMLExpectation) -> [MappedText] {
    guard let field = field(key) else { return [] }
    guard case .sequence(let items) = field.value.content else {
      report(.mustBe(key, expectation), at: field.value.place)
      return []
    }
    for item in items where item.text == nil {
      report(.mustBe(key, expectation), at: item.place)
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
