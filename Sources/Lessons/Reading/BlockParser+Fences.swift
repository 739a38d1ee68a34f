import Notation

extension BlockParser {
  private static let fenceNames =
    ["math", "math notation", "live"] + Exercise.Kind.allCases.map(\.rawValue)

  mutating func readFence(_ info: String) {
    let opening = line
    let marker = info.hasPrefix("~~~") ? "~~~" : "```"
    line += 1
    let first = line
    while line < source.lines.count, !isEnd(current, of: marker), !opensFence(current) {
      line += 1
    }
    let inside = first..<line
    if line == source.lines.count {
      report(.openFence, at: .init(line: opening, byte: 0))
    } else if opensFence(current) {
      report(
        .fenceInFence(line: line + 1),
        at: .init(line: opening, byte: 0))
    } else {
      line += 1
    }
    switch info {
    case "math": readFormula(inside, isNotationOnly: false)
    case "math notation": readFormula(inside, isNotationOnly: true)
    case "live": readPanels(inside)
    case "": add(.code(code(inside)))
    default:
      if let kind = Exercise.Kind(rawValue: info) {
        readExercise(kind, inside)
      } else {
        reportUnknown(info, opening: opening)
        add(.code(code(inside)))
      }
    }
  }

  /// Whether a line begins a fence of a lesson: what stood open before was not closed.
  private func opensFence(_ line: String) -> Bool {
    guard case .fence(let info) = LineKind.of(line).kind else { return false }
    return Self.fenceNames.contains(info)
  }

  private func isEnd(_ line: String, of marker: String) -> Bool {
    let bare = trimmed(line)
    return bare.hasPrefix(marker) && bare.allSatisfy { $0 == marker.first }
  }

  private mutating func reportUnknown(_ info: String, opening: Int) {
    let place = SourceText.Place(line: opening, byte: 0)
    guard info != "~~~", !info.hasPrefix("`") else {
      return report(.otherFence, at: place)
    }
    report(
      .unknownFence(info, known: Self.fenceNames),
      at: place, suggestion: nearestName(to: info, among: Self.fenceNames))
  }

  private func code(_ lines: Range<Int>) -> String {
    source.lines[lines].joined(separator: "\n")
  }

  private mutating func readFormula(_ lines: Range<Int>, isNotationOnly: Bool) {
    var text = MappedText()
    for index in lines { text.appendVerbatim(source.lines[index], at: .init(line: index, byte: 0)) }
    guard text.bytes.contains(where: { $0 != 0x20 && $0 != 10 }) else {
      return report(.emptyFormula, at: .init(line: lines.lowerBound - 1, byte: 0))
    }
    let formula = formula(text)
    add(
      .formula(
        DisplayFormula(
          formula: formula, isNotationOnly: isNotationOnly)))
  }

  /// A formula that is the whole of a text.
  mutating func formula(_ text: MappedText) -> Located<Formula> {
    let formula = Formula(text.string)
    for diagnostic in checksFormulas && !diagnostics.isFull ? formula.diagnostics : [] {
      guard !diagnostics.isFull else { break }
      diagnostics.append(
        source.diagnostic(
          diagnostic.problem, at: text.place(of: diagnostic.range.lowerBound),
          suggestion: diagnostic.suggestion,
          severity: Diagnostic.Severity(diagnostic.severity)))
    }
    return Located(formula, at: text.places, in: source)
  }
}
