/// The screens that stand above the lesson, the one that is seen last.
struct ScreenStack: Equatable, Sendable {
  private(set) var screens: [any Screen] = []

  var top: (any Screen)? { screens.last }
  /// Under the one that is seen.
  var belowTop: (any Screen)? { screens.dropLast().last }
  var isEmpty: Bool { screens.isEmpty }

  func contains<Kind: Screen>(_: Kind.Type) -> Bool { screens.contains { $0 is Kind } }

  mutating func open(_ screen: some Screen) { screens.append(screen) }

  /// The same screen in another state.
  mutating func show(_ screen: some Screen) {
    if !screens.isEmpty { screens[screens.count - 1] = screen }
  }

  mutating func close() { _ = screens.popLast() }
  mutating func closeAll() { screens = [] }
  mutating func closeAll<Kind: Screen>(of _: Kind.Type) { screens.removeAll { $0 is Kind } }

  static func == (one: ScreenStack, other: ScreenStack) -> Bool {
    one.screens.map { AnyHashable($0) } == other.screens.map { AnyHashable($0) }
  }
}

extension Model {
  /// The screen that is seen.
  var screen: any Screen { screens.top ?? lessonScreen }

  /// The section whose keys work now.
  var section: KeySection { screen.section(in: self) }

  /// One level outward; the lesson is never left.
  mutating func closeScreen() { screens.close() }

  /// What the lesson's pane shows: itself, or the playground in its place.
  var paneScreen: any Screen {
    screens.contains(PlaygroundScreen.self) ? PlaygroundScreen() : lessonScreen
  }
}
