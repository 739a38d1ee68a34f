import Foundation
import Lessons

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
          message: "this file can't be read: \(failure.reason)"))
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
  private var unjudgedCount: Int { counts.unjudgedSigns.values.reduce(0, +) }

  /// For people and editors: `file:line:column: error: …`, then what was looked at.
  var text: String {
    let reasons = counts.unjudgedSigns.sorted { $0.key < $1.key }
      .map { " (\($0.value): \($0.key))" }.joined()
    let lines = [
      Self.line(
        Self.count(counts.lessons, "lesson"), Self.count(counts.steps, "step"),
        Self.count(counts.formulas, "formula"), Self.count(counts.values, "number"),
        Self.count(counts.quantities, "definition") + " held to SoftmaxCore"),
      Self.line(
        "equals signs: \(counts.checkedSigns) checked",
        "\(counts.notationOnlySigns) only notation",
        "\(unjudgedCount) not judged" + reasons,
        Self.count(counts.comparisons, "comparison") + " with seed \(settings.seed)"),
      Self.line(
        Self.count(errorCount, "error"), Self.count(findings.count - errorCount, "remark")),
    ]
    // A file's name and the words of its front matter may hold what a terminal would obey.
    let said = findings.flatMap {
      $0.diagnostic.description.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return said.map { Output.printable(String($0)) + "\n" }.joined() + lines.joined()
  }

  private static func line(_ parts: String...) -> String { parts.joined(separator: ", ") + "\n" }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

// For tools
extension CheckReport {
  private struct Document: Encodable {
    var lessons: Int
    var steps: Int
    var formulas: Int
    var numbers: Int
    var definitions: Int
    var comparisons: Int
    var seed: UInt64
    var equalsSigns: Signs
    var errors: Int
    var remarks: Int
    var findings: [Entry]

    struct Signs: Encodable {
      var checked: Int
      var notationOnly: Int
      var conditions: Int
      var notJudged: [String: Int]
    }

    struct Entry: Encodable {
      var file: String
      var line: Int
      var column: Int
      var severity: String
      var message: String
      var suggestion: String?
      var disagreement: Numbers?
    }

    struct Numbers: Encodable {
      var left: String
      var right: String
      var numbers: String
      /// Absent for the lesson's own example.
      var example: Int?
      var seed: UInt64
    }
  }

  var json: String {
    get throws {
      let document = Document(
        lessons: counts.lessons, steps: counts.steps, formulas: counts.formulas,
        numbers: counts.values, definitions: counts.quantities, comparisons: counts.comparisons,
        seed: settings.seed,
        equalsSigns: .init(
          checked: counts.checkedSigns, notationOnly: counts.notationOnlySigns,
          conditions: counts.conditions, notJudged: counts.unjudgedSigns),
        errors: errorCount, remarks: findings.count - errorCount,
        findings: findings.map(Self.entry))
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Self.escaped(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
    }
  }

  /// The encoder leaves U+007F to U+009F as they are; a terminal obeys some of them.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: { (0x7F...0x9F).contains($0.value) }) else {
      return json
    }
    return json.unicodeScalars.map { scalar in
      (0x7F...0x9F).contains(scalar.value)
        ? "\\u00" + String(scalar.value, radix: 16) : String(scalar)
    }.joined()
  }

  private static func entry(_ finding: Finding) -> Document.Entry {
    let diagnostic = finding.diagnostic
    return Document.Entry(
      file: diagnostic.file, line: diagnostic.line, column: diagnostic.column,
      severity: diagnostic.severity.rawValue, message: diagnostic.message,
      suggestion: diagnostic.suggestion,
      disagreement: finding.disagreement.map {
        Document.Numbers(
          left: $0.left, right: $0.right, numbers: $0.numbers, example: $0.example, seed: $0.seed)
      })
  }
}
