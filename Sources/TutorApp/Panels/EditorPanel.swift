import Lessons
import TextGrid

/// The learner's numbers, one class a row: score, exponential, probability with its bar, target.
///
/// The chosen number is in reverse video; while it is typed, its cell shows the text and the
/// cursor. With more classes than rows the table follows the selection and says how many it hides.
struct EditorPanel: Panel {
  let logits: [Double]
  /// exp z/T.
  let exponentials: [Exponential]
  let p: [Double]
  let probabilitySum: Double
  /// What the last column holds: P where the step compares with P, else the target y.
  let weights: [Double]
  let temperature: Double
  let usesReference: Bool
  /// Whether p was given, and is no softmax of z.
  let isGiven: Bool

  init(_ source: PanelSource) {
    let example = source.example
    logits = example.logits
    exponentials = source.quantities.scaledLogits.map(Exponential.init(of:))
    p = source.quantities.probabilities
    probabilitySum = source.quantities.probabilitySum
    weights = source.usesReference ? example.reference : example.target
    temperature = example.temperature
    usesReference = source.usesReference
    isGiven = example.givenProbabilities != nil
  }

  var classCount: Int { logits.count }

  /// Header, one row a class, and the line of T, S and the sum.
  func rows(for width: Int) -> Int { classCount + 2 }

  func sentences(_ look: PanelLook) -> [String] { drawn(look).lines }

  func drawn(_ look: PanelLook) -> Canvas { EditorDrawing(self, look).canvas() }

  /// The number that stands at a place of the panel.
  func field(row: Int, column: Int, _ look: PanelLook) -> Model.Field? {
    EditorDrawing(self, look).field(row: row, column: column)
  }
}

extension Model.Focus {
  var isEditor: Bool {
    if case .editor = self { return true }
    return false
  }
}
