/// What stands between the two `---` lines at the top of a lesson.
struct FrontMatter {
  enum Key: String, CaseIterable {
    case title, summary, part, needs, keywords, example, define, sources, figures
  }

  var title = ""
  var summary = ""
  var part: String?
  /// Slugs, with their places.
  var needs: [MappedText] = []
  var keywords: [String] = []
  var example = Example()
  /// The formulas of `define:`, with their places; the body reads them.
  var definitions: [MappedText] = []
  var sources: [String] = []
  var offersFigures = false

  static func read(
    _ lines: Range<Int>, of source: SourceText, into diagnostics: inout [Diagnostic]
  ) -> FrontMatter {
    var yaml = YAMLMapping(lines, of: source, owner: .frontMatter)
    var matter = FrontMatter()
    if !yaml.fields.isEmpty {
      yaml.allow(Key.allCases.map(\.rawValue), in: .frontMatter)
      matter.read(&yaml)
    }
    diagnostics += yaml.diagnostics
    return matter
  }

  private mutating func read(_ yaml: inout YAMLMapping) {
    title = Self.line(.title, &yaml)
    summary = Self.line(.summary, &yaml)
    part = Self.optionalLine(.part, &yaml)
    keywords = Self.texts(.keywords, &yaml, .words).map(\.string)
    needs = Self.texts(.needs, &yaml, .slugs)
    sources = Self.texts(.sources, &yaml, .texts).map(\.string)
    offersFigures =
      yaml.choice(Key.figures.rawValue, expecting: .trueOrFalse, flag) ?? false
    if let field = yaml.field(Key.example.rawValue) {
      if let fields = ExampleFields(field.value, in: &yaml) { example = fields.example }
    }
    definitions = Self.texts(.define, &yaml, .formulas)
      .map(\.withoutLastBreaks)
  }

  /// A text that must be there, on one line.
  private static func line(_ key: Key, _ yaml: inout YAMLMapping) -> String {
    let text = yaml.text(key.rawValue, expecting: .lineOfText)?.string
    var words = text ?? ""
    if words.contains("\n") { words = words.split(separator: "\n").joined(separator: " ") }
    words = trimmed(words)
    if words.isEmpty, yaml.field(key.rawValue) == nil || text != nil {
      yaml.report(
        .needsKey(key.rawValue),
        at: yaml.field(key.rawValue)?.place ?? .init(line: max(0, yaml.firstLine - 1), byte: 0))
    }
    return words
  }

  /// A text that may be left out, on one line.
  private static func optionalLine(_ key: Key, _ yaml: inout YAMLMapping) -> String? {
    guard yaml.field(key.rawValue) != nil else { return nil }
    let words = line(key, &yaml)
    return words.isEmpty ? nil : words
  }

  private static func texts(
    _ key: Key, _ yaml: inout YAMLMapping, _ expectation: YAMLExpectation
  ) -> [MappedText] {
    let texts = yaml.texts(key.rawValue, expecting: expectation)
    guard texts.count > LessonParser.longestList, let field = yaml.field(key.rawValue) else {
      return texts
    }
    yaml.report(
      .tooManyEntries(key.rawValue, count: texts.count, most: LessonParser.longestList),
      at: field.place)
    return []
  }
}
