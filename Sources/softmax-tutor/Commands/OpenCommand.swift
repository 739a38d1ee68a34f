import ArgumentParser
import CursesTerminal
import Lessons
import TextGrid
import TutorApp

/// Opens the tutor: where the learner was, or at the lesson named.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: HelpText.course.text,
    usage: """
      softmax-tutor [LESSON[:STEP]] [options]
      softmax-tutor <command>
      """,
    discussion: HelpText.aboutCommands(SoftmaxTutor.commandSummary).text,
    shouldDisplay: false)

  @Argument(
    help: ArgumentHelp(
      .place,
      valueName: "lesson[:step]"),
    transform: TypedWord.asTyped)
  var place: String?

  @OptionGroup(title: HelpText.yourNumbers.text) var numbers: ExampleOptions
  @OptionGroup(title: HelpText.courseOptions.text) var course: CourseOptions
  @OptionGroup(title: HelpText.screenOptions.text) var screen: ScreenOptions

  func run() throws {
    if let width = screen.ambiguousWidth, !(1...2).contains(width) {
      throw Failure.outOfRange(
        option: "--ambiguous-width", text: String(width), range: .oneOrTwo)
    }
    try Session(
      SessionOptions(
        place: place, change: numbers.change, course: course.choice, screen: screen.choice)
    ).run()
  }

}
