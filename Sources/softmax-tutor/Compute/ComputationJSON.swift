import Lessons
import SoftmaxCore

extension Computation {
  /// One JSON object, its keys in the order of the chain from logits to gradient.
  ///
  /// Goals, in order: the order of the keys, every digit (the shortest that reads back the same),
  /// speed for 100,000 classes. A value made of all of it first would take
  /// several times as long. JSON has no NaN: what is undefined is null, as is what needs a target.
  var json: String {
    let members: [(key: String, value: String)] = [
      ("logits", Self.text(logits)),
      ("target", Self.text(target)),
      ("temperature", Self.text(temperature)),
      ("unit", "\"\(unit.rawValue)\""),
      ("softmax", Self.text(softmax)),
      ("log_softmax", Self.text(logSoftmax)),
      ("log_sum_exp", Self.text(logSumExp)),
      ("information", Self.text(information)),
      ("entropy", Self.text(entropy)),
      ("cross_entropy", Self.text(crossEntropy)),
      ("kl_divergence", Self.text(klDivergence)),
      ("jacobian", Self.text(jacobian)),
      ("gradient", Self.text(gradient)),
    ]
    let lines = members.map { "  \"\($0.key)\": \($0.value)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func text(_ matrix: [[Double]]?) -> String {
    guard let matrix else { return "null" }
    let rows = matrix.map { text($0) }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private static func text(_ values: [Double]?) -> String {
    guard let values else { return "null" }
    var text = "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += ", " }
      text += Self.text(value)
    }
    return text + "]"
  }

  private static func text(_ value: Double?) -> String {
    guard let value else { return "null" }
    if value.isNaN { return "null" }
    if value.isInfinite { return value < 0 ? "\"-inf\"" : "\"inf\"" }
    return shortest(value)
  }
}
