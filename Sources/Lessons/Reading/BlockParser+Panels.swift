import Notation

extension BlockParser {
  private static let exampleKey = "example"

  /// A ```live block: each line is a panel and what it shows; `example:` has numbers for all of
  /// them.
  mutating func readPanels(_ lines: Range<Int>) {
    let names = PanelRequest.Kind.allCases.map(\.rawValue)
    var yaml = YAMLMapping(lines, of: source, owner: .live)
    yaml.allow(names + [Self.exampleKey], in: .live)
    var example: Example?
    if let field = yaml.field(Self.exampleKey) {
      example = ExampleFields(field.value, of: .panel, in: &yaml)?.example
    }
    diagnostics += yaml.diagnostics
    let isAlone = yaml.fields.allSatisfy { $0.key == Self.exampleKey }
    if isAlone, let field = yaml.fields.first {
      report(.exampleWithoutPanel, at: field.place)
    }
    for field in yaml.fields {
      guard let kind = PanelRequest.Kind(rawValue: field.key) else { continue }
      guard let text = field.value.text?.withoutLastBreaks else {
        report(.oneFormulaOrNothing(field.key), at: field.value.place)
        continue
      }
      var request = PanelRequest(kind: kind, line: field.place.line + 1)
      request.example = example
      switch kind.content {
      case .formula where !text.isEmpty: request.located = formula(text)
      case .formula: report(.needsFormula(field.key), at: field.place)
      case .word:
        request.terms = PanelRequest.Terms(rawValue: text.string)
        if request.terms == nil {
          let known = PanelRequest.Terms.allCases.map(\.rawValue)
          report(
            .showsTerms(field.key, of: known), at: field.place,
            suggestion: nearestName(to: text.string, among: known))
        }
      case .nothing where !text.isEmpty:
        report(.takesNoFormula(field.key), at: text.place(of: 0))
      case .nothing: break
      }
      add(.live(request))
    }
  }
}
