import Lessons
import TextGrid

extension Model {
  /// The example with P as this step means it: in the one-hot case P is the target y.
  var effectiveExample: Example { effectiveExample(usesReference: stepUsesReference) }

  func effectiveExample(usesReference: Bool) -> Example {
    var effective = example
    if !usesReference { effective.reference = example.target }
    return effective
  }

  /// What SoftmaxCore says of the example.
  var quantities: Quantities { Quantities(effectiveExample) }

  /// Text in lines of at most `width` cells.
  func wrapped(_ text: String, width: Int) -> [String] {
    wrap([StyledRun(text)], width: max(1, width)).map { $0.map(\.text).joined() }
  }
}
