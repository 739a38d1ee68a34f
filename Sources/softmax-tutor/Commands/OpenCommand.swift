import ArgumentParser
import CursesTerminal
import Lessons
import TextGrid
import TutorApp

/// Opens the tutor: where the learner was, or at the lesson named.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "From logits to p − y: a course in your terminal, with your own numbers.",
    usage: """
      softmax-tutor [LESSON[:STEP]] [options]
      softmax-tutor <command>
      """,
    discussion: """
      Without LESSON it goes on where you left off.

      COMMANDS:
      \(SoftmaxTutor.commandSummary)
      “softmax-tutor <command> --help” explains one.
      """,
    shouldDisplay: false)

  @Argument(
    help: ArgumentHelp(
      "Where to open: a lesson such as jacobian, and one of its steps by number or name.",
      valueName: "lesson[:step]"),
    transform: TypedWord.asTyped)
  var place: String?

  @OptionGroup(title: "Your numbers") var numbers: ExampleOptions
  @OptionGroup(title: "The course") var course: CourseOptions
  @OptionGroup(title: "The screen") var screen: ScreenOptions

  func run() throws {
    if let width = screen.ambiguousWidth, !(1...2).contains(width) {
      throw Failure.outOfRange(
        option: "--ambiguous-width", text: String(width), range: "1 or 2")
    }
    try Session(
      SessionOptions(
        place: place, change: numbers.change, course: course.choice, screen: screen.choice)
    ).run()
  }

}
