import ArgumentParser
import CursesTerminal
import SoftmaxCore

/// Which course.
struct CourseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.language, valueName: "language"),
    transform: TypedWord.asTyped)
  var lang: String?

  @Option(
    help: ArgumentHelp(
      .ownLessons,
      valueName: "folder"),
    transform: TypedWord.asTyped)
  var lessons: String?

  var choice: CourseChoice { CourseChoice(language: lang, folder: lessons) }
}

/// The learner's numbers: every part of the example has a flag.
struct ExampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.logits, valueName: "list"),
    transform: TypedWord.asTyped)
  var logits: String?

  @Option(
    help: ArgumentHelp(
      .target,
      valueName: "class|list"),
    transform: TypedWord.asTyped)
  var target: String?

  @Option(
    help: ArgumentHelp(.reference, valueName: "list"),
    transform: TypedWord.asTyped)
  var reference: String?

  @Option(
    help: ArgumentHelp(.temperature, valueName: "T"),
    transform: TypedWord.asTyped)
  var temperature: String?

  @Option(help: .says(.unit))
  var unit: InformationUnit?

  @Option(help: ArgumentHelp(.decimals, valueName: "n"))
  var decimals: Int?

  @Option(help: ArgumentHelp(.i, valueName: "class"))
  var i: Int?

  @Option(help: ArgumentHelp(.j, valueName: "class"))
  var j: Int?

  @Option(
    help: ArgumentHelp(.given, valueName: "list"),
    transform: TypedWord.asTyped)
  var given: String?

  var change: ExampleChange {
    ExampleChange(
      logits: logits, target: target, reference: reference, temperature: temperature, unit: unit,
      decimals: decimals, i: i, j: j, given: given)
  }
}

/// How the tutor shows itself and what it keeps.
struct ScreenOptions: ParsableArguments {
  @Flag(help: .says(.plain))
  var plain = false

  @Flag(help: .says(.asciiOnly))
  var ascii = false

  @Option(
    name: .customLong("ambiguous-width"),
    help: ArgumentHelp(
      .ambiguousWidth, valueName: "1|2"))
  var ambiguousWidth: Int?

  @Option(help: ArgumentHelp(.theme, valueName: "theme"))
  var theme: TerminalOptions.Background?

  @Option(help: ArgumentHelp(.color, valueName: "when"))
  var color: TerminalOptions.ColorUse?

  @Flag(help: .says(.mouse))
  var mouse = false

  @Flag(name: .customLong("no-save"), help: .says(.noSave))
  var noSave = false

  var choice: ScreenChoice {
    ScreenChoice(
      plain: plain, ascii: ascii, ambiguousWidth: ambiguousWidth, theme: theme, color: color,
      mouse: mouse, noSave: noSave)
  }
}
