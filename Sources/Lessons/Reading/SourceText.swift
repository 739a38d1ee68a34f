import Notation

/// A lesson file as lines, free of control characters, and the maker of diagnostics about them.
///
/// Offsets count UTF-8 bytes: all the syntax of a lesson is ASCII, so bytes are enough to read it,
/// and columns are counted only when a diagnostic needs one.
struct SourceText {
  let file: String
  let lines: [String]
  /// The control characters that were found, each replaced by a space; or why it can't be read.
  let diagnostics: [Diagnostic]
  /// False for a file that is longer, or has a longer line, than a lesson may.
  let isReadable: Bool

  /// A place in the file; both numbers count from 0.
  struct Place: Hashable {
    var line: Int
    var byte: Int
  }

  init(_ text: String, file: String) {
    self.file = file
    guard text.utf8.count <= LessonParser.longestText else {
      let problem = FileProblem.lessonTooLong(
        bytes: text.utf8.count, longest: LessonParser.longestText)
      lines = [Self.beginning(of: text)]
      diagnostics = [
        Self.diagnostic(problem, at: .init(line: 0, byte: 0), file: file, lines: lines)
      ]
      isReadable = false
      return
    }
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var lines = Self.lines(of: text)
    if lines.last == "", lines.count > 1 { lines.removeLast() }
    if let index = lines.firstIndex(where: { $0.utf8.count > LessonParser.longestLine }) {
      let problem = FileProblem.lineTooLong(
        bytes: lines[index].utf8.count, longest: LessonParser.longestLine)
      lines[index] = Self.beginning(of: lines[index])
      self.lines = lines
      diagnostics = [
        Self.diagnostic(problem, at: .init(line: index, byte: 0), file: file, lines: lines)
      ]
      isReadable = false
      return
    }
    isReadable = true
    var found: [(Place, Unicode.Scalar)] = []
    for (index, line) in lines.enumerated() where !line.utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) {
      var clean = String.UnicodeScalarView()
      var byte = 0
      for scalar in line.unicodeScalars {
        // Whoever decoded the file put U+FFFD where it was not UTF-8.
        let isRefused = scalar.isControl || scalar == "\u{FFFD}"
        if isRefused, found.count < LessonParser.mostDiagnostics {
          found.append((Place(line: index, byte: byte), scalar))
        }
        clean.append(isRefused ? " " : scalar)
        byte += clean.last.map(UTF8.width) ?? 0
      }
      lines[index] = String(clean)
    }
    self.lines = lines
    diagnostics = found.map { place, scalar in
      Self.diagnostic(scalar.complaint, at: place, file: file, lines: lines)
    }
  }

  /// The lines without their ends, `\n` or `\r\n`; a line of its own after the last of these.
  private static func lines(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      var start = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        lines.append(String(decoding: bytes[start..<(hasReturn ? end - 1 : end)], as: UTF8.self))
        start = end + 1
      }
      return lines
    }
  }

  /// Enough of a line to know it by.
  private static func beginning(of text: some StringProtocol) -> String {
    let line = text.unicodeScalars.prefix(40).prefix { $0 != "\n" }
    return String(String.UnicodeScalarView(line.map { $0.isControl ? " " : $0 })) + "…"
  }

  func diagnostic(
    _ problem: any Problem, at place: Place, suggestion: String? = nil,
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    var diagnostic = Self.diagnostic(problem, at: place, file: file, lines: lines)
    diagnostic.suggestion = suggestion
    diagnostic.severity = severity
    return diagnostic
  }

  /// The column of a place, from 1, in characters.
  func column(of place: Place) -> Int { Self.column(of: place, in: lines) }

  private static func diagnostic(
    _ problem: any Problem, at place: Place, file: String, lines: [String]
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: place.line + 1, column: column(of: place, in: lines),
      sourceLine: lines.indices.contains(place.line) ? lines[place.line] : "", problem: problem)
  }

  private static func column(of place: Place, in lines: [String]) -> Int {
    guard lines.indices.contains(place.line) else { return 1 }
    let before = lines[place.line].utf8.prefix(place.byte)
    // Nothing in a line of ASCII combines: a line has no CR LF in it.
    if before.allSatisfy({ $0 < 0x80 }) { return before.count + 1 }
    return String(decoding: before, as: UTF8.self).count + 1
  }
}

extension Unicode.Scalar {
  /// Characters that would steer a terminal or reorder its text instead of being shown.
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: true
    default: false
    }
  }

  fileprivate var complaint: FileProblem {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return switch value {
    case 9: .tab
    case 0xfffd: .notUTF8
    default: .controlCharacter(code: code)
    }
  }
}
