import Lessons
import SoftmaxCore
import TextGrid
import TutorApp

/// The example and what is computed from it, a line for each, as it is read aloud.
struct PlainNumbers {
  var model: Model

  var lines: [String] {
    let example = model.example
    let quantities = Quantities(example)
    let unit = model.words.name(of: example.unit)
    var lines = [
      example.givenProbabilities == nil
        ? "z = " + list(example.logits) : model.commandWords(.plainGiven),
      "p = " + list(quantities.probabilities),
      "y = " + list(example.target),
      "P = " + list(example.reference),
    ]
    if example.temperature != 1 { lines.append("T = " + number(example.temperature)) }
    lines += [
      "H(p) = \(number(quantities.entropy)) \(unit)",
      "CE(y, p) = \(number(quantities.loss)) \(unit)",
      "D_KL(P‖p) = \(number(quantities.divergence)) \(unit)",
    ]
    if example.givenProbabilities == nil {
      lines.append("∂CE/∂z = " + list(quantities.gradient))
    }
    return lines
  }

  private func list(_ values: [Double]) -> String { values.map(number).joined(separator: ", ") }

  private func number(_ value: Double) -> String {
    formatted(value, decimals: model.example.decimals, tier: model.tier)
  }
}
