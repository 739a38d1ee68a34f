import TextGrid

/// A small window over the lesson with the command line that reopens it.
struct CommandScreen: Screen {
  static let sections = [KeySection(title: .helpCommandMode)]

  static let bindings = [
    Binding(70, LessonScreen.anywhere, ["c"], .helpCommand, word: .command) {
      $0.screens.open(CommandScreen())
    }.inMenu(18),
    Binding.effect(
      37, sections, [.enter], .helpCopy, word: .copy
    ) { [.copyToClipboard($0.commandLine)] },
  ]

  func title(in model: Model) -> ScreenTitle { model.lessonScreen.title(in: model) }
}
