import ArgumentParser
import Lessons
import Meaning
import Notation
import TextGrid

/// `eval FORMULA`: what a formula is worth.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: HelpText.eval.text,
    discussion: HelpText.aboutEval.text)

  @Argument(
    help: ArgumentHelp(
      .formula, valueName: "formula"),
    transform: TypedWord.asTyped)
  var formula: [String]

  @OptionGroup(title: HelpText.numbers.text) var numbers: ExampleOptions

  @Flag(help: .says(.asciiOnly))
  var ascii = false

  func run() throws {
    let example = try numbers.change.applied(to: Example())
    let formula = TypedWord.joined(formula)
    let typed = TypedFormula(formula)
    do throws(FormulaDiagnostic) {
      let entry = try typed.reading()
      let answer = try EvaluatedFormula(entry, example.bindings)
      let tier = ascii ? GlyphTier.ascii : EnvironmentLocale.glyphTier()
      let text = answer.text(decimals: example.decimals, tier: tier)
      do { try Output.write(text) } catch { SoftmaxTutor.exit(reporting: error) }
    } catch {
      Output.complain(typed.placed(error), in: formula)
      throw ExitCode(ExitStatus.badLesson.rawValue)
    }
  }
}
