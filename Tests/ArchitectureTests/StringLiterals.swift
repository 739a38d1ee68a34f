/// The string literals of a Swift file: without what is interpolated, without LaTeX's commands, and
/// with the line each begins on. Comments have none.
struct StringLiterals {
  struct Literal {
    var line: Int
    var text: String
    /// What the line has before it, without blanks.
    var lead: String
  }

  private(set) var all: [Literal] = []
  private let code: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) {
    code = Array(text.unicodeScalars)
    readCode(inBrackets: false)
  }

  private func stands(_ text: String) -> Bool {
    code[position...].starts(with: text.unicodeScalars)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < code.count {
      position += 1
      if code[position - 1] == "\n" {
        line += 1
        lineStart = position
      }
    }
  }

  /// Up to the end, or behind the bracket that closes an interpolation.
  private mutating func readCode(inBrackets: Bool) {
    var depth = 0
    while position < code.count {
      if stands("//") {
        while position < code.count, code[position] != "\n" { advance() }
      } else if stands("\"\"\"") {
        readLiteral(until: "\"\"\"")
      } else if stands("#\"") {
        readLiteral(until: "\"#", isRaw: true)
      } else if stands("\"") {
        readLiteral(until: "\"")
      } else {
        if code[position] == "(" { depth += 1 }
        if code[position] == ")" {
          if inBrackets, depth == 0 { return advance() }
          depth -= 1
        }
        advance()
      }
    }
  }

  private mutating func readLiteral(until end: String, isRaw: Bool = false) {
    let (start, lead) = (line, code[lineStart..<position].filter { $0 != " " })
    advance(isRaw ? 2 : end.unicodeScalars.count)
    var text = String.UnicodeScalarView()
    while position < code.count, !stands(end) {
      if !isRaw, stands("\\(") {
        advance(2)
        readCode(inBrackets: true)
        text.append(" ")
      } else if !isRaw, stands("\\\\") {
        advance(2)
        while position < code.count, code[position].properties.isAlphabetic { advance() }
        text.append("\\")
      } else if !isRaw, stands("\\") {
        advance(2)
        text.append(" ")
      } else {
        text.append(code[position])
        advance()
      }
    }
    advance(end.unicodeScalars.count)
    all.append(
      Literal(line: start, text: String(text), lead: String(String.UnicodeScalarView(lead))))
  }
}
