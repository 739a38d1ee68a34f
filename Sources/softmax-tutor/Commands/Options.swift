import ArgumentParser
import CursesTerminal
import SoftmaxCore

/// Which course.
struct CourseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The course's language, such as en.", valueName: "language"),
    transform: TypedWord.asTyped)
  var lang: String?

  @Option(
    help: ArgumentHelp(
      "Lessons of your own, beside the shipped ones (or SOFTMAX_TUTOR_LESSONS).",
      valueName: "folder"),
    transform: TypedWord.asTyped)
  var lessons: String?

  var choice: CourseChoice { CourseChoice(language: lang, folder: lessons) }
}

/// The learner's numbers: every part of the example has a flag.
struct ExampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The scores z, such as 2,1,0 or -1,0,1.", valueName: "list"),
    transform: TypedWord.asTyped)
  var logits: String?

  @Option(
    help: ArgumentHelp(
      "The target y: a class, counted from 1, or a list of probabilities.",
      valueName: "class|list"),
    transform: TypedWord.asTyped)
  var target: String?

  @Option(
    help: ArgumentHelp("The distribution P of the lessons that compare two.", valueName: "list"),
    transform: TypedWord.asTyped)
  var reference: String?

  @Option(
    help: ArgumentHelp("T in softmax(z/T), 0 to inf.", valueName: "T"),
    transform: TypedWord.asTyped)
  var temperature: String?

  @Option(help: "The unit of information.")
  var unit: InformationUnit?

  @Option(help: ArgumentHelp("Digits after the point, 0 to 10.", valueName: "n"))
  var decimals: Int?

  @Option(help: ArgumentHelp("The chosen output i, counted from 1.", valueName: "class"))
  var i: Int?

  @Option(help: ArgumentHelp("The chosen score j, counted from 1.", valueName: "class"))
  var j: Int?

  @Option(
    help: ArgumentHelp("Probabilities given in the place of softmax(z).", valueName: "list"),
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
  @Flag(help: "Plain text and a prompt, without a screen: for screen readers and logs.")
  var plain = false

  @Flag(help: "ASCII characters only.")
  var ascii = false

  @Option(
    name: .customLong("ambiguous-width"),
    help: ArgumentHelp(
      "How many columns the terminal gives to signs such as ∂ and Σ, 1 or 2.", valueName: "1|2"))
  var ambiguousWidth: Int?

  @Option(help: ArgumentHelp("The palette: auto, dark or light.", valueName: "theme"))
  var theme: TerminalOptions.Background?

  @Option(help: ArgumentHelp("Colours: always, auto or never.", valueName: "when"))
  var color: TerminalOptions.ColorUse?

  @Flag(help: "Click a score or a term, scroll with the wheel.")
  var mouse = false

  @Flag(name: .customLong("no-save"), help: "Keep nothing: for shared machines.")
  var noSave = false

  var choice: ScreenChoice {
    ScreenChoice(
      plain: plain, ascii: ascii, ambiguousWidth: ambiguousWidth, theme: theme, color: color,
      mouse: mouse, noSave: noSave)
  }
}
