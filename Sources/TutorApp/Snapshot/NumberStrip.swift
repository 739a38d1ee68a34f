import Lessons

/// The learner's numbers as the strip above the keys shows them: the classes are its columns.
///
/// They are the learner's own, also in a step that is told with other ones.
struct NumberStrip: Sendable {
  let logits: [Double]
  let p: [Double]
  /// What the last row holds: P where the step compares with P, else the target y.
  let weights: [Double]
  let temperature: Double
  let usesReference: Bool
  /// Whether p was given, and is no softmax of z.
  let isGiven: Bool

  init(_ example: Example, usesReference: Bool) {
    logits = example.logits
    p = Quantities(example).probabilities
    weights = usesReference ? example.reference : example.target
    temperature = example.temperature
    self.usesReference = usesReference
    isGiven = example.givenProbabilities != nil
  }

  var classCount: Int { logits.count }

  /// What it is made from: digits and indices are none of it.
  struct Key: Hashable {
    var numbers: Example
    var usesReference: Bool

    init(_ request: SnapshotRequest) {
      numbers = request.example
      (numbers.decimals, numbers.i, numbers.j) = (0, 0, 0)
      usesReference = request.usesReference
    }
  }
}
