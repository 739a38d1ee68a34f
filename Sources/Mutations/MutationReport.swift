import Notation

/// What `scripts/mutate` prints: a table by lesson, and every survivor with its reason.
struct MutationReport {
  let results: [Mutant.Result]
  let known: KnownSurvivors

  init(_ results: [Mutant.Result], _ known: KnownSurvivors) {
    (self.results, self.known) = (results, known)
  }

  var survivors: [Mutant.Result] { results.filter { $0.outcome == .survived } }
  var unexplained: [Mutant.Result] { survivors.filter { $0.reason == nil } }
  var isExplained: Bool { unexplained.isEmpty }

  /// - Parameter isWhole: whether these are all mutants of the course, so that an entry of the list
  ///   that none of them needs can go.
  func text(isWhole: Bool) -> String {
    var lines: [String] = []
    if !survivors.isEmpty {
      lines.append("Survivors, which check passes:")
      for result in survivors {
        lines.append("\(result.mutant.location): \(result.mutant.change)")
        lines.append("    \(result.reason?.words ?? "UNEXPLAINED")")
      }
      lines.append("")
    }
    lines.append(
      "lesson               mutants    false  refused     same     true   listed  unexplained")
    var names: [String] = []
    for result in results where names.last != result.mutant.text.name {
      names.append(result.mutant.text.name)
    }
    for name in names {
      lines.append(row(name, results.filter { $0.mutant.text.name == name }))
    }
    lines.append(row("all", results))
    if isWhole {
      let unused = known.unused(
        by: survivors.map { ($0.mutant.place.formula.source, $0.mutant.change) })
      for entry in unused { lines.append("no survivor needs the entry \(entry)") }
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ results: [Mutant.Result]) -> String {
    func count(_ outcome: MutantTrial.Outcome) -> Int {
      results.count { $0.outcome == outcome }
    }
    func count(_ kind: Sameness.Reason.Kind?) -> Int {
      results.count { $0.outcome == .survived && $0.reason?.kind == kind }
    }
    let numbers = [
      results.count, count(.foundFalse), count(.refused), count(.same), count(.trueToo),
      count(.listed), count(nil),
    ]
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let title = name.replacing("lessons/en/", with: "")
    return title + String(repeating: " ", count: max(1, 21 - title.count))
      + zip(numbers, [7, 9, 9, 9, 9, 9, 13]).map { padded(String($0), $1) }.joined()
  }
}
