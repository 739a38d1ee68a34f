import Foundation

/// Survivors that a person has looked at: `Tests/LessonsTests/survivors.txt`.
///
/// ```
/// # a remark
/// FORMULA
///   CHANGE
///     reason, on lines of their own
/// ```
/// A formula and a change stand as the report prints them, so that neither a line number nor the
/// text around them matters. `any change` stands for all changes of a formula.
struct KnownSurvivors {
  private var reasons: [Key: String] = [:]

  struct Key: Hashable {
    var formula: String
    var change: String
  }

  static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Tests/LessonsTests/survivors.txt")

  init(_ text: String) {
    var formula = ""
    var change = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let indent = line.prefix { $0 == " " }.count
      let words = String(line.dropFirst(indent))
      switch indent {
      case 0: formula = words
      case 2: change = words
      default:
        let key = Key(formula: formula, change: change)
        reasons[key] = [reasons[key], words].compactMap { $0 }.joined(separator: " ")
      }
    }
  }

  func reason(_ formula: String, _ change: String) -> String? {
    reasons[Key(formula: Self.line(formula), change: change)]
      ?? reasons[Key(formula: Self.line(formula), change: "any change")]
  }

  /// A formula on one line.
  static func line(_ formula: String) -> String {
    formula.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Entries that no survivor of the whole course needs.
  func unused(by survivors: [(formula: String, change: String)]) -> [String] {
    let needed = Set(
      survivors.flatMap { survivor in
        [survivor.change, "any change"].map {
          Key(formula: Self.line(survivor.formula), change: $0)
        }
      })
    return reasons.keys.filter { !needed.contains($0) }.map { "\($0.formula): \($0.change)" }
      .sorted()
  }
}
