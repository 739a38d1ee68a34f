import Foundation
import SoftmaxCore

/// The 241 formulas of the five texts, as written there.
public enum FormulaCorpus {
  public static let formulas: [(id: String, latex: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "formulas.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", maxSplits: 2)
      return (String(fields[0]), String(fields[2]))
    }
  }()

  /// Sources that no author would write, made of pieces of the corpus.
  public static func splice(seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    var source = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let scalars = Array(formulas[Int.random(in: formulas.indices, using: &random)].latex)
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = Int.random(in: start...scalars.count, using: &random)
      source += String(scalars[start..<end])
      source += scraps[Int.random(in: scraps.indices, using: &random)]
    }
    return source
  }

  private static let scraps = [
    "", "", "{", "}", "^", "_", "'", "\\", "\\left", "\\right)", "&", "\\\\", "$", "\\text{", "\\|",
    "\\begin{cases}", "\\end{aligned}", "\\begin{array}{lc}", "\\sqrt[", "]", "\\over", "\\big",
    "\\underbrace", "\\not", "\\limits", "%", "误", "e\u{301}", "\u{0}", "\u{1B}[2J", "\u{202E}",
    "\r\n", "\\substack{", "\\xrightarrow[", "\\middle|", "\\color{", "\\hspace{9em}", "👩‍🔬",
  ]
}
