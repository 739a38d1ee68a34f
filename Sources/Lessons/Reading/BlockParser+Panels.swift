import Notation

extension BlockParser {
  private static let exampleKey = "example"

  /// A ```live block: each line is a panel and what it shows; `example:` has numbers for all of
  /// them.
  mutating func readPanels(_ lines: Range<Int>) {
    let names = PanelRequest.Kind.allCases.map(\.rawValue)
    var yaml = YAMLMapping(lines, of: source, owner: "a live block")
    yaml.allow(names + [Self.exampleKey], in: "a live block")
    var example: Example?
    if let field = yaml.field(Self.exampleKey) {
      example = ExampleFields(field.value, of: .panel, in: &yaml)?.example
    }
    diagnostics += yaml.diagnostics
    let isAlone = yaml.fields.allSatisfy { $0.key == Self.exampleKey }
    if isAlone, let field = yaml.fields.first {
      report("example needs the panel that shows it, such as “bars:”", at: field.place)
    }
    for field in yaml.fields {
      guard let kind = PanelRequest.Kind(rawValue: field.key) else { continue }
      guard let text = field.value.text?.withoutLastBreaks else {
        report("\(field.key) takes one formula or nothing", at: field.value.place)
        continue
      }
      var request = PanelRequest(kind: kind, line: field.place.line + 1)
      request.example = example
      switch kind.content {
      case .formula where !text.isEmpty: request.located = formula(text)
      case .formula: report("\(field.key) needs the formula it shows", at: field.place)
      case .word:
        request.terms = PanelRequest.Terms(rawValue: text.string)
        if request.terms == nil {
          let known = PanelRequest.Terms.allCases.map(\.rawValue)
          report(
            "\(field.key) shows the terms of \(known.joined(separator: ", "))", at: field.place,
            suggestion: nearestName(to: text.string, among: known))
        }
      case .nothing where !text.isEmpty:
        report("\(field.key) takes no formula; write “\(field.key):”", at: text.place(of: 0))
      case .nothing: break
      }
      add(.live(request))
    }
  }
}
