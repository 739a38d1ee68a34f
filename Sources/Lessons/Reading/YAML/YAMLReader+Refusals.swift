// What YAML has and lessons have not
extension YAMLReader {
  /// Refuses what no key and no value begins with.
  func refuseIndicator(inFlow: Bool = false) throws(YAMLFault) {
    guard let current, let problem = refusal(of: current, inFlow: inFlow) else { return }
    throw fault(problem)
  }

  private func refusal(of indicator: UInt8, inFlow: Bool) -> YAMLProblem? {
    let sign = Character(Unicode.Scalar(indicator))
    let isApart = isBlank(byte + 1)
    switch sign {
    case "&", "*": return .anchors
    case "!": return .tags
    case ">": return .foldedText
    case "|" where inFlow: return .literalInFlow
    case "?" where isApart || inFlow: return .questionMark
    case ":" where isApart || inFlow: return .keyMissing
    case "-" where inFlow && (isApart || self[byte + 1]?.isFlowIndicator == true):
      return .hyphenInFlow
    case ",", "]", "}":
      return inFlow ? .valueMissing : .needsQuotes(sign)
    case "#":
      return .commentWithoutSpace
    case "%", "@", "`": return .needsQuotes(sign)
    default: return nil
    }
  }
}
