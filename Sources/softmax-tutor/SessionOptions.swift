import CursesTerminal

/// What a session was asked for, without a word of how: the start with no argument has these as they
/// are, and needs no argument parser, which would be a fifth of the time to the first screen.
struct SessionOptions: Hashable {
  /// `LESSON[:STEP]`; nil goes on where the learner left.
  var place: String?
  var change = ExampleChange()
  var course = CourseChoice()
  var screen = ScreenChoice()
}

/// Which course.
struct CourseChoice: Hashable {
  var language: String?
  /// A folder of lessons of one's own.
  var folder: String?
}

/// How the tutor shows itself and what it keeps.
struct ScreenChoice: Hashable {
  var plain = false
  var ascii = false
  var ambiguousWidth: Int?
  var theme: TerminalOptions.Background?
  var color: TerminalOptions.ColorUse?
  var mouse = false
  var noSave = false
}
