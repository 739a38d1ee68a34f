import TextGrid

extension Binding {
  /// The key table as the README shows it: what an action does, and its keys where it can be
  /// asked for.
  static var markdownTable: String {
    let parts: [(Mode, Phrase)] = [
      (.reading, .helpReading), (.panel, .helpPanel), (.editor, .helpEditor),
      (.typing, .helpTyping), (.inspection, .helpInspectMode),
      (.menu, .helpMenuMode),
    ]
    let words = Words.english
    var table = ""
    for (mode, title) in parts {
      table += "\n**\(words(title))**\n\n| keys | do |\n|---|---|\n"
      for row in rows(in: mode) {
        let keys = row.keys.map { "`\($0.name())`" }.joined(separator: " ")
        table += "| \(keys) | \(words(row.help)) |\n"
      }
    }
    return table + "\n"
  }

  /// The actions of a mode with all their keys there, in the table's order.
  static func rows(in mode: Mode) -> [(action: Action, keys: [Key], help: Phrase)] {
    var rows: [(action: Action, keys: [Key], help: Phrase)] = []
    for binding in all where binding.modes.contains(mode) {
      if let index = rows.firstIndex(where: { $0.action == binding.action }) {
        rows[index].keys += binding.keys
      } else {
        rows.append((binding.action, binding.keys, binding.help))
      }
    }
    return rows
  }
}
