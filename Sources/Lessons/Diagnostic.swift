public import Notation
import TextGrid

/// What is wrong with a lesson file, and where.
public struct Diagnostic: Error, Hashable, Sendable {
  /// A lint is worth mending, but the lesson means what it says.
  public enum Severity: String, Hashable, Sendable { case error, lint }

  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in characters as a reader counts them.
  public var column: Int
  /// The line as the file has it, without control characters.
  public var sourceLine: String
  /// What was found, without words; ``sentence(in:)`` says it, and what to do.
  public var problem: any Problem
  /// The nearest thing that would be right, if there is one.
  public var suggestion: String?
  public var severity: Severity

  public init(
    file: String, line: Int, column: Int, sourceLine: String, problem: any Problem,
    suggestion: String? = nil, severity: Severity = .error
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.sourceLine = sourceLine
    self.problem = problem
    self.suggestion = suggestion
    self.severity = severity
  }

  /// One sentence without a full stop.
  public func sentence(in language: Language) -> String { problem.sentence(in: language) }

  /// The sentence, and what may have been meant.
  private func question(in language: Language) -> String {
    switch language {
    case .english: englishQuestion
    }
  }

  /// `file:line:column: error: …` and under it the line with a caret, so that editors can jump
  /// there and readers need not.
  public func text(in language: Language) -> String {
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: cellWidth(of: String(sourceLine.prefix(column - 1))))
    return """
      \(file):\(line):\(column): \(severity.rawValue): \(question(in: language))
      \(number) | \(sourceLine)
      \(gutter) | \(indent)^
      """
  }
}

extension Diagnostic {
  public static func == (left: Self, right: Self) -> Bool {
    left.file == right.file && left.line == right.line && left.column == right.column
      && left.sourceLine == right.sourceLine && left.problem.equals(right.problem)
      && left.suggestion == right.suggestion && left.severity == right.severity
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(line)
    hasher.combine(column)
    problem.hash(into: &hasher)
  }
}

extension [Diagnostic] {
  /// Whether one more would help nobody.
  var isFull: Bool { count >= LessonParser.mostDiagnostics }
}
