import Foundation
import Meaning
import Notation
import SoftmaxCore
import Testing

/// One line of `Notes/*.txt`: a formula in somebody's notation and what must come out.
///
/// `Notes/README.md` describes the format.
struct NoteLine: CustomTestStringConvertible, Sendable {
  /// What is right; where two answers are, any other is wrong.
  enum Verdict: Hashable, Sendable {
    case holds
    /// The sign that fails, counted from 1; nil where any may.
    case fails(sign: Int?)
    case refused(words: String)
    case approximate
    case notAlways
    /// Refused as a definition.
    case undefined(words: String)
  }

  var file: String
  var number: Int
  var names: Names
  /// What `define:` said against a definition above this line.
  var refusals: [String]
  var verdicts: [Verdict]
  var latex: String
  var condition: String?
  var unit = InformationUnit.nats
  var isOneHot: Bool?
  /// The numbers on screen, where the verdict is about them.
  var here: Bindings?

  var testDescription: String { "\(file):\(number) \(latex)" }
}

/// Reads the files of `Notes`.
struct NoteReader {
  /// A line that is no line of the format.
  struct Malformed: Error, CustomStringConvertible {
    var file: String
    var number: Int
    var text: String
    var description: String { "\(file):\(number): cannot be read: \(text)" }
  }

  private(set) var lines: [NoteLine] = []
  private(set) var malformed: [Malformed] = []
  private var names = Names.course
  private var refusals: [String] = []

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Notes")

  static let all: NoteReader = {
    var reader = NoteReader()
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for file in files.sorted() where file.hasSuffix(".txt") {
      let url = folder.appendingPathComponent(file)
      reader.read((try? String(contentsOf: url, encoding: .utf8)) ?? "", named: file)
    }
    return reader
  }()

  mutating func read(_ text: String, named file: String) {
    (names, refusals) = (.course, [])
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let (first, rest) = Self.cut(String(line), at: " ")
      switch first {
      case "note": (names, refusals) = (.course, [])
      case "declare": names.declare(Self.name(rest.split(separator: " ").map(String.init)))
      case "define":
        refusals += names.define(rest).filter { $0.severity == .error }
          .map { "\(rest): \($0.message)" }
      default:
        let (verdict, latex) = Self.cut(String(line), at: " | ")
        var found = NoteLine(
          file: file, number: index + 1, names: names, refusals: refusals, verdicts: [],
          latex: latex)
        if latex.isEmpty || !found.read(verdict) {
          malformed.append(Malformed(file: file, number: index + 1, text: String(line)))
        } else {
          lines.append(found)
        }
      }
    }
  }

  static func cut(_ text: String, at separator: String) -> (String, String) {
    guard let place = text.range(of: separator) else { return (text, "") }
    return (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
  }

  private static func name(_ words: [String]) -> Name {
    let kinds: [String: NameKind] = [
      "scalar": .scalar, "vector": .vector(words.contains("features") ? .features : .classes),
      "distribution": .distribution, "matrix": .matrix(rows: .classes, columns: .classes),
      "index": .index, "function": .function,
    ]
    let kind = kinds[words.count > 1 ? words[1] : ""] ?? .scalar
    var name = Name(words.first ?? "", kind, isVariable: words.contains("variable"))
    if words.contains("count") { name.meaning = .classCount }
    if words.contains("target") { name.meaning = kind == .index ? .targetClass : .target }
    return name
  }
}

extension NoteLine {
  /// Reads `fails 2, when i = j`; false if it is none of the verdicts.
  fileprivate mutating func read(_ text: String) -> Bool {
    let parts = text.components(separatedBy: ", ")
    for answer in parts[0].components(separatedBy: " or ") {
      guard let verdict = Self.verdict(answer) else { return false }
      verdicts.append(verdict)
    }
    for option in parts.dropFirst() {
      let (word, rest) = NoteReader.cut(option, at: " ")
      switch (word, rest) {
      case ("when", _): condition = rest
      case ("in", "bits"): unit = .bits
      case ("one-hot", ""): isOneHot = true
      case ("at", _):
        guard let bindings = Self.bindings(rest) else { return false }
        here = bindings
      default: return false
      }
    }
    return here != nil || !verdicts.contains { $0 == .approximate || $0 == .notAlways }
  }

  private static func verdict(_ text: String) -> Verdict? {
    let (word, rest) = NoteReader.cut(text, at: " ")
    let words = rest.hasPrefix("\"") && rest.hasSuffix("\"") && rest.count > 1
    let quoted = words ? String(rest.dropFirst().dropLast()) : nil
    switch (word, rest) {
    case ("holds", ""): return .holds
    case ("fails", ""): return .fails(sign: nil)
    case ("fails", _): return Int(rest).map { .fails(sign: $0) }
    case ("refused", _): return quoted.map { .refused(words: $0) }
    case ("undefined", _): return quoted.map { .undefined(words: $0) }
    case ("approximate", ""): return .approximate
    case ("not", "always"): return .notAlways
    default: return nil
    }
  }

  /// Reads `z = 2 1 0; i = 1`; the target is the first class where none is given.
  private static func bindings(_ text: String) -> Bindings? {
    var bindings = Bindings()
    bindings["T"] = .scalar(1)
    for assignment in text.components(separatedBy: "; ") {
      let (name, value) = NoteReader.cut(assignment, at: " = ")
      let numbers = value.split(separator: " ").compactMap { Double($0) }
      guard !numbers.isEmpty else { return nil }
      if ["i", "j", "t"].contains(name) {
        bindings.indices[name] = Int(numbers[0])
      } else {
        bindings[name] = .vector(numbers)
      }
    }
    guard case .vector(let z)? = bindings["z"] else { return nil }
    if bindings["y"] == nil { bindings["y"] = .vector(z.indices.map { $0 == 0 ? 1 : 0 }) }
    return bindings
  }
}
