import Lessons
import Notation

/// What `check` found: every diagnostic, then the counts.
struct CheckReport {
  private var findings: [Finding] = []
  private var counts = CheckCounts()
  private let settings: CheckSettings

  /// - Parameter unreadable: files that should be lessons; each is an error beside those of others.
  init(_ folders: [LessonFolder], unreadable: [FileFailure], _ settings: CheckSettings) {
    self.settings = settings
    findings = unreadable.map { failure in
      Finding(
        Diagnostic(
          file: failure.path, line: 1, column: 1, sourceLine: "",
          problem: CommandProblem.unreadable(reason: failure.reason)))
    }
    for folder in folders {
      let language = folder.path.split(separator: "/").last.map(String.init) ?? "en"
      let course = Course(files: folder.files, language: language, folder: folder.path)
      let checker = CourseChecker(course, settings)
      findings += checker.findings
      counts += checker.counts
    }
  }

  var hasErrors: Bool { errorCount > 0 }

  private var errorCount: Int { findings.count { $0.diagnostic.severity == .error } }
  /// By the sentence that says why.
  private var unjudgedSigns: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: counts.unjudgedSigns.map { ($0.sentence(in: .ofCommands), $1) })
  }
  private var unjudgedCount: Int { counts.unjudgedSigns.values.reduce(0, +) }

  /// For people and editors: `file:line:column: error: …`, then what was looked at.
  var text: String {
    let reasons = unjudgedSigns.sorted { $0.key < $1.key }
      .map { " (\($0.value): \($0.key))" }.joined()
    let lines = [
      Self.line(
        .lessons(counts.lessons), .steps(counts.steps), .formulas(counts.formulas),
        .numbers(counts.values), .definitions(counts.quantities)),
      Self.line(
        .checkedSigns(counts.checkedSigns), .notationOnlySigns(counts.notationOnlySigns),
        .unjudgedSigns(unjudgedCount, reasons: reasons),
        .comparisons(counts.comparisons, seed: settings.seed)),
      Self.line(.errors(errorCount), .remarks(findings.count - errorCount)),
    ]
    // A file's name and the words of its front matter may hold what a terminal would obey.
    let said = findings.flatMap {
      $0.diagnostic.text(in: .ofCommands).split(separator: "\n", omittingEmptySubsequences: false)
    }
    return said.map { Output.printable(String($0)) + "\n" }.joined() + lines.joined()
  }

  private static func line(_ parts: CheckCount...) -> String {
    parts.map(\.text).joined(separator: ", ") + "\n"
  }
}

// For tools
extension CheckReport {
  var json: String {
    JSON.object([
      "lessons": JSON(counts.lessons), "steps": JSON(counts.steps),
      "formulas": JSON(counts.formulas), "numbers": JSON(counts.values),
      "definitions": JSON(counts.quantities), "comparisons": JSON(counts.comparisons),
      "seed": JSON(settings.seed), "equals_signs": signs, "errors": JSON(errorCount),
      "remarks": JSON(findings.count - errorCount), "findings": .array(findings.map(Self.entry)),
    ]).written
  }

  private var signs: JSON {
    .object([
      "checked": JSON(counts.checkedSigns), "notation_only": JSON(counts.notationOnlySigns),
      "conditions": JSON(counts.conditions),
      "not_judged": .object(unjudgedSigns.mapValues { JSON($0) }),
    ])
  }

  private static func entry(_ finding: Finding) -> JSON {
    let diagnostic = finding.diagnostic
    var members: [String: JSON] = [
      "file": .string(diagnostic.file), "line": JSON(diagnostic.line),
      "column": JSON(diagnostic.column), "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.sentence(in: .ofCommands)),
    ]
    members["suggestion"] = diagnostic.suggestion.map { .string($0) }
    members["disagreement"] = finding.disagreement.map(numbers)
    return .object(members)
  }

  private static func numbers(_ disagreement: Disagreement) -> JSON {
    var members: [String: JSON] = [
      "left": .string(disagreement.left), "right": .string(disagreement.right),
      "numbers": .string(disagreement.numbers), "seed": JSON(disagreement.seed),
    ]
    // Absent for the lesson's own example.
    members["example"] = disagreement.example.map { JSON($0) }
    return .object(members)
  }
}
