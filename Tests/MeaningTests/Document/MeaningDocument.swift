import Foundation
import Meaning

/// `docs/meaning.md`, taken apart: its rules, its numbers, its examples.
struct MeaningDocument: Sendable {
  /// Number and title of each rule, in the document's order.
  private(set) var rules: [(number: Int, title: String)] = []
  private(set) var lines: [DocumentLine] = []
  /// The numbers of the `example` block.
  private(set) var bindings = Bindings()
  /// Lines of the blocks that are no examples, and blocks of other kinds.
  private(set) var unreadable: [String] = []
  /// The blocks of source text, which must stand in a source file to the letter.
  private(set) var excerpts: [String] = []

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let shared: MeaningDocument = {
    let file = root.appendingPathComponent("docs/meaning.md")
    return MeaningDocument((try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }()

  /// The course's names, and the three numbers that the document uses besides.
  static let names: Names = {
    var names = Names.course
    for letter in ["a", "b", "c"] { names.declare(letter, .scalar) }
    return names
  }()

  init(_ text: String) {
    var rule: Int?
    var block: String?
    var definitions: [String] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(raw)
      if line.hasPrefix("```") {
        block = block == nil ? String(line.dropFirst(3)) : nil
        definitions = block == nil ? [] : definitions
        switch block {
        case nil, "formula", "typed", "example": break
        case "swift": excerpts.append("")
        case let other?: unreadable.append("\(index + 1): a block \(other)")
        }
      } else if let block {
        if block == "swift" {
          excerpts[excerpts.count - 1] += line + "\n"
          continue
        }
        if line.trimmingBlanks.isEmpty { continue }
        read(line, index + 1, block, rule, &definitions)
      } else if line.hasPrefix("#") {
        rule = Self.rule(line).map(\.number)
        if let found = Self.rule(line) { rules.append(found) }
      }
    }
  }

  private mutating func read(
    _ text: String, _ number: Int, _ block: String, _ rule: Int?, _ definitions: inout [String]
  ) {
    if block == "example" {
      if !readNumbers(text) { unreadable.append("\(number): \(text)") }
      return
    }
    guard
      let line = DocumentLine(
        text, number: number, rule: rule, isTyped: block == "typed", definitions: definitions)
    else {
      unreadable.append("\(number): \(text)")
      return
    }
    if line.verdict == .defines { definitions.append(line.formula) }
    lines.append(line)
  }

  /// `z = 2, 1, 0`, `T = 1`, `i = 1`.
  private mutating func readNumbers(_ text: String) -> Bool {
    let sides = text.components(separatedBy: " = ")
    guard sides.count == 2 else { return false }
    let numbers = sides[1].split(separator: ",").compactMap { Double(String($0).trimmingBlanks) }
    guard let first = numbers.first else { return false }
    switch (Self.names[sides[0]]?.kind, numbers.count) {
    case (.index?, 1): bindings.indices[sides[0]] = Int(first)
    case (.scalar?, 1): bindings[sides[0]] = .scalar(first)
    case (.vector?, _), (.distribution?, _): bindings[sides[0]] = .vector(numbers)
    default: return false
    }
    return true
  }

  /// `### 3. When a minus subtracts`
  private static func rule(_ heading: String) -> (number: Int, title: String)? {
    let words = heading.drop { $0 == "#" || $0 == " " }
    guard let point = words.firstIndex(of: "."), let number = Int(words[..<point]) else {
      return nil
    }
    return (number, String(words[words.index(after: point)...]).trimmingBlanks)
  }
}
