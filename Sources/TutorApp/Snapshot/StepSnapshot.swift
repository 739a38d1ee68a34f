import Lessons
import Meaning
import Notation
import TextGrid

/// Everything that a step shows, computed: `update` makes it when something that it hangs on has
/// changed, and `view` only places what it holds.
///
/// It is derived from the rest of the model, so two models that are equal otherwise are equal.
struct StepSnapshot: Sendable, Equatable {
  /// The step's formulas, read.
  var readings = StepReadings()
  /// What each equals sign is for these numbers.
  var verdicts: [LineVerdict] = []
  /// The learner's numbers, as they stand in the strip.
  var strip: NumberStrip?
  /// The panels of this step, the text's figures first while they are loaded.
  var panels: [PlacedPanel] = []
  /// The same before the last change of the numbers; none where nothing was changed in this step.
  var panelsBefore: [PlacedPanel] = []
  /// What stands beside a step that asks for no panel, where there is room for it.
  var bars: BarsPanel?
  var summary: SummaryPanel?
  /// The step's text, laid out.
  var page = LessonPage()
  /// The term under inspection.
  var term: InspectedTerm?
  /// The learner's own line.
  var typed: PlaygroundReading?

  /// What arrows walk when a panel has the focus.
  var cells: PanelCells? { panels.lazy.compactMap(\.panel.cells).first }

  static func == (_: StepSnapshot, _: StepSnapshot) -> Bool { true }
}

/// A panel, and the block of the step that asks for it; nil for the text's figures, which no block
/// asks for.
struct PlacedPanel: Sendable {
  var block: Int?
  var panel: any Panel
}

/// All that a snapshot hangs on.
struct SnapshotRequest: Sendable {
  var course: Course
  var place: Model.Place
  /// The learner's example.
  var example: Example
  /// The example before the last change that was made in this step.
  var previous: Example?
  /// Columns of the lesson's pane.
  var width: Int
  var tier: GlyphTier
  var words: Words
  /// The most rows that a panel takes in the text; nil where panels stand beside it.
  var panelRows: Int?
  /// Lines of a derivation are set close: there are few rows.
  var isClose = false
  /// Formulas stand there with the learner's numbers in place of their symbols.
  var showsNumbers = false
  /// Columns that formulas wider than their pane are moved to the left.
  var sideways = 0
  var inspection: Inspection?
  /// The learner's own line, while it is open.
  var typed: String?

  var lesson: Lesson { course.lessons[place.lesson] }
  var step: Step { lesson.steps[place.step] }
  var usesReference: Bool { lesson.usesReference(in: step) }

  /// The example as this step means it: in the one-hot case P is the target y, and i and j are
  /// where the step's condition holds.
  var effectiveExample: Example { effective(example) }

  private func effective(_ example: Example) -> Example {
    var effective = example.tied(by: step.indexRelation)
    if !usesReference { effective.reference = example.target }
    return effective
  }

  /// The numbers before the last change, in the unit of now; nil where they are the same.
  var previousNumbers: Example? {
    guard let previous else { return nil }
    let now = numbers
    var numbers = effective(previous)
    (numbers.decimals, numbers.unit) = (now.decimals, now.unit)
    (numbers.i, numbers.j) = (now.i, now.j)
    return numbers == now ? nil : numbers
  }

  /// The numbers alone: how many of their digits are shown changes none.
  var numbers: Example {
    var numbers = effectiveExample
    numbers.decimals = 0
    return numbers
  }
}
