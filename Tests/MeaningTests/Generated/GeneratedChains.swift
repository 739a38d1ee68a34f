import Meaning
import Notation
import SoftmaxCore

/// A chain of equal sides in which some are changed, and the layouts that people give it.
struct GeneratedChain {
  private var random: SplitMix64
  private let trial: Trial
  private var sides: [Term] = []
  /// What each sign is worth: whether the sides around it are equal.
  private(set) var verdicts: [Verdict] = []
  private(set) var text = ""

  /// - Returns: nil where a side has no value in the world, or is too close to another one.
  init?(_ trial: Trial, _ term: Term, _ seed: UInt64) {
    self.trial = trial
    random = SplitMix64(seed: seed)
    sides = [term]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let last = sides[sides.count - 1]
      let isChanged = Int.random(in: 0..<3, using: &random) == 0
      sides.append(isChanged ? last.changed().randomElement(using: &random) ?? last : last)
    }
    for (one, other) in zip(sides, sides.dropFirst()) {
      guard let isEqual = trial.areEqual(one, other) else { return nil }
      verdicts.append(isEqual ? .holds : .fails)
    }
    text = layOut()
  }

  private mutating func layOut() -> String {
    var texts: [String] = []
    for side in sides {
      var writer = LatexWriter(SplitMix64(seed: random.next()))
      texts.append(writer.text(side))
    }
    let reasons = ["", " && \\text{by the rule}", " && \\text{chain rule}"]
    let head = texts[0]
    let rest = texts.dropFirst()
    func rows(_ start: String, _ join: String) -> String {
      rest.map { row in start + row }.joined(separator: join)
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return texts.joined(separator: " = ")
    case 1:
      let lines = rest.map { "&= \($0)" + (reasons.randomElement(using: &random) ?? "") }
      return "\\begin{aligned} \(head) \(lines.joined(separator: " \\\\ ")) \\end{aligned}"
    case 2: return "\\begin{align*}\n\(head)\n\(rows("  &= ", " \\\\\n"))\n\\end{align*}"
    case 3: return "\\begin{split} \(head) =& \(rest.joined(separator: " \\\\ =& ")) \\end{split}"
    case 4: return "\(head) \\\\ \(rows("= ", " \\\\ "))"
    default:
      return "\\begin{gathered} \(head) = \(rest.joined(separator: " \\\\ = ")) \\end{gathered}"
    }
  }

  /// What is wrong with the verdicts on its signs; nil if nothing is.
  var fault: String? {
    let reading = Reading(Formula(text), names: trial.names)
    let judged = (try? reading.judged(here: trial.world.bindings)) ?? []
    let found = judged.map { $0.here?.verdict ?? .notJudged(.noExample) }
    let isRight =
      found.count == verdicts.count
      && zip(found, verdicts).allSatisfy { $0 == $1 || $0 == .notJudged(.precisionLost) }
    return isRight ? nil : "\(text)\n  is judged \(found), not \(verdicts)"
  }
}
