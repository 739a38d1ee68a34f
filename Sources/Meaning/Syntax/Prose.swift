import Notation

/// Which words of `\text{…}` are names and which are prose between formulas.
enum Prose {
  /// A word is a name where a sign, a bracket or a script follows that only a name can have:
  /// `\text{softmax}(z)`, `\text{loss} = …`; never "where", "if" and their like.
  static func isName(_ item: Notation, before next: Notation?) -> Bool {
    guard let spelling = Spelling.of(item), !connectives.contains(spelling.lowercased()) else {
      return false
    }
    if Function.named(spelling) != nil { return true }
    guard spelling.utf8.allSatisfy({ $0 < 0x80 }), let next else { return false }
    if next.fenced != nil { return true }
    switch Sign(next) {
    case .relation?, .plus?, .minus?, .factor?: return true
    default: return false
    }
  }

  /// Whether the words say where something holds: "for", "if i is", "when".
  static func leadsCondition(_ runs: [TextRun]) -> Bool {
    for case .words(let words) in runs {
      let first = words.split { !$0.isLetter }.first { !fillers.contains($0.lowercased()) }
      if let first { return conditional.contains(first.lowercased()) }
    }
    return false
  }

  private static let conditional: Set<String> = [
    "if", "for", "when", "whenever", "provided", "assuming", "given", "falls", "bei",
  ]

  private static let fillers: Set<String> = ["only", "and", "but", "all"]

  private static let connectives: Set<String> = conditional.union([
    "a", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "but", "by", "case",
    "cases", "class", "define", "each", "else", "every", "exactly", "from", "gives", "has", "have",
    "hence", "here", "iff", "in", "is", "it", "let", "likewise", "namely", "nats", "bits", "note",
    "now", "of", "on", "only", "or", "otherwise", "over", "recall", "since", "so", "some", "st",
    "such", "that", "the", "then", "there", "therefore", "this", "thus", "to", "using", "we",
    "where", "which", "with", "yields",
  ])
}
