import Foundation
import Meaning
import Testing

/// The derivations of `Fixtures/meaning-texts.txt`, taken apart.
struct TextFixture {
  struct Chain: CustomTestStringConvertible, Sendable {
    var text: String
    var line: String
    var names: Names
    var condition: String?
    var formulas: [String] = []
    var wrong: Set<Int> = []
    var refused: [Int: String] = [:]

    var testDescription: String { "text \(text), \(line)" }
  }

  static let chains: [Chain] = {
    var chains: [Chain] = []
    var names = Names.bare
    var text = ""
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("meaning-texts.txt")
    let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in source.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      let rest = words.dropFirst().joined(separator: " ")
      switch words.first {
      case "text":
        names = .bare
        text = rest
      case "declare": names.declare(name(words))
      case "define":
        let diagnostics = names.define(rest)
        precondition(diagnostics.isEmpty, "\(rest): \(diagnostics)")
      case "wrong": chains[chains.count - 1].wrong.insert(Int(words[1]) ?? 0)
      case "refused":
        chains[chains.count - 1].refused[Int(words[1]) ?? 0] =
          words.dropFirst(2).joined(separator: " ")
      case .some where line.hasPrefix("L"):
        let condition = rest.hasPrefix("when ") ? String(rest.dropFirst(5)) : nil
        chains.append(Chain(text: text, line: words[0], names: names, condition: condition))
      case .some where line.hasPrefix("  "):
        chains[chains.count - 1].formulas.append(String(line.dropFirst(2)))
      default: break
      }
    }
    return chains
  }()

  private static func name(_ words: [String]) -> Name {
    let kinds: [String: NameKind] = [
      "scalar": .scalar, "vector": .vector(.classes), "distribution": .distribution,
      "index": .index, "function": .function,
    ]
    let kind = kinds[words[2]] ?? .scalar
    var name = Name(words[1], kind, isVariable: words.contains("variable"))
    if words.contains("count") { name.meaning = .classCount }
    if words.contains("target") { name.meaning = kind == .index ? .targetClass : .target }
    return name
  }
}
