public import TextGrid

/// One row of the key table: where it works, by which keys, what it is called, and what it does.
///
/// Dispatch, the key row, the help page, the course menu and the README's table all read
/// `KeyTable.all`. A row stands in the file of the screen that it belongs to.
struct Binding: Sendable {
  /// Rows stand in this order wherever they are shown, most useful first.
  let rank: Int
  let sections: [KeySection]
  let keys: [Key]
  /// What the help page says. Rows with the same words do the same.
  let help: Phrase
  /// The word beside the key in the key row; nil keeps the row out of it.
  var word: Phrase?
  /// The row that shares its place in the key row, such as ↓ with ↑, and which of the two keys
  /// stands first.
  var pair: (help: Phrase, isFirst: Bool)?
  /// Its place in the course menu; nil keeps it out of that.
  var menuRank: Int?
  /// Whether the key row always has room for it.
  var isAlwaysShown = false
  /// Whether the key row offers it now.
  var isOffered: @Sendable (Model) -> Bool = { _ in true }
  /// Another word for the key row now.
  var otherWord: @Sendable (Model) -> Phrase? = { _ in nil }
  let perform: @Sendable (inout Model) -> [Effect]

  init(
    _ rank: Int, _ sections: [KeySection], _ keys: [Key], _ help: Phrase, word: Phrase? = nil,
    _ change: @escaping @Sendable (inout Model) -> Void
  ) {
    self.init(rank, sections, keys, help, word) { model in
      change(&model)
      return []
    }
  }

  /// A row that asks the loop for something.
  static func effect(
    _ rank: Int, _ sections: [KeySection], _ keys: [Key], _ help: Phrase, word: Phrase? = nil,
    _ perform: @escaping @Sendable (inout Model) -> [Effect]
  ) -> Binding {
    Binding(rank, sections, keys, help, word, perform)
  }

  private init(
    _ rank: Int, _ sections: [KeySection], _ keys: [Key], _ help: Phrase, _ word: Phrase?,
    _ perform: @escaping @Sendable (inout Model) -> [Effect]
  ) {
    self.rank = rank
    self.sections = sections
    self.keys = keys
    self.help = help
    self.word = word
    self.perform = perform
  }

  // MARK: What is said of few rows

  func paired(with help: Phrase, first isFirst: Bool = false) -> Binding {
    with { $0.pair = (help, isFirst) }
  }

  func inMenu(_ rank: Int) -> Binding { with { $0.menuRank = rank } }

  var alwaysShown: Binding { with { $0.isAlwaysShown = true } }

  func offered(when isOffered: @escaping @Sendable (Model) -> Bool) -> Binding {
    with { $0.isOffered = isOffered }
  }

  func saying(_ word: @escaping @Sendable (Model) -> Phrase?) -> Binding {
    with { $0.otherWord = word }
  }

  private func with(_ change: (inout Binding) -> Void) -> Binding {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
