import Lessons
import Notation
import TextGrid

/// A live picture of the learner's numbers.
///
/// It is made of what it shows when the numbers change, and drawn as often as the screen is: drawing
/// places what is known already, and computes nothing. Decimals and the chosen i and j are no part
/// of what is known, so that changing them makes no panel anew.
///
/// A new panel is a file with the type and its line in `PanelTypes`, a name that a lesson's fence
/// can ask for (Sources/Lessons/Panel.swift), and a line in lessons/README.md.
protocol Panel: Sendable {
  /// The least rows in which it shows everything.
  func rows(for width: Int) -> Int

  /// The most rows that it makes use of: its picture grows with them.
  func fullRows(for width: Int) -> Int

  /// Itself in at most `look.rows` rows; short of them, the part around what is chosen.
  func drawn(_ look: PanelLook) -> Canvas

  /// The same in words and numbers, for a screen reader: no plot, no frame, no bar.
  func sentences(_ look: PanelLook) -> [String]

  /// The cells that arrows can walk, i down and j across; nil where there are none.
  var cells: PanelCells? { get }
}

extension Panel {
  func fullRows(for width: Int) -> Int { rows(for: width) }
  var cells: PanelCells? { nil }
}

/// How many cells arrows walk, and which of them a step is about.
struct PanelCells: Hashable {
  var rows: Int
  var columns: Int
  var condition: IndexRelation?

  /// The chosen cell: inside, and one that the condition admits.
  ///
  /// - Parameter place: i and j, counted from 0; where the condition excludes them, i stays.
  func admitted(_ place: (i: Int, j: Int)) -> (i: Int, j: Int) {
    let i = min(max(0, place.i), rows - 1)
    let j = min(max(0, place.j), columns - 1)
    switch condition {
    case .equal: return (i, min(i, columns - 1))
    case .different where i == j && columns > 1: return (i, j + 1 < columns ? j + 1 : j - 1)
    case .different, nil: return (i, j)
    }
  }

  /// The cell that an arrow leads to: along the diagonal where only that is meant, past it where
  /// it is not meant.
  func moved(_ place: (i: Int, j: Int), rows: Int, columns: Int) -> (i: Int, j: Int) {
    let from = admitted(place)
    switch condition {
    case .equal: return admitted((from.i + rows + columns, from.j + rows + columns))
    case .different where from.i + rows == from.j + columns:
      let past = (i: from.i + 2 * rows, j: from.j + 2 * columns)
      let isInside = (0..<self.rows).contains(past.i) && (0..<self.columns).contains(past.j)
      return isInside ? past : from
    case .different, nil: return admitted((from.i + rows, from.j + columns))
    }
  }
}

/// What a panel is made of: the numbers as they are now.
struct PanelSource {
  /// What the fence asks for; nil for the panels that need none.
  var request: PanelRequest?
  /// i, j and the decimals are whatever they are: nothing that a panel keeps may hang on them.
  var quantities: Quantities
  /// i = j or i ≠ j, where the step is told for such cells alone.
  var condition: IndexRelation?
  /// Whether P, not y, is what this step compares with.
  var usesReference: Bool
  /// Whether the lesson is about two distributions, also in a step where P is the one-hot y.
  var comparesDistributions: Bool
  /// A formula of the fence for one i and j, counted from 0; NaN where it has no value.
  var value: (Formula, _ i: Int, _ j: Int) -> Double

  var example: Example { quantities.example }
}

extension PanelSource {
  /// The panel that the fence asks for.
  func panel(_ request: PanelRequest) -> any Panel { PanelTypes()[request.kind](self) }
}

/// How each panel of a fence is made. Its line stands in the panel's own file.
struct PanelTypes: PanelNames {
  typealias Drawing = (PanelSource) -> any Panel
}
