import TextGrid

/// Every key of the program: the rows of all screens, and those that work on each of them.
enum KeyTable {
  /// In the order of the help page.
  static let sections = allScreens.flatMap { $0.sections }

  static let all: [Binding] = (allScreens.flatMap { $0.bindings } + common).enumerated()
    .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)

  static func binding(for key: Key, in section: KeySection) -> Binding? {
    all.last { $0.keys.contains(key) && $0.sections.contains(section) }
  }

  /// One line for each thing that can be done in a section, with all its keys.
  static func lines(in section: KeySection) -> [(keys: [Key], help: Phrase)] {
    var lines: [(keys: [Key], help: Phrase)] = []
    for binding in all where binding.sections.contains(section) {
      if let line = lines.firstIndex(where: { $0.help == binding.help }) {
        lines[line].keys += binding.keys
      } else {
        lines.append((binding.keys, binding.help))
      }
    }
    return lines
  }

  /// The table as the README shows it.
  static func markdown(_ words: Words) -> String {
    sections.map { section in
      "\n**\(words(section.title))**\n\n| keys | do |\n|---|---|\n"
        + lines(in: section).map { line in
          let keys = line.keys.map { "`\($0.name())`" }.joined(separator: " ")
          return "| \(keys) | \(words(line.help)) |\n"
        }.joined()
    }.joined() + "\n"
  }

  // MARK: What works everywhere

  /// A screen above the lesson is left by Esc, and by q where letters are no text; ? tells the keys.
  private static let common: [Binding] = {
    let above = sections.filter { $0.kind == .above }
    let lettered = sections.filter { !$0.takesText }
    return [
      Binding(80, above, [.escape], .helpLeave, word: .leave) { $0.closeScreen() }.alwaysShown,
      Binding(
        83, above.filter { !$0.takesText }, ["q"], .helpLeave, word: .close
      ) { $0.closeScreen() }.alwaysShown,
      Binding.effect(84, sections, [.control("c")], .helpQuit) { _ in [.quit] },
      Binding.effect(85, sections, [.control("z")], .helpSuspend) { _ in [.suspend] },
    ]
  }()
}
