import Lessons
import SoftmaxCore

extension Model {
  /// The command that reopens exactly this: lesson, step and every part of the example.
  ///
  /// Doubles are written in their shortest form that reads back the same.
  public var commandLine: String {
    let standard = Example()
    var parts = ["softmax-tutor", "\(lesson.slug):\(step.id)"]
    func add(_ flag: String, _ value: String) { parts.append("--\(flag)=\(value)") }
    add("logits", list(example.logits))
    add("target", list(example.target))
    add("reference", list(example.reference))
    if example.temperature != standard.temperature {
      add("temperature", shortest(example.temperature))
    }
    if example.unit != standard.unit { add("unit", example.unit.rawValue) }
    if example.decimals != standard.decimals { add("decimals", String(example.decimals)) }
    if example.i != standard.i { add("i", String(example.i + 1)) }
    if example.j != standard.j { add("j", String(example.j + 1)) }
    if let given = example.givenProbabilities { add("given", list(given)) }
    return parts.joined(separator: " ")
  }

  private func list(_ values: [Double]) -> String {
    values.map(shortest).joined(separator: ",")
  }
}
