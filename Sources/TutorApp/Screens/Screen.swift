import TextGrid

/// One screen: its state, its keys, its title, what it does and how it is drawn.
///
/// A new screen is a type in a folder of its own, its line in `allScreens`, and its words in the
/// catalogue. The row that opens it stands among its own rows, in the sections from which it can be
/// opened; the key row, the help page, the course menu and the README take it from there. Esc, q and
/// ? work on it without a word.
protocol Screen: Hashable, Sendable {
  /// Where its keys work, in the order in which the help page tells them.
  static var sections: [KeySection] { get }
  static var bindings: [Binding] { get }

  /// The section whose keys work now.
  func section(in model: Model) -> KeySection

  func title(in model: Model) -> ScreenTitle

  /// What it says above the last rows, over any notice.
  func message(in model: Model) -> String?

  /// Whether formulas stand there in symbols whatever else is chosen.
  var needsSymbols: Bool { get }

  /// Takes a key that is text here; nil for a key that the table handles.
  func type(_ key: Key, _ model: inout Model) -> [Effect]?

  func turnWheel(by rows: Int, _ model: inout Model)

  func click(_ position: Position, _ model: inout Model)

  func draw(_ model: Model, _ frame: Frame, _ canvas: inout Canvas)
}

extension Screen {
  func section(in model: Model) -> KeySection { Self.sections[0] }
  func message(in model: Model) -> String? { nil }
  var needsSymbols: Bool { false }
  func type(_ key: Key, _ model: inout Model) -> [Effect]? { nil }
  func turnWheel(by rows: Int, _ model: inout Model) {}
  func click(_ position: Position, _ model: inout Model) {}

  /// What the screen that is open does, if it is one of these.
  static func with(
    _ body: @escaping @Sendable (Self, inout Model) -> Void
  ) -> @Sendable (inout Model) -> Void {
    { model in
      if let screen = model.screen as? Self { body(screen, &model) }
    }
  }
}

/// The first row of a screen.
struct ScreenTitle: Hashable {
  var left: String
  var right = "softmax-tutor"
}

/// Every screen there is, in the order of the help page.
let allScreens: [any Screen.Type] = [
  LessonScreen.self, MenuScreen.self, SearchScreen.self, HelpScreen.self, CommandScreen.self,
  LedgerScreen.self, InspectionScreen.self, PlaygroundScreen.self, EndScreen.self,
]
