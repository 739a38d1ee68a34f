import Yams

/// A part of a lesson file that is a YAML mapping, with the places of its keys and values.
struct YAMLMapping {
  struct Field {
    var key: String
    var place: SourceText.Place
    var node: Node
  }

  let source: SourceText
  /// The first line of the YAML, counted from 0.
  let firstLine: Int
  private(set) var fields: [Field] = []
  var diagnostics: [Diagnostic] = []
  /// One for all fields: to make a decoder, Yams reads the environment.
  private lazy var decoder = YAMLDecoder(encoding: .utf8)

  /// Reads lines of the file. What is no mapping leaves no fields and a diagnostic.
  ///
  /// - Parameter owner: what the lines are, for the sentences: `the front matter`.
  init(_ lines: Range<Int>, of source: SourceText, owner: String) {
    self.source = source
    firstLine = lines.lowerBound
    let text = source.lines[lines].joined(separator: "\n") + "\n"
    if let refusal = YAMLShape.refusal(of: source.lines[lines]) {
      report(refusal.message, at: refusal.place)
      return
    }
    do {
      // Without the resolver's patterns: the Codable types say what a scalar is. The encoding is
      // named, or Yams would look for it in the environment.
      let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
      guard case .mapping(let mapping)? = root else {
        let place = SourceText.Place(line: max(0, lines.lowerBound - 1), byte: 0)
        report("\(owner) is made of lines like “key: value”", at: place)
        return
      }
      add(mapping)
    } catch let error as YamlError {
      report(error)
    } catch {
      report("\(owner) is no YAML", at: .init(line: lines.lowerBound, byte: 0))
    }
  }

  /// A mapping inside a mapping.
  init?(_ node: Node, in parent: YAMLMapping) {
    guard case .mapping(let mapping) = node else { return nil }
    var parent = parent
    source = parent.source
    firstLine = parent.firstLine
    decoder = parent.decoder
    add(mapping)
  }

  private mutating func add(_ mapping: Node.Mapping) {
    for (key, value) in mapping {
      let place = place(of: key)
      fields.append(Field(key: key.string ?? "", place: place, node: value))
      refuseControls(in: value, depth: 0)
    }
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

  func field(_ key: String) -> Field? { fields.first { $0.key == key } }

  /// The value of a key in a Codable type; nil if it is missing, or is something else.
  mutating func value<Value: Decodable>(
    _ key: String, as type: Value.Type, expecting expectation: String
  ) -> Value? {
    guard let field = field(key) else { return nil }
    do {
      return try decoder.decode(type, from: field.node)
    } catch {
      report("\(key) must be \(expectation)", at: place(of: field.node))
      return nil
    }
  }

  /// Double quotes turn `\f` of `\frac` and `\t` of `\theta` into control characters.
  private mutating func refuseControls(in node: Node, depth: Int) {
    guard depth < 4 else { return }
    switch node {
    case .scalar(let scalar)
    where scalar.style == .doubleQuoted && scalar.string.withoutControls != scalar.string:
      report(
        "in double quotes \\f, \\t and their like are control characters; "
          + "write LaTeX in single quotes, bare, or under |",
        at: place(of: node))
    case .sequence(let sequence):
      for item in sequence { refuseControls(in: item, depth: depth + 1) }
    case .mapping(let mapping):
      for (_, value) in mapping { refuseControls(in: value, depth: depth + 1) }
    default: break
    }
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(Self.cure(for: problem), at: place(of: mark))
    case .duplicatedKeysInMapping(let keys, let context):
      report(
        "the key \(keys.joined(separator: ", ")) is given twice", at: place(of: context.mark))
    default: report("this YAML can't be read", at: .init(line: firstLine, byte: 0))
    }
  }

  private static func cure(for problem: String) -> String {
    switch problem {
    case "found unknown escape character":
      "double quotes give a backslash a meaning of its own; "
        + "write LaTeX in single quotes, bare, or under |"
    case "mapping values are not allowed in this context":
      "a colon and a space inside a text need single quotes around the text"
    default: "YAML: \(problem)"
    }
  }
}

// Places
extension YAMLMapping {
  func place(of node: Node) -> SourceText.Place {
    node.mark.map { place(of: $0) } ?? .init(line: firstLine, byte: 0)
  }

  /// libYAML counts lines from the first of its own, and columns in scalars.
  private func place(of mark: Mark) -> SourceText.Place {
    let line = min(max(0, firstLine + mark.line - 1), source.lines.count - 1)
    let before = source.lines[line].unicodeScalars.prefix(max(0, mark.column - 1))
    return SourceText.Place(line: line, byte: String(before).utf8.count)
  }

  /// The text of a scalar with the places where it stands in the file.
  func mapped(_ node: Node) -> MappedText? {
    guard case .scalar(let scalar) = node else { return nil }
    var place = place(of: node)
    var text = MappedText()
    switch scalar.style {
    case .literal:
      let first = source.lines[(place.line + 1)...].first { !trimmed($0).isEmpty } ?? ""
      let indent = first.utf8.prefix { $0 == 0x20 }.count
      var lines = scalar.string.split(separator: "\n", omittingEmptySubsequences: false)
      while lines.last?.isEmpty == true { lines.removeLast() }
      for (offset, line) in lines.enumerated() {
        text.appendVerbatim(line, at: .init(line: place.line + 1 + offset, byte: indent))
      }
    case .singleQuoted:
      // A doubled quote in the file is one in the text.
      place.byte += 1
      for piece in scalar.string.split(separator: "'", omittingEmptySubsequences: false) {
        if !text.isEmpty || place.byte > self.place(of: node).byte + 1 {
          text.append("'", at: .init(line: place.line, byte: place.byte - 1))
        }
        text.append(piece, at: place)
        place.byte += piece.utf8.count + 2
      }
    case .doubleQuoted:
      place.byte += 1
      text.append(scalar.string, at: place)
    default: text.append(scalar.string, at: place)
    }
    return text
  }
}
