import ArgumentParser
import CursesTerminal
import Lessons
import TextGrid
import TutorApp

/// `--svg` of `print` and what goes with it: the screen of a step as a picture.
struct PictureOptions: ParsableArguments {
  @Flag(help: .says(.picture))
  var svg = false

  @Option(help: ArgumentHelp(.pictureColumns, valueName: "n"))
  var columns: Int?

  @Option(help: ArgumentHelp(.pictureRows, valueName: "n"))
  var rows: Int?

  @Option(help: ArgumentHelp(.pictureTheme, valueName: "theme"))
  var theme: TerminalOptions.Background?

  private static let columnRange = 20...300
  private static let rowRange = 6...120

  /// What else was asked for has to go with a picture, or with none.
  func check(all: Bool, width: Int?) throws(Failure) {
    guard svg else {
      if columns != nil { throw .needsPicture(option: "--columns") }
      if rows != nil { throw .needsPicture(option: "--rows") }
      if theme != nil { throw .needsPicture(option: "--theme") }
      return
    }
    if all { throw .pictureOfAll }
    if width != nil { throw .widthOfPicture }
    try Self.check(columns, in: Self.columnRange, option: "--columns")
    try Self.check(rows, in: Self.rowRange, option: "--rows")
  }

  private static func check(_ number: Int?, in range: ClosedRange<Int>, option: String)
    throws(Failure)
  {
    guard let number, !range.contains(number) else { return }
    throw .outOfRange(
      option: option, text: String(number),
      range: .numbers(from: range.lowerBound, to: range.upperBound))
  }

  /// - Returns: the picture, a whole file.
  func picture(
    of place: Model.Place, in course: Course, example: Example, tier: GlyphTier
  ) -> String {
    let size = Size(columns: columns ?? 80, rows: rows ?? 24)
    // A picture has no key that would bring the rest.
    let model = Model(
      course: course, size: size, tier: tier, place: place, example: example,
      readsWholeSteps: true)
    return view(model).svg(
      title: model.lesson.title + ": " + model.step.title,
      colours: ScreenColours(isLight: theme == .light))
  }
}
