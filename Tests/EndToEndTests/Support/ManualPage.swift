import Foundation

/// The part of the manual page that tells of options and commands, in mdoc(7).
///
/// ArgumentParser's own generator leaves out every character that isn't ASCII, and knows nothing of
/// a command that stands for none.
struct ManualPage {
  var program: CommandInfo

  var lines: [String] {
    section("OPTIONS") + options(program.ownArguments)
      + section("COMMANDS")
      + list(
        program.commands.map { name, command in
          (".Ic " + Self.roff(name), body(of: command))
        })
  }

  private func section(_ title: String) -> [String] { [".Sh " + title] }

  private func list(_ items: [(head: String, body: [String])]) -> [String] {
    guard !items.isEmpty else { return [] }
    let rows = items.flatMap { [".It " + $0.head.drop { $0 == "." }] + $0.body }
    return [".Bl -tag -width 6n"] + rows + [".El"]
  }

  private func body(of command: CommandInfo) -> [String] {
    let texts = [command.abstract, command.discussion].compactMap { $0 }
    let paragraphs = texts.flatMap { $0.components(separatedBy: "\n\n") }
      .map { Self.sentence($0.replacing("\n", with: " ")) }
    // Every command has these; that is said once.
    let own = (command.arguments ?? []).filter {
      $0.shouldDisplay && !$0.flags.contains("--help") && !$0.flags.contains("--version")
    }
    return Array(paragraphs.joined(separator: [".Pp"])) + options(own)
  }

  /// A list, or one for each of their sections, under its title.
  private func options(_ arguments: [CommandInfo.Argument]) -> [String] {
    var titles: [String?] = []
    for argument in arguments where !titles.contains(argument.sectionTitle) {
      titles.append(argument.sectionTitle)
    }
    return titles.flatMap { title in
      (title.map { [".Pp", Self.roff($0) + ":"] } ?? [])
        + list(arguments.filter { $0.sectionTitle == title }.map { (head($0), text($0)) })
    }
  }

  private func head(_ argument: CommandInfo.Argument) -> String {
    let value = argument.valueName.map { "Ar " + Self.word($0) } ?? ""
    guard argument.kind != "positional" else {
      return value + (argument.isRepeating ? " ..." : "")
    }
    let flags = argument.flags.map { "Fl " + Self.word(String($0.dropFirst())) }
      .joined(separator: " , ")
    return argument.kind == "option" ? flags + " " + value : flags
  }

  private func text(_ argument: CommandInfo.Argument) -> [String] {
    let abstract = argument.abstract ?? ""
    let values = argument.allValues ?? []
    let unsaid =
      values.allSatisfy(abstract.contains)
      ? nil : "Values: " + values.joined(separator: ", ") + "."
    let start = argument.defaultValue.map { "Default: " + $0 + "." }
    return [argument.abstract, unsaid, start].compactMap { $0 }.flatMap(Self.sentence)
  }

  /// A text on a line of its own that roff takes as text.
  private static func sentence(_ text: String) -> [String] { [roff(text)] }

  /// A word after a macro, which is not taken as another one.
  private static func word(_ text: String) -> String { "\\&" + roff(text) }

  /// Text in which nothing means anything to roff: hyphens stay as typed, for flags are to be
  /// copied, and other characters than ASCII's are named, for not every reader guesses the encoding.
  static func roff(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": return "\\e"
      case "-": return "\\-"
      case "'": return "\\(aq"
      case "`": return "\\(ga"
      case "^": return "\\(ha"
      case "~": return "\\(ti"
      default:
        if scalar.isASCII { return String(scalar) }
        return "\\[u" + String(format: "%04X", scalar.value) + "]"
      }
    }.joined()
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
