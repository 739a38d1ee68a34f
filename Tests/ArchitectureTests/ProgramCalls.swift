import Foundation

/// The programs that a Swift file of the tests starts, as it names them.
struct ProgramCalls {
  private(set) var programs: Set<String> = []
  /// Programs it asks for before it starts them.
  private(set) var ensured: Set<String> = []
  /// Ways to start a process that it uses itself.
  private(set) var primitives: Set<String> = []

  /// What starts a process. Only the helpers of the tests use them, and take `program: "NAME"`.
  private static let starters = ["Process()", "posix_spawn(", "execv", "popen(", "system("]

  init(_ text: String) {
    let code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
    primitives = Set(Self.starters.filter(code.contains))
    for name in Self.literals(after: #"program:\s*|arguments = \["#, in: code) {
      if !name.contains("$") { programs.insert(Self.lastPart(name)) }
    }
    // Lines for a shell: the helpers' `shell`, `answer` and `command`, and `bash -c` in an array.
    for line in Self.literals(
      after: #"\.shell\(\s*|answer\(to:\s*|\.command\(\s*|Way\(\s*|"-c",\s*"#, in: code)
    {
      let commands = ShellCommands(line)
      programs.formUnion(commands.programs.map(Self.lastPart))
      ensured.formUnion(commands.ensured)
    }
    for path in Self.literals(after: #"isExecutableFile\(atPath:\s*"#, in: code) {
      ensured.insert(Self.lastPart(path))
    }
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The string literals that follow a pattern, joined with those added to them; an interpolation
  /// is a word of its own.
  private static func literals(after pattern: String, in code: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: "(?:" + pattern + ")(?=\")") else {
      return []
    }
    let whole = NSRange(code.startIndex..., in: code)
    return expression.matches(in: code, range: whole).compactMap { match in
      Range(match.range, in: code).map { literal(code[$0.upperBound...]) }
    }
  }

  private static func literal(_ code: Substring) -> String {
    var (rest, text) = (code.dropFirst(), "")
    while let first = rest.popFirst(), first != "\"" {
      guard first == "\\", let next = rest.popFirst() else {
        text.append(first)
        continue
      }
      switch next {
      case "(":
        var depth = 1
        while depth > 0, let inside = rest.popFirst() {
          depth += inside == "(" ? 1 : inside == ")" ? -1 : 0
        }
        text += "$x"
      case "n": text.append("\n")
      default: text.append(next)
      }
    }
    let after = rest.drop { $0.isWhitespace }
    let sum = after.dropFirst().drop { $0.isWhitespace }
    return after.first == "+" && sum.first == "\"" ? text + literal(sum) : text
  }
}
