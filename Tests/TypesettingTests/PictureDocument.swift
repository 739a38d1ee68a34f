import Notation
import TextGrid
import Typesetting

/// A document of formulas with their pictures: `## what it shows`, the LaTeX, and, ruled so that
/// trailing blanks show, the picture in both tiers and the one-row forms.
///
/// In the rule on the left `▸` (`>`) marks the baseline.
struct PictureDocument {
  struct Block {
    var title: String
    var latex: String
    var width: Int
  }

  var heading: String
  var blocks: [Block] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    heading = lines.popFirst() ?? ""
    while let line = lines.popFirst() {
      guard line.hasPrefix("## "), let latex = lines.popFirst() else { continue }
      var block = Block(title: String(line.dropFirst(3)), latex: latex, width: 76)
      if let next = lines.first, next.hasPrefix("width: "), let width = Int(next.dropFirst(7)) {
        block.width = width
      }
      blocks.append(block)
    }
  }

  /// The document as the typesetter draws it now.
  func drawn() -> String {
    ([heading] + blocks.flatMap(drawn)).map { $0 + "\n" }.joined()
  }

  private func drawn(_ block: Block) -> [String] {
    let formula = Formula(block.latex)
    var lines = ["", "## " + block.title, block.latex]
    if block.width != 76 { lines.append("width: \(block.width)") }
    lines += formula.diagnostics.flatMap {
      "\($0.rendered(in: block.latex, language: .english))".split(separator: "\n")
    }
    .map(String.init)
    for tier in GlyphTier.allCases {
      let options = TypesettingOptions(tier: tier, width: block.width)
      lines += ruled(formula.picture(options), tier)
    }
    for tier in GlyphTier.allCases { lines.append("inline " + formula.inlineText(tier)) }
    return lines
  }

  private func ruled(_ picture: Picture, _ tier: GlyphTier) -> [String] {
    let isASCII = tier == .ascii
    let rule = String(repeating: isASCII ? "-" : "─", count: picture.width)
    let body = picture.lines.enumerated().map { row, line in
      (row == picture.baseline ? (isASCII ? ">" : "▸") : (isASCII ? "|" : "│")) + line
        + (isASCII ? "|" : "│")
    }
    return [isASCII ? "+\(rule)+" : "┌\(rule)┐"] + body + [isASCII ? "+\(rule)+" : "└\(rule)┘"]
  }
}

/// The lines that differ, each with its number, at most ten.
func lineDifferences(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var report: [String] = []
  for index in 0..<max(old.count, new.count) where report.count < 20 {
    let before = index < old.count ? String(old[index]) : "(no line)"
    let after = index < new.count ? String(new[index]) : "(no line)"
    if before != after { report += ["\(index + 1) − \(before)", "\(index + 1) + \(after)"] }
  }
  return report.joined(separator: "\n")
}
