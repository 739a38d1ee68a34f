import Foundation
import Lessons
import TextGrid
import TutorApp

/// One recorded frame: a situation to replay, and the screen a person has checked.
///
/// ```
/// size: 80x24
/// at: softmax:shares
/// keys: e ↑ ↑
/// ┌────…┐
/// │ …   │
/// └────…┘
/// 0:0-79 title
/// ```
struct Scene {
  var name: String
  var header: [(key: String, value: String)]
  var screen: String

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Frames")

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".frame") }.map { String($0.dropLast(6)) }.sorted()
  }

  init(named name: String) throws {
    self.name = name
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(name + ".frame"), encoding: .utf8)
    header = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first, !line.hasPrefix("┌"), !line.isEmpty {
      let parts = line.split(separator: ":", maxSplits: 1)
      header.append(
        (String(parts[0]), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""))
      lines.removeFirst()
    }
    screen = lines.joined(separator: "\n")
  }

  subscript(key: String) -> String? { header.first { $0.key == key }?.value }

  /// Plays the header on a fresh model.
  func replayed() throws -> Model {
    var model = try Model.fresh(at: self["at"] ?? "softmax", size: size, tier: tier)
    if let logits = self["logits"] {
      let values = logits.split(separator: " ").compactMap { Double($0) }
      var example = model.example
      example.logits = values
      example.target = values.indices.map { $0 == 0 ? 1 : 0 }
      example.reference = values.map { _ in 1 / Double(values.count) }
      model.example = example
    }
    for key in Key.script(self["keys"] ?? "") {
      let effects = update(&model, .keyPressed(key))
      let saves = effects.contains { if case .save = $0 { true } else { false } }
      if saves { _ = update(&model, .progressSaved(failure: nil)) }
    }
    return model
  }

  private var size: Size {
    let parts = (self["size"] ?? "80x24").split(separator: "x").compactMap { Int($0) }
    return Size(columns: parts[0], rows: parts[1])
  }

  private var tier: GlyphTier { self["tier"] == "ascii" ? .ascii : .unicode }

  /// The frame as it is written: ruled, so that size and trailing blanks show, then the roles.
  static func drawn(_ canvas: Canvas) -> String {
    let rule = String(repeating: "─", count: canvas.size.columns)
    let rows = canvas.lines.map { line in
      "│" + line + String(repeating: " ", count: max(0, canvas.size.columns - cellWidth(of: line)))
        + "│"
    }
    return (["┌\(rule)┐"] + rows + ["└\(rule)┘"] + canvas.roleLines).joined(separator: "\n") + "\n"
  }

  func record(_ screen: String) throws {
    let head = header.map { "\($0.key): \($0.value)\n" }.joined()
    try (head + screen).write(
      to: Self.folder.appendingPathComponent(name + ".frame"), atomically: true, encoding: .utf8)
  }
}

extension Key {
  /// Keys as a script names them: `→ e 1 . 5 Enter`; `text:abc` types letter by letter.
  static func script(_ text: String) -> [Key] {
    text.split(separator: " ").flatMap { word -> [Key] in
      switch word {
      case "↑": return [.up]
      case "↓": return [.down]
      case "←": return [.left]
      case "→": return [.right]
      case "Enter": return [.enter]
      case "Esc": return [.escape]
      case "Tab": return [.tab]
      case "Shift-Tab": return [.backTab]
      case "Space": return [.character(" ")]
      case "Backspace": return [.backspace]
      case "PgUp": return [.pageUp]
      case "PgDn": return [.pageDown]
      case "Home": return [.home]
      case "End": return [.end]
      default: return word.map(Key.character)
      }
    }
  }
}
