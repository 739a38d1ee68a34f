import TextGrid

/// A row of the help page: a heading, or keys and what they do.
enum HelpRow: Hashable {
  case heading(String)
  case binding(keys: String, words: String)
  case text(String)
  case blank
}

extension Model {
  /// The key table as a page, by where the keys work.
  var helpRows: [HelpRow] {
    let parts: [(Mode, Phrase)] = [
      (.reading, .helpReading), (.panel, .helpPanel), (.editor, .helpEditor),
      (.typing, .helpTyping), (.menu, .helpMenuMode), (.search, .helpSearchMode),
      (.help, .helpHelpMode),
      (.command, .helpCommandMode), (.ledger, .helpLedgerMode),
      (.inspection, .helpInspectMode), (.playground, .helpPlaygroundMode),
    ]
    // The part one came from stands first: it is what was asked for.
    let current = underlyingMode
    let ordered = parts.filter { $0.0 == current } + parts.filter { $0.0 != current }
    var rows: [HelpRow] = []
    for (mode, title) in ordered {
      rows.append(.heading(words(title)))
      for row in Binding.rows(in: mode) {
        let keys = row.keys.map { $0.name(tier) }.joined(separator: " ")
        rows.append(.binding(keys: keys, words: words(row.help)))
      }
      if mode == .typing { rows.append(.text(words(.helpNumbers))) }
      rows.append(.blank)
    }
    return rows
  }

  /// The mode of the screen under the overlay.
  private var underlyingMode: Mode {
    var below = self
    below.overlay = nil
    return below.mode
  }
}
