#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line of the benchmark asks for.
struct Request {
  var program = ""
  /// For the files of the programs that are measured.
  var folder = ""
  var conditions = Conditions()

  private static let usage =
    "usage: bench-terminal [--columns N] [--rows N] [--rounds N] [--keys N] [--quiet MS] --folder DIR PROGRAM"

  init(_ words: some Sequence<String>) throws {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      if word == "--folder" {
        folder = words.popFirst() ?? ""
        continue
      }
      guard word.hasPrefix("--") else {
        program = word
        continue
      }
      guard let number = words.popFirst().flatMap(Int.init), number > 0 else {
        throw PseudoTerminal.Failure(description: "\(word) takes a number from 1; \(Self.usage)")
      }
      switch word {
      case "--columns": conditions.columns = number
      case "--rows": conditions.rows = number
      case "--rounds": conditions.rounds = number
      case "--keys": conditions.keys = number
      case "--quiet": conditions.quiet = number
      default: throw PseudoTerminal.Failure(description: "\(word) is no option; \(Self.usage)")
      }
    }
    guard access(program, X_OK) == 0 else {
      throw PseudoTerminal.Failure(description: "“\(program)” is no program; \(Self.usage)")
    }
  }
}
