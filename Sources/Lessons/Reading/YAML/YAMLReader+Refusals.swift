// What YAML has and lessons have not
extension YAMLReader {
  private static let anchors =
    "YAML's anchors and aliases are not read; write the value again, or the text in single quotes"
  private static let missing = "YAML: a value is missing before this"

  /// Refuses what no key and no value begins with.
  func refuseIndicator(inFlow: Bool = false) throws(YAMLFault) {
    guard let current, let message = refusal(of: current, inFlow: inFlow) else { return }
    throw fault(message)
  }

  private func refusal(of indicator: UInt8, inFlow: Bool) -> String? {
    let sign = Character(Unicode.Scalar(indicator))
    let isApart = isBlank(byte + 1)
    switch sign {
    case "&", "*": return Self.anchors
    case "!": return "YAML's tags are not read; a text that begins with ! goes in single quotes"
    case ">": return "folded text is not read; write it on one line, or under |"
    case "|" where inFlow: return "text under | stands outside of brackets"
    case "?" where isApart || inFlow: return "YAML: a key is written as in “key: value”, without ?"
    case ":" where isApart || inFlow: return "YAML: a key is missing before the colon"
    case "-" where inFlow && (isApart || self[byte + 1]?.isFlowIndicator == true):
      return "YAML: commas stand between the entries of a list in brackets, no hyphens"
    case ",", "]", "}":
      return inFlow ? Self.missing : "a text that begins with \(sign) goes in single quotes"
    case "#":
      return "a comment needs a space before #; a text that begins with # goes in single quotes"
    case "%", "@", "`": return "a text that begins with \(sign) goes in single quotes"
    default: return nil
    }
  }
}
