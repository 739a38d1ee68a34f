import Yams

@testable import Lessons

/// What a YAML text says, as two readers have it: values as text, and where each scalar begins.
struct YAMLSketch: Equatable {
  var value = ""
  /// Lines and columns, from 1, in Unicode scalars, as the witness counts.
  var places: [String] = []

  /// Ours.
  init(ours text: String) throws {
    let source = SourceText(text, file: "t.yaml")
    guard let root = try YAMLReader.read(source.lines.indices, of: source) else { return }
    add(root, of: source)
  }

  private mutating func add(_ node: YAMLNode, of source: SourceText) {
    func mark(_ place: SourceText.Place) -> String {
      let before = String(decoding: source.lines[place.line].utf8.prefix(place.byte), as: UTF8.self)
      return "\(place.line + 1):\(before.unicodeScalars.count + 1)"
    }
    switch node.content {
    case .scalar(let scalar):
      value += scalar.text.string.debugDescription
      if !scalar.text.isEmpty { places.append(mark(node.place)) }
    case .sequence(let items):
      value += "["
      for item in items {
        add(item, of: source)
        value += ","
      }
      value += "]"
    case .mapping(let fields):
      value += "{"
      for field in fields {
        value += field.key.debugDescription + ":"
        places.append(mark(field.place))
        add(field.value, of: source)
        value += ","
      }
      value += "}"
    }
  }

  /// The witness's.
  init(yams text: String) throws {
    guard let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
      return
    }
    add(root)
  }

  private mutating func add(_ node: Node) {
    func mark(_ node: Node) -> String { node.mark.map { "\($0.line):\($0.column)" } ?? "" }
    switch node {
    case .scalar(let scalar):
      value += scalar.string.debugDescription
      if !scalar.string.isEmpty { places.append(mark(node)) }
    case .sequence(let items):
      value += "["
      for item in items {
        add(item)
        value += ","
      }
      value += "]"
    case .mapping(let mapping):
      value += "{"
      for (key, inner) in mapping {
        value += (key.string ?? "").debugDescription + ":"
        places.append(mark(key))
        add(inner)
        value += ","
      }
      value += "}"
    case .alias: value += "alias"
    }
  }
}
