import TextGrid

/// What is wrong with a lesson file, and where.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// A lint is worth mending, but the lesson means what it says.
  public enum Severity: String, Hashable, Sendable { case error, lint }

  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in characters as a reader counts them.
  public var column: Int
  /// The line as the file has it, without control characters.
  public var sourceLine: String
  /// One sentence without a full stop: what was found, and what to do.
  public var message: String
  /// The nearest thing that would be right, if there is one.
  public var suggestion: String?
  public var severity: Severity

  public init(
    file: String, line: Int, column: Int, sourceLine: String, message: String,
    suggestion: String? = nil, severity: Severity = .error
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.sourceLine = sourceLine
    self.message = message
    self.suggestion = suggestion
    self.severity = severity
  }

  /// `file:line:column: error: …` and under it the line with a caret, so that editors can jump
  /// there and readers need not.
  public var description: String {
    let question = suggestion.map { ". Did you mean \"\($0)\"?" } ?? ""
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: cellWidth(of: String(sourceLine.prefix(column - 1))))
    return """
      \(file):\(line):\(column): \(severity.rawValue): \(message)\(question)
      \(number) | \(sourceLine)
      \(gutter) | \(indent)^
      """
  }
}

extension [Diagnostic] {
  /// Whether one more would help nobody.
  var isFull: Bool { count >= LessonParser.mostDiagnostics }
}
