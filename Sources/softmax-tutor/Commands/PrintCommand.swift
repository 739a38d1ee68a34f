import ArgumentParser
import Lessons
import TextGrid
import TutorApp

/// `print LESSON|--all`: lessons as plain text, or a step as a picture of its screen, with their own
/// numbers or those of the flags.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: HelpText.print.text)

  @Argument(
    help: ArgumentHelp(.lessonToPrint, valueName: "lesson[:step]"),
    transform: TypedWord.asTyped)
  var lesson: String?

  @Flag(help: .says(.everyLesson))
  var all = false

  @OptionGroup(title: HelpText.numbers.text) var numbers: ExampleOptions
  @OptionGroup(title: HelpText.courseOptions.text) var course: CourseOptions

  @Flag(help: .says(.asciiOnly))
  var ascii = false

  @Option(help: ArgumentHelp(.columns, valueName: "n"))
  var width: Int?

  @OptionGroup(title: "A picture") var picture: PictureOptions

  func run() throws {
    guard (lesson != nil) != all else { throw Failure.lessonOrAll(lesson) }
    try picture.check(all: all, width: width)
    if let width, !TextWidth.range.contains(width) {
      throw Failure.outOfRange(
        option: "--width", text: String(width),
        range: .numbers(from: TextWidth.range.lowerBound, to: TextWidth.range.upperBound))
    }
    let loaded = try LoadedCourse(course.choice)
    let printer = PlainPrinter(
      course: loaded.course, tier: ascii ? .ascii : EnvironmentLocale.glyphTier(),
      width: width ?? TextWidth.current())
    guard let lesson else {
      for index in loaded.course.lessons.indices {
        if index > 0 { try Output.write("\n\n") }
        try printer.printLesson(index, example: example(for: index, in: loaded.course))
      }
      return
    }
    let wanted = LessonPlace(lesson)
    let place = try wanted.find(in: loaded.course)
    let example = try example(for: place.lesson, in: loaded.course)
    if picture.svg {
      try Output.write(
        picture.picture(of: place, in: loaded.course, example: example, tier: printer.tier))
    } else if wanted.step == nil {
      try printer.printLesson(place.lesson, example: example)
    } else {
      try printer.printStep(place, example: example)
    }
  }

  private func example(for index: Int, in course: Course) throws(Failure) -> Example {
    try numbers.change.applied(to: course.lessons[index].example)
  }
}

/// Writes lessons and steps to standard output.
struct PlainPrinter {
  var course: Course
  var tier: GlyphTier
  var width: Int

  func printLesson(_ index: Int, example: Example) throws(Failure) {
    try put(plainLesson(index, of: course, example: example, tier: tier, width: width))
  }

  func printStep(_ place: Model.Place, example: Example) throws(Failure) {
    try put(plainStep(place, of: course, example: example, tier: tier, width: width))
  }

  /// Trailing blanks are the canvas's, not the text's.
  private func put(_ lines: [String]) throws(Failure) {
    try Output.write(lines.map { $0.trimmingBlanks + "\n" }.joined())
  }
}

extension String {
  var trimmingBlanks: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
