import ArgumentParser

/// The program's commands. What is no command opens the tutor.
@main
struct SoftmaxTutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "softmax-tutor",
    abstract: HelpText.course.text,
    version: "0.1.0",
    subcommands: commands + [OpenCommand.self],
    defaultSubcommand: OpenCommand.self)

  private static let commands: [any ParsableCommand.Type] = [
    ListCommand.self, PrintCommand.self, ComputeCommand.self, EvalCommand.self,
    TypesetCommand.self, CheckCommand.self, ProgressCommand.self,
  ]

  /// `list`, `print` …, for saying which was nearly meant.
  static let commandNames: [String] = commands.map { $0._commandName }

  static let commandSummary: String = commands.map { command in
    let name = command._commandName
    let blanks = String(repeating: " ", count: max(1, 10 - name.count))
    return "  \(name)\(blanks)\(command.configuration.abstract)"
  }.joined(separator: "\n")

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      if let options = plainStart(words) { return try Session(options).run() }
      var command = try command(for: words)
      try command.run()
    } catch {
      exit(reporting: error)
    }
  }

  /// A start with no word or with a lesson's name alone: there is nothing to parse, and what parsing
  /// looks up would be a good part of the time to the first screen.
  private static func plainStart(_ words: [String]) -> SessionOptions? {
    guard let word = words.first else { return SessionOptions() }
    let isPlace = words.count == 1 && !word.hasPrefix("-") && word != "help"
    return isPlace && !commandNames.contains(word) ? SessionOptions(place: word) : nil
  }

  /// The command that the words ask for. It may stand behind options: `--lessons DIR list`.
  static func command(for words: [String]) throws -> any ParsableCommand {
    let words = TypedWord.marked(words)
    let asTyped = Result { try parseAsRoot(words) }
    let moved: [Int]
    switch asTyped {
    case .success(let command):
      // ArgumentParser has found where to open; a command's name there is that command.
      guard let place = (command as? OpenCommand)?.place, commandNames.contains(place) else {
        return command
      }
      moved = words.indices.filter { words[$0] == place }
    case .failure:
      // Options that the tutor itself does not have may belong to a command that follows.
      moved = words.prefix { $0 != "--" }.indices.filter { commandNames.contains(words[$0]) }
    }
    guard let first = moved.first, first > 0 else { return try asTyped.get() }
    let attempts = moved.map { place in
      Result { try parseAsRoot([words[place]] + words[..<place] + words[(place + 1)...]) }
    }
    for case .success(let command) in attempts { return command }
    return try attempts[0].get()
  }
}
