import Lessons
import Notation
import TextGrid

/// A live picture of the learner's numbers.
///
/// It is made of what it shows when the numbers change, and drawn as often as the screen is: drawing
/// places what is known already, and computes nothing. Decimals and the chosen i and j are no part
/// of what is known, so that changing them makes no panel anew.
///
/// A new panel is a type in a file of its own, a name that a lesson's fence can ask for
/// (`PanelRequest.Kind`, told in lessons/README.md), and its line in `panel(for:)`.
protocol Panel: Sendable {
  init(_ source: PanelSource)

  /// The rows it needs to show everything.
  func rows(for width: Int) -> Int

  /// Itself in at most `look.rows` rows; short of them, the part around what is chosen.
  func drawn(_ look: PanelLook) -> Canvas

  /// The same in words and numbers, for a screen reader: no plot, no frame, no bar.
  func sentences(_ look: PanelLook) -> [String]

  /// The cells that arrows can walk, i down and j across; nil where there are none.
  var cells: PanelCells? { get }
}

extension Panel {
  func sentences(_ look: PanelLook) -> [String] { drawn(look).lines }
  var cells: PanelCells? { nil }
}

/// How many cells arrows walk.
struct PanelCells: Hashable {
  var rows: Int
  var columns: Int
}

/// What a panel is made of: the numbers as they are now.
struct PanelSource {
  /// What the fence asks for; nil for the panels that need none.
  var request: PanelRequest?
  /// i, j and the decimals are whatever they are: nothing that a panel keeps may hang on them.
  var quantities: Quantities
  /// Whether P, not y, is what this step compares with.
  var usesReference: Bool
  /// Whether the lesson is about two distributions, also in a step where P is the one-hot y.
  var comparesDistributions: Bool
  /// A formula of the fence for one i and j, counted from 0; NaN where it has no value.
  var value: (Formula, _ i: Int, _ j: Int) -> Double

  var example: Example { quantities.example }
}

extension PanelRequest {
  /// The panel that a fence asks for.
  var panel: (any Panel.Type)? {
    switch kind {
    case .bars: EditorPanel.self
    case .matrix: MatrixPanel.self
    case .curve: CurvePanel.self
    case .stack: StackPanel.self
    case .gradient: GradientPanel.self
    case .terms:
      terms == .entropy || terms == nil ? EntropyTermsPanel.self : DistributionTermsPanel.self
    case .temperature: TemperaturePanel.self
    case .sigmoid: SigmoidPanel.self
    case .units: UnitsPanel.self
    case .hardmax: HardMaximumPanel.self
    }
  }
}
