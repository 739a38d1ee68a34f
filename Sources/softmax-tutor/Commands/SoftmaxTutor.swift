import ArgumentParser

/// The program's commands. What is no command opens the tutor.
@main
struct SoftmaxTutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "softmax-tutor",
    abstract: "From logits to p − y: a course in your terminal, with your own numbers.",
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
    let arguments = CommandLine.arguments.dropFirst()
    do {
      if arguments.isEmpty { return try Session(SessionOptions()).run() }
      var command = try parseAsRoot(ArgumentVector.prepared(Array(arguments)))
      try command.run()
    } catch {
      exit(reporting: error)
    }
  }
}
