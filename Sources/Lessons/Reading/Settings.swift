import Notation

/// A file of settings: YAML lines `key: value`, read as strictly as the front matter of a lesson.
public struct Settings {
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var value: String
    /// From 1.
    public var line: Int
  }

  public let entries: [Entry]

  /// - Parameter file: how the diagnostics name the file.
  /// - Throws: the first thing that is wrong.
  public init(_ text: String, file: String) throws(Diagnostic) {
    let source = SourceText(text, file: file)
    if let found = source.diagnostics.first { throw found }
    let root: YAMLNode?
    do throws(YAMLFault) {
      root = try YAMLReader.read(source.lines.indices, of: source)
    } catch { throw source.diagnostic(error.problem, at: error.place) }
    guard let root else {
      entries = []
      return
    }
    guard case .mapping(let fields) = root.content else {
      throw source.diagnostic(FileProblem.settingLines, at: root.place)
    }
    var entries: [Entry] = []
    for field in fields {
      guard let text = field.value.text else {
        throw source.diagnostic(
          FileProblem.settingTakesOneValue(field.key), at: field.value.place)
      }
      entries.append(Entry(key: field.key, value: text.string, line: field.place.line + 1))
    }
    self.entries = entries
  }
}
