import ArgumentParser
import Lessons
import Meaning
import Notation
import TextGrid

/// `eval FORMULA`: what a formula is worth.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate a formula: LaTeX, or plain such as 'sum_i p_i*(1-p_i)'.",
    discussion: """
      The names are the course's: z, p, y, P, S, L, J, H, D_{KL} and so on. What no flag gives is \
      as the course opens: z = 2,1,0, y = class 1, P = 0.5,0.3,0.2, T = 1, nats, i = 1, j = 2. \
      Of a relation both sides are printed, and whether it holds for these numbers.
      """)

  @Argument(
    help: ArgumentHelp(
      "Such as '\\frac{\\partial p_1}{\\partial z_2}' or 'd p_1 / d z_2'.", valueName: "formula"),
    transform: TypedWord.asTyped)
  var formula: [String]

  @OptionGroup(title: "The numbers") var numbers: ExampleOptions

  @Flag(help: "ASCII characters only.")
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
