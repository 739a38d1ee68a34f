/// Prints cases and what the libraries answer, for scripts/accuracy to judge with exact arithmetic.
///
/// ```
/// Accuracy SEED COUNT
/// ```
/// Each case draws an input that every Float holds, and is answered in Double and in Float. A line is
/// one answer as JSON: the function, the type, the input by name, the numbers that came back.
@main
struct Accuracy {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    guard arguments.count == 2 else {
      print("usage: Accuracy SEED COUNT")
      return
    }
    let questions = Question.vectors + Question.arrays
    for number in 0..<arguments[1] {
      var inputs = Inputs(seed: arguments[0] &+ number)
      let question = questions[Int(number % UInt64(questions.count))]
      let input = inputs.draw()
      print(Answer(question.name, "f64", input, question.double(input)).json)
      print(Answer(question.name, "f32", input, question.float(input)).json)
    }
  }
}

/// One line of the output.
struct Answer {
  private let name: String
  private let type: String
  private let input: Input
  private let numbers: [Double]

  init(_ name: String, _ type: String, _ input: Input, _ numbers: [Double]) {
    (self.name, self.type, self.input, self.numbers) = (name, type, input, numbers)
  }

  var json: String {
    func list(_ numbers: [Double]) -> String {
      "[" + numbers.map { $0.isFinite ? "\($0)" : "\"\($0)\"" }.joined(separator: ",") + "]"
    }
    let fields = [
      "\"f\":\"\(name)\"", "\"type\":\"\(type)\"", "\"z\":\(list(input.z))",
      "\"w\":\(list(input.w))",
      "\"g\":\(list(input.g))", "\"y\":\(list(input.y))", "\"p\":\(list(input.p))",
      "\"mask\":[\(input.mask.map { $0 ? "1" : "0" }.joined(separator: ","))]",
      "\"label\":\(input.label)", "\"T\":\(input.temperature)", "\"unit\":\"\(input.unit)\"",
      "\"out\":\(list(numbers))",
    ]
    return "{" + fields.joined(separator: ",") + "}"
  }
}
