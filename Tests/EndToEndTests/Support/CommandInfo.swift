import Foundation

/// What the program says of its own command line: ArgumentParser's `--experimental-dump-help`.
struct CommandInfo: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var flag: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var allValues: [String]?
    var defaultValue: String?
    var isRepeating: Bool
    var sectionTitle: String?
    var shouldDisplay: Bool

    var flags: [String] { (names ?? []).map(\.flag) }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [CommandInfo]?
  var defaultSubcommand: String?
  var shouldDisplay: Bool

  /// Of the program itself.
  static func ofProgram() throws -> CommandInfo {
    struct Dump: Decodable { var command: CommandInfo }
    let text = try Tutor().run(["--experimental-dump-help"]).output
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }

  /// The arguments of a line without a command: those of the command that stands for none come
  /// first.
  var ownArguments: [Argument] {
    let silent = (subcommands ?? []).first { $0.commandName == defaultSubcommand }
    let own = (silent?.arguments ?? []) + (arguments ?? [])
    var flags: Set<[String]> = []
    return own.filter { $0.shouldDisplay && ($0.flags.isEmpty || flags.insert($0.flags).inserted) }
  }

  /// The commands that are shown, `progress` and then `progress path`, in their order.
  var commands: [(name: String, info: CommandInfo)] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.flatMap { command in
      [(command.commandName, command)]
        + command.commands.map { (command.commandName + " " + $0.name, $0.info) }
    }
  }
}
