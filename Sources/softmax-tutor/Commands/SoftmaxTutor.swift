import ArgumentParser

/// The program's commands. What is no command opens the tutor.
@main
struct SoftmaxTutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "softmax-tutor",
    abstract: "From logits to p − y, with your own numbers.",
    version: "0.1.0",
    subcommands: [ComputeCommand.self])

  static func main() {
    let words = ArgumentVector.prepared(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(words)
      try command.run()
    } catch {
      exit(reporting: error)
    }
  }
}
