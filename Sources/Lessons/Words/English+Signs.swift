import Meaning
import Notation
import SoftmaxCore

extension FalseSign {
  var english: String {
    let place = entry.map { "entry \($0): " } ?? ""
    let before = isFromHead ? "at the head of the chain" : "before"
    let given = numbers.isEmpty ? "" : numbers + ", "
    let kind = isExtreme ? "extreme" : "random"
    let whose = example.map { "\(kind) example \($0)" } ?? "the lesson's own example"
    return "\(claim.english): \(place)\(left) \(before) and \(right) here, for \(given)\(whose)"
  }
}

extension FalseSign.Claim {
  var english: String {
    switch self {
    case .sidesDiffer: "the sides differ"
    case .doesNotHold(let relation): "\(relation.rawValue) does not hold"
    case .inNatsOnly:
      "this holds in nats only; write \\ln, or unit: nats in the step's directive; in bits"
    case .inUnitOnly(let unit): "this holds in \(unit.rawValue) only; in nats"
    case .atTemperature1Only: "this holds at T = 1 only; elsewhere"
    case .notOfEveryExample: "this is not true of every example"
    }
  }
}

extension UnjudgedReason {
  var english: String {
    switch self {
    case .notFinite: "no example gives finite numbers on both sides"
    case .precisionLost: "cancellation leaves too few digits to tell"
    case .sideWithoutValue: "a side has no value"
    case .claimsNothing: "it claims nothing"
    case .noDigits: "\\approx needs a printed decimal beside it"
    case .noExample: "no example admits the step's condition"
    case .notAdmitted: "the line is about other indices"
    case .equalHere: "its sides are equal here, and ≠ claims that some example differs"
    }
  }
}

extension Diagnostic {
  var englishQuestion: String {
    sentence(in: .english) + (suggestion.map { ". Did you mean \"\($0)\"?" } ?? "")
  }
}
