import Notation

/// Reads the inside of a paragraph: emphasis, code, links, `$…$` and `{…}`.
///
/// Whatever it cannot read is reported and kept as text, so that nothing is lost.
struct InlineParser {
  /// A complaint about an offset of the text.
  struct Complaint {
    var offset: Int
    var problem: any Problem
    var suggestion: String?
    var severity = Diagnostic.Severity.error
  }

  let text: MappedText
  let checksFormulas: Bool
  let bytes: [UInt8]
  private let source: SourceText
  private(set) var complaints: [Complaint] = []
  var position = 0
  private var pending: [UInt8] = []
  private var open: [Open] = []
  /// By marker: where a search found none, so that no part of it is searched again.
  private var absent: [UInt8: Range<Int>] = [:]

  /// Emphasis or a link's words that have begun and not ended.
  private struct Open {
    var marker: String
    var offset: Int
    var content: [Inline] = []
  }

  static func parse(
    _ text: MappedText, of source: SourceText, checksFormulas: Bool,
    into diagnostics: inout [Diagnostic]
  ) -> [Inline] {
    var parser = InlineParser(text, of: source, checksFormulas: checksFormulas)
    let inlines = parser.inlines(upTo: parser.bytes.count)
    for complaint in parser.complaints {
      guard !diagnostics.isFull else { break }
      diagnostics.append(
        source.diagnostic(
          complaint.problem, at: text.place(of: complaint.offset),
          suggestion: complaint.suggestion, severity: complaint.severity))
    }
    return inlines
  }

  private init(_ text: MappedText, of source: SourceText, checksFormulas: Bool) {
    self.text = text
    self.source = source
    self.checksFormulas = checksFormulas
    bytes = text.bytes
  }

  subscript(offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  func has(_ marker: String, at offset: Int) -> Bool {
    bytes.dropFirst(offset).starts(with: marker.utf8)
  }

  /// The offset of the next `marker` before `end`, escapes skipped.
  mutating func next(_ marker: UInt8, from start: Int, before end: Int) -> Int? {
    guard start < end else { return nil }
    if let known = absent[marker], known.lowerBound <= start, end <= known.upperBound { return nil }
    var offset = start
    while offset < end {
      if bytes[offset] == marker { return offset }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    absent[marker] = start..<end
    return nil
  }

  mutating func report(
    _ problem: TextProblem, at offset: Int, suggestion: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    report(problem as any Problem, at: offset, suggestion: suggestion, severity: severity)
  }

  private mutating func report(
    _ problem: any Problem, at offset: Int, suggestion: String?, severity: Diagnostic.Severity
  ) {
    guard complaints.count < LessonParser.mostDiagnostics else { return }
    complaints.append(
      Complaint(offset: offset, problem: problem, suggestion: suggestion, severity: severity))
  }

  mutating func keep(_ count: Int) {
    pending.append(contentsOf: bytes[position..<min(bytes.count, position + count)])
    position = min(bytes.count, position + count)
  }

  mutating func keep(escaped byte: UInt8) {
    pending.append(byte)
    position += 2
  }

  /// Ends the text before `inline` and takes it.
  mutating func take(_ inline: Inline) {
    flush()
    open[open.count - 1].content.append(inline)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    open[open.count - 1].content.append(.text(String(decoding: pending, as: UTF8.self)))
    pending = []
  }

  /// What stands between `position` and `end`, with a nesting of its own.
  mutating func inlines(upTo end: Int) -> [Inline] {
    // The text before a link is no part of its words.
    flush()
    let depth = open.count
    open.append(Open(marker: "", offset: position))
    while position < end { step(before: end, depth: depth + 1) }
    while open.count > depth + 1 {
      flush()
      let unclosed = open.removeLast()
      report(.openEmphasis(unclosed.marker), at: unclosed.offset)
      open[open.count - 1].content.append(.text(unclosed.marker))
      open[open.count - 1].content += unclosed.content
    }
    flush()
    return open.removeLast().content
  }

  private mutating func step(before end: Int, depth: Int) {
    switch bytes[position] {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "`"): code(before: end)
    case UInt8(ascii: "$"): formula(before: end)
    case UInt8(ascii: "{"): value(before: end)
    case UInt8(ascii: "["): bracket(before: end)
    case UInt8(ascii: "*"): star(before: end, depth: depth)
    default: plain(before: end)
    }
  }

  /// A star opens where the next character is no space and closes where the one before is none.
  private mutating func star(before end: Int, depth: Int) {
    let isDouble = has("**", at: position) && position + 1 < end
    let innermost = open.count > depth ? open[open.count - 1].marker : ""
    let follows = isSpace(position - 1)
    if !follows, isDouble, innermost == "**" {
      close { .strong($0) }
    } else if !follows, innermost == "*", !(isDouble && canOpen("**", before: end, depth: depth)) {
      close { .emphasis($0) }
    } else if isDouble, canOpen("**", before: end, depth: depth) {
      begin("**")
    } else if canOpen("*", before: end, depth: depth) {
      begin("*")
    } else {
      let marker = isDouble ? "**" : "*"
      report(.strayEmphasis(marker), at: position)
      keep(marker.utf8.count)
    }
  }

  private func canOpen(_ marker: String, before end: Int, depth: Int) -> Bool {
    let after = position + marker.utf8.count
    return after < end && !isSpace(after) && !open[depth...].contains { $0.marker == marker }
  }

  private mutating func begin(_ marker: String) {
    flush()
    open.append(Open(marker: marker, offset: position))
    position += marker.utf8.count
  }

  private mutating func close(as make: ([Inline]) -> Inline) {
    flush()
    let closed = open.removeLast()
    open[open.count - 1].content.append(make(closed.content))
    position += closed.marker.utf8.count
  }

  private func isSpace(_ offset: Int) -> Bool {
    self[offset].map { $0 == 0x20 || $0 == 10 } ?? true
  }

  /// A formula that stands at `range` of the text, its complaints moved to their place.
  mutating func formula(at range: Range<Int>) -> Located<Formula> {
    let formula = Formula(text.string(range))
    // With so much to say already, nothing found in it would be told.
    let checks = checksFormulas && complaints.count < LessonParser.mostDiagnostics
    for diagnostic in checks ? formula.diagnostics : [] {
      report(
        diagnostic.problem, at: range.lowerBound + diagnostic.range.lowerBound,
        suggestion: diagnostic.suggestion,
        severity: Diagnostic.Severity(diagnostic.severity))
    }
    return Located(formula, at: text.places[range], in: source)
  }
}

extension Diagnostic.Severity {
  init(_ severity: FormulaDiagnostic.Severity) {
    switch severity {
    case .error: self = .error
    case .lint: self = .lint
    }
  }
}
