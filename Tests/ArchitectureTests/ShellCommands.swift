/// Which programs a piece of shell calls: the words where the shell expects a command.
///
/// As much of the shell's grammar as it takes to tell commands from words: quotes, expansions and
/// what they call in turn, here-documents, redirections, `case` and `for`, functions, and the
/// programs whose arguments are a command again.
struct ShellCommands {
  /// Names in command position, functions and builtins among them.
  private(set) var called: Set<String> = []
  /// The functions it defines.
  private(set) var functions: Set<String> = []
  /// What it makes sure of: what `command -v` asks for, and what a condition of `need` calls.
  private(set) var ensured: Set<String> = []

  /// What arrays begin with, for those that stand before a command: `"${as_root[@]}" apt-get`.
  private var arrays: [String: Set<String>] = [:]

  init(_ text: String) {
    var reader = ShellReader(text)
    readCommands(&reader, until: [])
    for text in reader.run { absorb(ShellCommands(text)) }
  }

  var programs: Set<String> { called.subtracting(functions).subtracting(Self.builtins) }

  static let builtins: Set<String> = [
    ".", ":", "[", "bg", "break", "cd", "command", "continue", "echo", "eval", "exec", "exit",
    "export", "false", "fg", "jobs", "kill", "local", "printf", "pwd", "read", "return", "set",
    "shift", "source", "test", "trap", "true", "type", "umask", "unset", "wait", "complete",
  ]

  /// Words after which a command is expected as before them.
  private static let prefixes: Set<String> = [
    "if", "then", "elif", "else", "while", "until", "do", "!", "{", "time",
  ]
  private static let ends: Set<String> = ["fi", "done", "}", "esac"]

  /// Programs that run a command, and how many of their own words come before it, flags aside.
  private static let runners = [
    "exec": 0, "sudo": 0, "env": 0, "nice": 0, "nohup": 0, "xargs": 0, "chroot": 1, "unshare": 0,
  ]
  /// Flags of theirs that take the next word.
  private static let flagsWithValue: Set<String> = ["-n", "-d", "-u", "-L", "-P", "--propagation"]

  private mutating func readCommands(_ reader: inout ShellReader, until stops: Set<String>) {
    while true {
      switch reader.next() {
      case nil: return
      case .separator(let text):
        if stops.contains(text) { return }
        if text == "(" { readCommands(&reader, until: [")"]) }
      case .word(let word):
        absorb(word)
        if word.isPlain, stops.contains(word.text) { return }
        readCommand(word, &reader)
      }
    }
  }

  /// A command that begins with `word`, up to the separator behind it.
  private mutating func readCommand(_ word: ShellReader.Word, _ reader: inout ShellReader) {
    if word.isPlain {
      switch word.text {
      case "for":
        _ = rest(&reader)
        return
      case "case":
        readCase(&reader)
        return
      case "[[":
        reader.skip(past: "]]")
        return
      default: if Self.prefixes.contains(word.text) || Self.ends.contains(word.text) { return }
      }
      if reader.takeEmptyBrackets() {
        functions.insert(word.text)
        return
      }
    }
    if let name = word.assigned {
      if reader.takeOpeningBracket() {
        let words = reader.wordsToClosingBracket()
        words.forEach { absorb($0) }
        if let first = words.first, first.isLiteral { arrays[name, default: []].insert(first.text) }
      }
      return
    }
    call(word, rest(&reader))
  }

  private mutating func readCase(_ reader: inout ShellReader) {
    while case .word(let word)? = reader.next() {
      absorb(word)
      if word.isPlain, word.text == "in" { break }
    }
    while reader.takePattern(before: "esac") {
      readCommands(&reader, until: [";;", "esac"])
      if reader.lastWord == "esac" { return }
    }
  }

  /// The words up to the next separator, which is left.
  private mutating func rest(_ reader: inout ShellReader) -> [ShellReader.Word] {
    var words: [ShellReader.Word] = []
    while let word = reader.wordBeforeSeparator() {
      absorb(word)
      words.append(word)
    }
    return words
  }

  /// What the expansions in a word call.
  private mutating func absorb(_ word: ShellReader.Word) {
    for text in word.substitutions { absorb(ShellCommands(text)) }
  }

  private mutating func absorb(_ other: ShellCommands) {
    called.formUnion(other.called)
    functions.formUnion(other.functions)
    ensured.formUnion(other.ensured)
  }

  private mutating func call(_ word: ShellReader.Word, _ arguments: [ShellReader.Word]) {
    if let array = word.array {
      for name in arrays[array] ?? [] { call(ShellReader.Word(text: name), arguments) }
      // Without one of its words, or with them all, what follows is a command.
      callFirst(of: arguments, skipping: 0)
      return
    }
    guard word.isLiteral else { return }
    called.insert(word.text)
    switch word.text {
    case "command":
      let names = arguments.drop { $0.text.hasPrefix("-") }
      if arguments.first?.text == "-v" { ensured.formUnion(names.prefix(1).map(\.text)) }
    case "need":
      let condition = ShellCommands(arguments.first?.text ?? "")
      ensured.formUnion(condition.ensured.union(condition.called))
    case "trap": absorb(ShellCommands(arguments.first?.text ?? ""))
    case "find":
      for place in arguments.indices where arguments[place].text == "-exec" {
        callFirst(of: Array(arguments[(place + 1)...]), skipping: 0)
      }
    case "bash", "sh":
      if let place = arguments.firstIndex(where: { $0.text == "-c" }),
        arguments.indices.contains(place + 1)
      {
        absorb(ShellCommands(arguments[place + 1].text))
      }
    default:
      if let own = Self.runners[word.text] { callFirst(of: arguments, skipping: own) }
    }
  }

  private mutating func callFirst(of arguments: [ShellReader.Word], skipping own: Int) {
    var rest = arguments[...]
    var own = own
    while let word = rest.popFirst() {
      if word.text.hasPrefix("-") {
        if Self.flagsWithValue.contains(word.text) { rest = rest.dropFirst() }
      } else if word.assigned == nil {
        if own == 0 { return call(word, Array(rest)) }
        own -= 1
      }
    }
  }
}
